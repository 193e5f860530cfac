"""Optimizers: how a list of parameters moves, given the gradients that backward() left in them."""

from array import array


class SGD:
    """Stochastic gradient descent: each parameter moves by -lr times its gradient.

    `params` are Values; their number stays as it is.

    >>> from microgpt import Value
    >>> w = Value(3.0)
    >>> (w * w).backward()
    >>> SGD([w], lr=0.5).step()
    >>> w
    Value(data=0.0, grad=0.0)
    """

    def __init__(self, params, lr=0.1):
        self.params, self.lr = list(params), lr

    def step(self, lr=None):
        """Move every parameter once, by `lr` if given, and set its gradient back to 0.0."""
        lr = self.lr if lr is None else lr
        for p in self.params:
            p.data -= lr * p.grad
            p.grad = 0.0


class Adam:
    """Adam: two running averages for each parameter, so that each gets a step size of its own.

    `m` averages the gradient, `v` its square; `beta1` and `beta2` say how much of the old average stays. `eps` keeps
    the division possible while v is 0. `params` are Values; `m` and `v` have a number for each of them.

    >>> from microgpt import Value
    >>> w = Value(3.0)
    >>> (w * w).backward()
    >>> Adam([w], lr=0.01).step()
    >>> round(w.data, 6), w.grad
    (2.99, 0.0)
    """

    def __init__(self, params, lr=0.01, beta1=0.85, beta2=0.99, eps=1e-8):
        self.params, self.lr = list(params), lr
        self.beta1, self.beta2, self.eps = beta1, beta2, eps
        self.m = array("d", [0.0] * len(self.params))
        self.v = self.m[:]
        self.t = 0  # steps taken

    def step(self, lr=None):
        """Move every parameter once, by about `lr` if given, and set its gradient back to 0.0."""
        lr = self.lr if lr is None else lr
        t, m, v = self.t + 1, self.m[:], self.v[:]
        beta1, beta2, eps = self.beta1, self.beta2, self.eps
        new1, new2 = 1 - beta1, 1 - beta2
        correction1, correction2 = 1 - beta1**t, 1 - beta2**t  # the averages began at 0
        for i, p in enumerate(self.params):
            m[i] = m_i = beta1 * m[i] + new1 * p.grad
            v[i] = v_i = beta2 * v[i] + new2 * p.grad**2
            p.data -= lr * (m_i / correction1) / ((v_i / correction2) ** 0.5 + eps)
            p.grad = 0.0
        self.t, self.m, self.v = t, m, v
