"""The parts of `tools/pdf.py`: the book on paper."""
