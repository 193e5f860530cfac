"""A clock that rings also where no line of Python runs, such as a lock taken twice.

It needs the signals of Unix, and the main thread. Where there are none, as in a browser and on
Windows, it never rings, and whoever runs the answer ends it from outside.
"""

import signal
import time

AGAIN = 0.1  # seconds to the next ring, for code that swallows the first


class Alarm:
    """Calls `ring` after some seconds, and again and again until `end`."""

    def __init__(self):
        self.on = False

    def start(self, seconds, ring):
        if not hasattr(signal, "setitimer") or signal.getsignal(signal.SIGALRM) is None:
            return
        try:
            self.handler = signal.signal(signal.SIGALRM, lambda *_: ring())
        except ValueError:  # not the main thread
            return
        self.on, self.since = True, time.monotonic()
        self.timer = signal.setitimer(signal.ITIMER_REAL, seconds, AGAIN)

    def end(self):
        """Stop, and let the alarm of somebody else go on where it was."""
        if self.on:
            self.on = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, self.handler)
            left, interval = self.timer
            if left:
                left = max(0.001, left - (time.monotonic() - self.since))
                signal.setitimer(signal.ITIMER_REAL, left, interval)
