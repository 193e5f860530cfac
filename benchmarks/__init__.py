"""How fast is it? Everything is measured side by side: `make bench`."""
