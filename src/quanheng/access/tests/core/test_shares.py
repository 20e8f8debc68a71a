"""Two of three shares bring a key back; one says nothing; a misread share is refused."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.access.core.shares import Share, combine, read_share, split
from quanheng.kernel.refusals import Refused


@given(secret=st.binary(min_size=1, max_size=40), needed=st.integers(2, 4), more=st.integers(0, 2))
def test_any_that_suffice_give_the_secret_in_any_order(secret: bytes, needed: int, more: int) -> None:
    shares = split(secret, needed=needed, made=needed + more)
    for chosen in combinations(shares, needed):
        assert combine(chosen) == combine(chosen[::-1]) == secret
    assert combine(shares) == secret


@given(secret=st.binary(min_size=16, max_size=16))
def test_too_few_give_something_else(secret: bytes) -> None:
    shares = split(secret, needed=3, made=4)
    assert all(combine(chosen) != secret for chosen in permutations(shares, 2))


def test_one_share_fits_every_secret() -> None:
    """For any share and any secret there is a second share that leads to it: one alone narrows nothing."""
    known = Share(b"same", 1, b"\x5a")
    reached = {combine([known, Share(b"same", 2, bytes([value]))]) for value in range(256)}
    assert len(reached) == 256


@given(secret=st.binary(min_size=32, max_size=32))
def test_printed_and_typed_again(secret: bytes) -> None:
    share = split(secret, needed=2, made=3)[1]
    assert read_share(str(share)) == share
    assert read_share(f" {str(share).lower().replace('-', ' ')} ") == share


@given(secret=st.binary(min_size=32, max_size=32), data=st.data())
def test_a_misread_letter_is_refused(secret: bytes, data: st.DataObject) -> None:
    said = str(split(secret, needed=2, made=3)[0])
    at = data.draw(st.sampled_from([at for at, letter in enumerate(said) if letter != "-"][:-1]))
    other = data.draw(
        st.sampled_from([letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if letter != said[at]])
    )
    with pytest.raises(Refused, match="抄错"):
        read_share(said[:at] + other + said[at + 1 :])


def test_shares_of_two_sets_or_one_twice_are_refused() -> None:
    one, two = split(b"key", needed=2, made=3), split(b"key", needed=2, made=3)
    for chosen in ([one[0], two[1]], [one[0], one[0]]):
        with pytest.raises(Refused, match="同一套"):
            combine(chosen)
