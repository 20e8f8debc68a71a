"""What upper rooms offer on the page of a meeting: filled in their `apps.py`, shown as buttons. No Django."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Offer:
    """页面入口: the Chinese label of a button and the name of its address, which takes the meeting's number."""

    label: str
    address: str


OFFERS: list[Offer] = []
