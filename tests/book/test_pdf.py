"""The book on paper, printed: its pages, its outline, its links, and that nothing runs over a page's edge.

Every run prints a chapter and a page beside it; the weekly one the whole book.
"""

import re
import sys

import pytest
from pypdf import PdfReader
from whole import ROOT

sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]
