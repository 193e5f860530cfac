"""Three browsers behind one small interface, so that one set of checks runs in each.

`engine.py` says what a browser is asked for; `chromium.py`, `firefox.py` and `webkit.py` know how each is asked.
"""
