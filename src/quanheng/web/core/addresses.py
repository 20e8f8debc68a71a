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
    rail entry and `order` its place; empty means no entry. `asks_again`: who signed in a while ago proves it once more
    before a POST. `is_export`: a file is made here, so its purpose is asked for first where the house wants it.
    """

    path: str
    name: str
    view: View
    permission: str | None = None
    is_public: bool = False
    menu: str = ""
    order: int = 100
    asks_again: bool = False
    is_export: bool = False


ADDRESSES: list[Address] = []


def screen(
    path: str,
    *,
    name: str,
    permission: str | None = None,
    is_public: bool = False,
    menu: str = "",
    order: int = 100,
    asks_again: bool = False,
    is_export: bool = False,
) -> Callable[[View], View]:
    """Declare the address of a screen: `@screen("people/", name="people", permission="registry.view", menu="干部")`."""

    def declare(view: View) -> View:
        ADDRESSES.append(Address(path, name, view, permission, is_public, menu, order, asks_again, is_export))
        return view

    return declare
