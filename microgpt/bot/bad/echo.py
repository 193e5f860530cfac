"""It says back what it hears, as if that were names."""

import sys


def main():
    for line in sys.stdin.buffer:
        print("OK: " + ", ".join(line.decode(errors="replace").split()), flush=True)


main()
