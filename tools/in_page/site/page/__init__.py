"""The Python side of a page whose cells run: what IPython does in a notebook, as far as a course needs it."""
