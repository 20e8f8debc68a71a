"""Renew uv.lock: resolve with uv, then take the download addresses out.

The lock keeps names, versions and hashes. Without addresses it serves equally a mirror, a folder of wheels
or the public index: the machine's own configuration says where packages come from, the hashes say which.
"""

import re
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent / "uv.lock"


def main() -> None:
    LOCK.unlink(missing_ok=True)
    subprocess.run([sys.argv[1], "lock", "--quiet"], cwd=LOCK.parent, check=True)
    text = LOCK.read_text(encoding="utf-8")
    text = re.sub(r'registry = "[^"]*"', 'registry = "wheels"', text)
    text = re.sub(r'\burl = "[^"]*/([^/"]+)"', r'path = "\1"', text)
    LOCK.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
