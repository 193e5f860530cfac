"""Where a link leads on paper: to a place in the document, or to an address, which stands at the chapter's end."""

from urllib.parse import unquote, urljoin, urlsplit


def place(page_id, fragment):
    """The id of an anchor in the combined document. What follows may also be a state for the page's widgets.

    >>> place("p-05_autograd", "quiz"), place("p-12_lines", "region=data&view=plain")
    ('p-05_autograd--quiz', 'p-12_lines')
    """
    return f"{page_id}--{fragment}" if fragment and "=" not in fragment else page_id


def plan(links, html, pages, published):
    """What becomes of a page's links, and the addresses of its notes.

    `links` are (address, text, whether it is shown); `html` is the address of the built book's folder, `pages` the
    Pages on paper, `published` the address of the book on the web. Of each link comes {"to": id}, {"href": address,
    "note": n}, where n is None when the text is the address already or is not shown, or {}: a link that leads nowhere
    on paper.
    """
    by_file = {f"{page.file}.html": page for page in pages}
    notes, found = [], []
    for address, text, is_shown in links:
        scheme = urlsplit(address).scheme
        if address.startswith(html):
            file, _, fragment = address.removeprefix(html).partition("#")
            if file in by_file:
                found.append({"to": place(by_file[file].id, unquote(fragment))})
                continue
            address = urljoin(published, address.removeprefix(html))
        elif scheme not in ("http", "https", "mailto"):
            found.append({})
            continue
        if not is_shown or shown(address) == shown(text):
            found.append({"href": address, "note": None})
            continue
        if address not in notes:
            notes.append(address)
        found.append({"href": address, "note": notes.index(address) + 1})
    return found, notes


def shown(address):
    """An address as people write it.

    >>> shown("https://example.org/")
    'example.org'
    """
    return address.strip().removeprefix("mailto:").removeprefix("https://").rstrip("/")
