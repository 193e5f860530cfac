"""Packs the built book, so that it can be read offline."""

import zipfile

PYTHON = "_static/mg/python"
ZIP = "microgpt-course.zip"
LIGHT = "microgpt-course-light.zip"  # without Python: all but the running of cells


def pack(html):
    """The book as zips with a folder inside. Fixed dates: the same book gives the same files."""
    zips = {html / ZIP, html / LIGHT}
    files = sorted(path for path in html.rglob("*") if path.is_file() and path not in zips)
    write_zip(html, ZIP, files)
    write_zip(html, LIGHT, [path for path in files if html / PYTHON not in path.parents])


def write_zip(html, name, files):
    with zipfile.ZipFile(html / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in files:
            info = zipfile.ZipInfo(
                f"microgpt-course/{path.relative_to(html).as_posix()}", (2026, 1, 1, 0, 0, 0)
            )
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, path.read_bytes())
