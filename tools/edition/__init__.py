"""The parts of tools/editions.py, which makes the course's editions for a class."""
