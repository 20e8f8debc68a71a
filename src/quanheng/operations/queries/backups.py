"""The backups that lie in a folder."""

from pathlib import Path

from quanheng.operations.core.folder import MANIFEST, PARTIAL, Manifest, NotWholeError, read_manifest


def backups_in(folder: Path) -> list[tuple[Path, Manifest]]:
    """Newest first; what is being written and what is no backup is left out."""
    found = []
    for path in folder.glob(f"quanheng-*/{MANIFEST}"):
        if path.parent.name.endswith(PARTIAL):
            continue
        try:
            found.append((path.parent, read_manifest(path.parent)))
        except NotWholeError:
            continue
    return sorted(found, key=lambda pair: pair[1].made_at, reverse=True)


def newest_backup(folder: Path) -> Manifest | None:
    return next((manifest for _path, manifest in backups_in(folder)), None)
