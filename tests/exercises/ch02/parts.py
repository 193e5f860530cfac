"""What the answers of chapter 02 share."""


def slope(f, x, h):
    return (f(x + h) - f(x)) / h


def slope_central(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)


def slope_half_nudges(f, x, h):
    left, right = x - h / 2, x + h / 2
    return (f(right) - f(left)) / (right - left)
