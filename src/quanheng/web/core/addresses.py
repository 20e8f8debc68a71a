"""The register of addresses. A screen declares its own; only `site` mounts them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

View = Callable[..., Any]


@dataclass(frozen=True)
class Address:
    """One address: path in Django's notation, the name used by {% url %}, who may open it, its place in the menu.

    `permission` is the name of a permission from `access.core.roles` that a signed-in account must hold, or None:
    then any signed-in account may open it. `is_public` needs no sign-in at all. `menu` is the Chinese label of the
    rail entry and `order` its place; empty means no entry.
    """

    path: str
    name: str
    view: View
    permission: str | None = None
    is_public: bool = False
    menu: str = ""
    order: int = 100


ADDRESSES: list[Address] = []


def screen(
    path: str,
    *,
    name: str,
    permission: str | None = None,
    is_public: bool = False,
    menu: str = "",
    order: int = 100,
) -> Callable[[View], View]:
    """Declare the address of a screen: `@screen("people/", name="people", permission="registry.view", menu="干部")`."""

    def declare(view: View) -> View:
        ADDRESSES.append(Address(path, name, view, permission, is_public, menu, order))
        return view

    return declare
