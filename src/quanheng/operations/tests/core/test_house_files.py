"""Which files go into a backup."""

from pathlib import Path

from quanheng.operations.core.house_files import house_files


def test_keys_only_by_choice_and_never_the_database_or_backups(tmp_path: Path) -> None:
    for name in (
        "secret_key",
        "keys/city.key",
        "a_passwords.toml",
        "seals/city.svg",
        "postgresql/base/1",
        "backups/b/x",
        "logs/d",
        ".hidden",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "link").symlink_to("/etc/hostname")
    assert house_files(tmp_path, has_keys=False) == ["seals/city.svg"]
    assert house_files(tmp_path, has_keys=True) == [
        "a_passwords.toml",
        "keys/city.key",
        "seals/city.svg",
        "secret_key",
    ]
