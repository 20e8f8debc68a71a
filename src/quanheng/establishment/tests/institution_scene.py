"""An institution with a scheme, and people engaged in it; built through the room's own acts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from quanheng.access.models import Account, Authority
from quanheng.establishment.actions.approve_post_scheme import approve_post_scheme
from quanheng.establishment.actions.engage_person import engage_person
from quanheng.establishment.actions.sign_contract import sign_contract
from quanheng.establishment.core.post_scheme import Grade
from quanheng.establishment.models import Contract, Engagement, PostScheme
from quanheng.registry.models import Organisation, Person
from quanheng.registry.tests import factories as make

NUMBERS: Mapping[Grade, int] = {
    ("management", 5): 1,
    ("technical", 7): 1,
    ("technical", 10): 2,
    ("technical", 12): 6,
}


@dataclass
class Hospital:
    """云岭市第一人民医院 under the city, and 王敏 who keeps its posts."""

    city: Authority
    wang: Account
    unit: Organisation

    def scheme(self, numbers: Mapping[Grade, int] = NUMBERS, **given: Any) -> PostScheme:
        fixed = {
            "document": "云人社岗〔2024〕7号",
            "approved_on": date(2024, 1, 5),
            "from_on": date(2024, 2, 1),
            "main_class": "technical",
        }
        return approve_post_scheme(
            by=self.wang, at=make.AT, organisation=self.unit, numbers=numbers, **{**fixed, **given}
        )

    def person(self, name: str = "陈建国", **given: Any) -> Person:
        return make.person(name, at=self.unit, **given)

    def engaged(self, name: str, post_class: str = "technical", grade: int = 12, **given: Any) -> Engagement:
        fixed = {
            "person": self.person(name) if "person" not in given else given["person"],
            "from_on": date(2024, 3, 1),
        }
        return engage_person(
            by=self.wang,
            at=make.AT,
            organisation=self.unit,
            post_class=post_class,
            grade=grade,
            **{**fixed, **given},
        )

    def signed(self, person: Person, **given: Any) -> Contract:
        fixed = {
            "kind": "medium",
            "signed_on": date(2024, 2, 20),
            "from_on": date(2024, 3, 1),
            "until_on": date(2027, 3, 1),
        }
        return sign_contract(
            by=self.wang, at=make.AT, person=person, organisation=self.unit, **{**fixed, **given}
        )


def hospital() -> Hospital:
    city = make.authority("中共云岭市委", code="city")
    unit = make.organisation("云岭市第一人民医院", of=city, kind="其他事业单位", code="001.006.003")
    return Hospital(city, make.account("王敏", "section_chief", over=city), unit)
