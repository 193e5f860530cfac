"""What the tests of neurons and networks turn and read."""


def dial(view, name):
    return view.locator(f"g[role=slider][aria-label='{name}']")


def output(view):
    return view.locator(".mg-net-lines p").last.inner_text().split("=")[-1].strip()


def loss(view):
    return float(view.locator(".mg-net-loss").inner_text())
