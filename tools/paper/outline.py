"""What the printed document knows of its places: on which page each stands, and the outline that a reader shows."""

from pypdf import PdfReader, PdfWriter
from pypdf.generic import Fit


def places(data):
    """{id: number of its page, from 1} of all places that a link of the document leads to."""
    reader = PdfReader(data)
    numbers = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages, 1)}
    found = reader.named_destinations
    return {name.lstrip("/"): numbers[to.page.idnum] for name, to in found.items()}


def entries(stills, name_of):
    """(level, title, id): 0 for a part, which begins where its first chapter does, 1 for a chapter, 2 for a section."""
    found, part = [], None
    for still in stills:
        if still.page.part != part:
            part = still.page.part
            found.append((0, part, still.page.id))
        found.append((1, name_of(still), still.page.id))
        found += [(2, head["title"], head["id"]) for head in still.named_heads]
    return found


def write(data, out, entries, about):
    """Write the document to the path `out`, with an outline of these entries, and {what: text} about itself."""
    writer = PdfWriter(clone_from=data)
    root = writer.root_object
    if "/Outlines" in root:
        del root["/Outlines"]  # the browser's own is made of all headings, widgets' included
    reader = PdfReader(data)
    found = reader.named_destinations
    pages = {page.indirect_reference.idnum: n for n, page in enumerate(reader.pages)}
    above = {}
    for level, title, id_ in entries:
        to = found[f"/{id_}"]
        above[level] = writer.add_outline_item(
            title=title,
            page_number=pages[to.page.idnum],
            parent=above.get(level - 1),
            fit=Fit.xyz(top=to.top),
            is_open=level == 0,
        )
    writer.page_mode = "/UseOutlines"
    writer.add_metadata(about)
    writer.compress_identical_objects()
    writer.write(out)
