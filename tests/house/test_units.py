"""The systemd units: every command there is exists, every service is locked in, every timer has its service."""

import configparser
from pathlib import Path

import pytest
import typer.main

from quanheng.cli.screens.main import app
from tests.house import tree

FOLDER = tree.PACKAGE / "operations" / "data" / "systemd"
SERVICES = sorted(FOLDER.glob("*.service"))
LOCKED = {
    "NoNewPrivileges": "yes",
    "ProtectSystem": "strict",
    "ProtectHome": "yes",
    "PrivateTmp": "yes",
    "PrivateDevices": "yes",
    "CapabilityBoundingSet": "",
    "RestrictSUIDSGID": "yes",
    "ProtectKernelTunables": "yes",
    "UMask": "0077",
    "User": "quanheng",
}


def read(path: Path) -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str  # type: ignore[method-assign,assignment]
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def test_server_worker_backup_and_check_are_there() -> None:
    assert {path.stem for path in SERVICES} >= {
        "quanheng-server",
        "quanheng-worker",
        "quanheng-backup",
        "quanheng-check",
    }


@pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.stem)
def test_a_service_is_locked_in_and_runs_a_command_that_there_is(path: Path) -> None:
    service = read(path)["Service"]
    assert {key: service.get(key) for key in LOCKED} == LOCKED
    program, *words = service["ExecStart"].split()
    command = typer.main.get_command(app)
    assert program == "/opt/quanheng/bin/quanheng"
    while words and hasattr(command, "commands") and words[0] in command.commands:
        command = command.commands[words.pop(0)]
    known = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
    assert not hasattr(command, "commands"), "names no command"
    assert {word for word in words if word.startswith("--")} <= known


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.timer")), ids=lambda path: path.stem)
def test_a_timer_has_its_service(path: Path) -> None:
    assert path.with_suffix(".service").exists()
    assert read(path)["Timer"]["Persistent"] == "yes"
