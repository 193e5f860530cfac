"""A clock that rings also where no line of Python runs, such as a lock taken twice.

It needs the signals of Unix, and the main thread. Where there are none, as in a browser and on
Windows, it never rings, and whoever runs the answer ends it from outside.
"""

import signal
import time

AGAIN = 0.1  # seconds to the next ring, for code that swallows the first


def handler():
    """Who is called when an alarm rings; None where there are no alarms."""
    return signal.getsignal(signal.SIGALRM) if hasattr(signal, "setitimer") else None


def put_back(before):
    """End an alarm that was interrupted before it could end itself."""
    if handler() is not before:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Alarm:
    """Calls `ring` with the running frame after some seconds, again and again until `end`."""

    def __init__(self):
        self.on = False

    def start(self, seconds, ring):
        if handler() is None:
            return
        try:
            self.handler = signal.signal(signal.SIGALRM, lambda _, frame: ring(frame))
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
