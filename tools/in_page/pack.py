"""Runs inside Pyodide (see make.mjs): packs the page's Python into classic scripts.

Each script registers a module with the page's registry, as the widgets' scripts do: the engine as code, because a
worker is made from its source; all else as base64 of gzipped bytes. Dates are fixed: the same inputs give the same
files. The standard library travels compiled, without its docstrings and line tables: it starts in a third of the time
and is no larger than its sources would be.
"""

import base64
import gzip
import importlib.util
import io
import json
import marshal
import re
import sys
import types
import zipfile
from pathlib import Path

IN = Path("/in")
VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
STDLIB = f"/lib/python{VERSION.replace('.', '')}.zip"
SITE = f"/lib/python{VERSION}/site-packages"

# What no cell of a course can use: windows, processes, servers, mail, debuggers, old text encodings.
LEFT_OUT = """
    _aix_support antigravity _android_support _apple_support _ios_support _osx_support
    _pydatetime _pydecimal _pyio _pyrepl asyncio/__main__ asyncio/proactor_events asyncio/tools
    asyncio/windows_events asyncio/windows_utils bdb cProfile cmd code compileall
    concurrent/futures/process configparser ctypes curses dbm doctest email ensurepip fileinput
    ftplib getpass html http idlelib imaplib json/tool logging/config logging/handlers mailbox
    mimetypes modulefinder multiprocessing netrc nturl2path optparse pdb pickletools plistlib
    poplib profile pstats pty py_compile pyclbr pydoc_data pyodide/console pyodide/http
    rlcompleter runpy sched shelve smtplib socketserver sqlite3 stringprep symtable tabnanny
    tarfile tkinter tomllib trace tracemalloc tty turtle unittest urllib/robotparser venv wave
    webbrowser wsgiref xml xmlrpc zipapp zipfile/__main__ zoneinfo
""".split()
KEPT = "_pyrepl/__init__ _pyrepl/pager".split()  # help() needs them
ENCODINGS = """
    __init__ aliases ascii base64_codec charmap cp1252 cp437 hex_codec iso8859_1 iso8859_15 latin_1
    punycode raw_unicode_escape rot_13 unicode_escape utf_16 utf_16_be utf_16_le utf_32 utf_32_be
    utf_32_le utf_8 utf_8_sig
""".split()
# Nor our own parts that it cannot use: those of the book, those on NumPy, and processes for the bots of others.
NOT_IN_PAGE = re.compile(
    r"microgpt/(sphinx|fast)/|microgpt/(gradebook|roster)\.py|.*/package\.json"
    r"|microgpt/bot/(bad/|syscalls|(attack|child|commands|grade|jail|linux|runner|source)\.py)"
)
# The records among the page's modules that Python reads too.
READ_HERE = {"microgpt/widgets/data/program.js", "microgpt/widgets/data/traced_step.js"}


def wanted(name):
    """Whether this file of the standard library goes into the page."""
    stem = name.removesuffix(".py")
    if stem.startswith("encodings/"):
        return stem.removeprefix("encodings/") in ENCODINGS
    return stem in KEPT or not any(stem == one or stem.startswith(one + "/") for one in LEFT_OUT)


def one_line(code):
    """The same code, its line table saying only where it begins: the tables are what does not compress."""
    full, rest = divmod(len(code.co_code) // 2, 8)
    # Each entry says "8 units of code, no columns, no new line"; the last one says how many are left.
    table = b"\xef\0" * full + (bytes([0xE8 | rest - 1, 0]) if rest else b"")
    consts = [one_line(one) if isinstance(one, types.CodeType) else one for one in code.co_consts]
    return code.replace(co_linetable=table, co_consts=tuple(consts))


def compiled(source, path, docs=False):
    """The bytes of a .pyc that is never compared with a source; with its docstrings, if asked for."""
    code = compile(source, path, "exec", dont_inherit=True, optimize=0 if docs else 2)
    unchecked_hash = (1).to_bytes(4, "little") + bytes(8)
    return importlib.util.MAGIC_NUMBER + unchecked_hash + marshal.dumps(one_line(code))


def zipped(files):
    """A zip of {name: bytes}, not compressed: one gzip around it does better than one for each file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content)
    return buffer.getvalue()


def standard_library():
    source = zipfile.ZipFile(IN / "core/python_stdlib.zip")
    names = [name for name in source.namelist() if name.endswith(".py") and wanted(name)]
    return zipped({f"{name}c": compiled(source.read(name), f"{STDLIB}/{name}") for name in names})


def package():
    """{name: bytes} of `microgpt` without what the page has itself or cannot have."""
    files = {}
    for path in sorted((IN / "course").rglob("*")):
        name = f"microgpt/{path.relative_to(IN / 'course').as_posix()}"
        kept = path.suffix in {".py", ".json", ".txt"} and not NOT_IN_PAGE.match(name)
        if kept or name in READ_HERE:
            files[name] = path.read_bytes()
    return files


def with_cache(files):
    """Each source beside what Python makes of it: it starts at once, and `inspect.getsource` still has its text."""
    caches = {}
    for name, content in files.items():
        path = Path(name)
        if path.suffix == ".py":
            cache = path.parent / "__pycache__" / f"{path.stem}.{sys.implementation.cache_tag}.pyc"
            caches[cache.as_posix()] = compiled(content, f"{SITE}/{name}", docs=True)
    return files | caches


def course():
    """The package, what stands in for Jupyter's own packages, and traitlets without its configuration system."""
    site = {
        path.relative_to(IN / "site").as_posix(): path.read_bytes()
        for path in (IN / "site").rglob("*.py")
    }
    files = with_cache(package() | site)  # what is in site/ wins
    for path in sorted((IN / "traitlets").rglob("*.py")):
        name = f"traitlets/{path.relative_to(IN / 'traitlets').as_posix()}"
        if re.fullmatch(r"traitlets/(utils/)?\w+\.py", name):
            files[f"{name}c"] = compiled(path.read_bytes(), f"{SITE}/{name}")
    return zipped(files)


def edited(text, *pairs):
    """The text with each pattern replaced; ValueError when one is not there: a new Pyodide asks for new edits."""
    for pattern, new in pairs:
        text, count = re.subn(pattern, lambda match, new=new: match.expand(new), text)
        if not count:
            raise ValueError(f"Pyodide has changed: {pattern} is not in it any more")
    return text


def engine():
    """Pyodide's two modules as one factory. A module may say `import.meta` and `export`, a classic script may not."""
    machine = edited(
        (IN / "core/pyodide.asm.mjs").read_text(),
        (r"import\.meta\.url", "self.location.href"),
        (r"export default \w+;", ""),
    )
    loader = edited(
        (IN / "core/pyodide.mjs").read_text(),
        (r"export\{(\w+) as loadPyodide,\w+ as version\};", r"const loadPyodide = \1;"),
        (r"//# sourceMappingURL=\S+", ""),
    )
    info = json.dumps(json.loads((IN / "core/pyodide-lock.json").read_text())["info"])
    # Pyodide takes a worker that has importScripts for one that cannot import(): so it is hidden.
    return f"""microgpt.define("python/engine.js", [], (need) => {{
"use strict";
self.importScripts = undefined;
{machine}
{loader}
return {{ createPyodideModule: _createPyodideModule, loadPyodide, lock: {{ info: {info}, packages: {{}} }} }};
}});
"""


def write(name, text):
    (IN / "out" / f"{name}.js").write_text(text, "utf-8")
    print(f"{name}.js: {len(text):,} bytes, {len(gzip.compress(text.encode(), 6)):,} with gzip")


def data(name, content):
    packed = base64.b64encode(gzip.compress(content, 9, mtime=0)).decode()
    write(name, f'microgpt.define("python/{name}.js", [], () => ({{ data: "{packed}" }}));\n')


write("engine", engine())
data("wasm", (IN / "core/pyodide.asm.wasm").read_bytes())
data("stdlib", standard_library())
data("course", course())
