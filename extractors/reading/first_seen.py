"""First seen: which number a 64-bit key had when it first came, in 12 bytes a key once it is old."""

import numpy as np
from numpy.typing import NDArray

# Keys that are kept in a dictionary (about 100 bytes each) before they are sorted into the arrays.
RECENT = 1 << 15


class FirstSeen:
    """A map from keys below 2⁶⁴ to numbers below 2³² that grows and forgets nothing."""

    def __init__(self) -> None:
        """Nothing seen."""
        self._recent: dict[int, int] = {}
        self._keys: NDArray[np.uint64] = np.empty(0, dtype=np.uint64)
        self._numbers: NDArray[np.uint32] = np.empty(0, dtype=np.uint32)

    def get(self, key: int) -> int | None:
        """The number with which the key first came, or None."""
        if key in self._recent:
            return self._recent[key]
        at = int(np.searchsorted(self._keys, np.uint64(key)))
        return int(self._numbers[at]) if at < self._keys.size and int(self._keys[at]) == key else None

    def add(self, key: int, number: int) -> None:
        """Remember a key, unless it came before."""
        if self.get(key) is None:
            self._recent[key] = number
            if len(self._recent) > RECENT:
                self._settle()

    def _settle(self) -> None:
        keys = np.concatenate([self._keys, np.fromiter(self._recent, dtype=np.uint64, count=len(self._recent))])
        fresh = np.fromiter(self._recent.values(), dtype=np.uint32, count=len(self._recent))
        order = np.argsort(keys)
        self._keys, self._numbers = keys[order], np.concatenate([self._numbers, fresh])[order]
        self._recent = {}
