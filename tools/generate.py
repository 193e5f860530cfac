"""Write everything that is made from other files of the project, modules and a page: python tools/generate.py"""

import os
import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).resolve().parent

if __name__ == "__main__":
    # Not a copy of the package installed elsewhere.
    this_checkout = os.environ | {"PYTHONPATH": str(TOOLS.parent)}
    for tool in sorted(TOOLS.glob("make_*.py")):
        print(tool.name, flush=True)
        done = subprocess.run([sys.executable, str(tool)], env=this_checkout)
        if done.returncode:
            sys.exit(f"{tool.name} failed.")
