"""The program in six parts, as chapter 14 prints them, and the two loops that join them."""
