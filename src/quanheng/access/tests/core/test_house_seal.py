"""What is sealed under the installation's key opens in its own record and place with that key, whole, and nowhere else."""

import os
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quanheng.access.core.house_seal import HouseSeal
from quanheng.access.core.profiles import INTL, NONCE, TAG, NotOpened, Profile
from quanheng.access.core.profiles import PROFILES as SUITES

SEAL = HouseSeal(os.urandom(32), "exchange.importbatch:7")
suites = pytest.mark.parametrize("profile", SUITES.values(), ids=SUITES)


@suites
@given(data=st.binary(max_size=200))
def test_what_is_sealed_opens_again_and_is_never_the_same_twice(profile: Profile, data: bytes) -> None:
    seal = replace(SEAL, profile=profile)
    first, second = seal.seal(data, place="piece 0"), seal.seal(data, place="piece 0")
    assert SEAL.open(first, place="piece 0") == SEAL.open(second, place="piece 0") == data
    assert first != second
    assert len(first) == 1 + NONCE + len(data) + TAG
    assert first[0] == profile.id


@suites
def test_another_place_record_or_installation_opens_nothing(profile: Profile) -> None:
    sealed = replace(SEAL, profile=profile).seal(b"words", place="piece 0")
    others = (replace(SEAL, record="exchange.importbatch:8"), replace(SEAL, house=os.urandom(32)))
    for seal, place in ((SEAL, "piece 1"), *((other, "piece 0") for other in others)):
        with pytest.raises(NotOpened):
            seal.open(sealed, place=place)


@suites
def test_no_byte_can_be_changed_and_none_cut_off(profile: Profile) -> None:
    sealed = replace(SEAL, profile=profile).seal(b"words", place="piece 0")
    changed = [bytes([*sealed[:n], sealed[n] ^ 1, *sealed[n + 1 :]]) for n in range(len(sealed))]
    for damaged in (*changed, *(sealed[:n] for n in range(len(sealed))), b"\0" + sealed):
        with pytest.raises(NotOpened):
            SEAL.open(damaged, place="piece 0")


def test_each_record_has_a_key_of_its_own() -> None:
    other = replace(SEAL, record="exchange.importbatch:8")
    assert SEAL._key(INTL) != other._key(INTL)
    assert len({SEAL._key(suite) for suite in SUITES.values()}) == len(SUITES)
