"""What changes on a page while a widget is used."""

COUNT_NEW_ELEMENTS = """(view, apart) => {
    globalThis.newElements = 0;
    const counts = (node) => node.nodeType === Node.ELEMENT_NODE && !(apart && node.matches(apart));
    const observer = new MutationObserver((all) => {
        for (const { addedNodes } of all) newElements += Array.from(addedNodes).filter(counts).length;
    });
    observer.observe(view, { childList: true, subtree: true });
}"""


def count_new_elements(view, apart_from=None):
    """From now on, the page's `newElements` says how many have been added to the view."""
    view.evaluate(COUNT_NEW_ELEMENTS, apart_from)
