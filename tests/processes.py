"""Whether processes live: for tests that kill them. Reads /proc, which only Linux has."""

import time
from pathlib import Path


def is_alive(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def ended(pids: list[int], within: float = 20) -> bool:
    """Whether these processes end; far longer than they need is allowed, for a busy machine."""
    limit = time.monotonic() + within
    while any(map(is_alive, pids)):
        if time.monotonic() > limit:
            return False
        time.sleep(0.05)
    return True
