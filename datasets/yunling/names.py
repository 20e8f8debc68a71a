"""Invented names: Han-style by generation, and names of other ethnic groups with their middle dot."""

from random import Random
from typing import Any

from datasets.yunling.organisations import read

DATA = read("names.toml")
GROUPS = DATA["ethnic"]
WEIGHTS = [group["weight"] for group in GROUPS]
TAKEN_WORDS = "习位薄党僧官台都原来位全应强"


def ethnic_group(rng: Random) -> dict[str, Any]:
    """A group drawn by its weight in the city."""
    return dict(rng.choices(GROUPS, WEIGHTS)[0])


def surname(rng: Random) -> str:
    """Common surnames more often than rare ones."""
    letters: list[str] = [letter for letter in DATA["surnames"] if letter not in TAKEN_WORDS]
    return letters[int(len(letters) * rng.random() ** 2.2)]


def given(rng: Random, sex: str, year: int) -> str:
    """A given name that suits the sex and the generation."""
    key = "given_men" if sex == "男" else "given_women"
    if rng.random() < 0.45:
        return str(rng.choice(DATA[f"{key}_old" if year < 1975 else key]))
    letters = DATA["men_letters" if sex == "男" else "women_letters"]
    return "".join(rng.sample(letters, 1 if rng.random() < 0.2 else 2))


COMPOUND = ("尉迟", "司徒", "上官", "欧阳", "令狐")


def family_name(name: str) -> str:
    """What relatives share: one character, a compound surname, or the part before the dot with its dot.

    >>> family_name("欧阳知晓"), family_name("沙马·阿依")
    ('欧阳', '沙马·')
    """
    if "·" in name:
        return name.split("·")[0] + "·"
    return name[:2] if name.startswith(COMPOUND) else name[0]


class Names:
    """Hands out names and keeps them apart."""

    def __init__(self, taken: set[str]) -> None:
        self.taken = set(taken)

    def draw(self, rng: Random, sex: str, year: int, group: dict[str, Any]) -> str:
        """A name nobody has yet."""
        special = list(group.get("men" if sex == "男" else "women", []))
        while True:
            name = rng.choice(special) if special and rng.random() < 0.6 else surname(rng) + given(rng, sex, year)
            if name not in self.taken:
                self.taken.add(name)
                return name
            special.clear()
