"""In a page the widgets' JavaScript is there already: nothing is packed for a notebook."""


def esm(name):
    return ""


def notebook_css(name):
    return ""
