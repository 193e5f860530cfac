"""Why there is no answer, or no bot to ask."""


class StartError(ValueError):
    """Why no bot can be started here, whatever it is."""


class ChildError(Exception):
    """Why a bot gives no answer: `kind` is "crash", "timeout" or "protocol"."""

    def __init__(self, kind, words):
        super().__init__(words)
        self.kind, self.words = kind, words
