"""Seats of a quota board: which are held, free, or beyond the quota. Counting people is the establishment's work."""

from dataclasses import dataclass

MOST_SEATS_DRAWN = 24


@dataclass(frozen=True)
class Seats:
    """一行职数: approved and held, and what follows from them."""

    approved: int
    held: int

    @property
    def over(self) -> int:
        return max(self.held - self.approved, 0)

    @property
    def free(self) -> int:
        return max(self.approved - self.held, 0)

    @property
    def marks(self) -> list[tuple[int, str]]:
        """(x position, kind) for each seat, 12 units apart; empty when there are too many to draw singly."""
        if self.held + self.free > MOST_SEATS_DRAWN:
            return []
        kinds = ["held"] * min(self.held, self.approved) + ["free"] * self.free + ["over"] * self.over
        return [(index * 12, kind) for index, kind in enumerate(kinds)]

    @property
    def width(self) -> int:
        return max(len(self.marks), 1) * 12

    @property
    def permille(self) -> tuple[int, int, int]:
        """Held within the quota, free, and over, in thousandths of the longer of quota and holders (for a bar)."""
        whole = max(self.approved, self.held, 1)
        within = min(self.approved, self.held)
        return within * 1000 // whole, self.free * 1000 // whole, self.over * 1000 // whole
