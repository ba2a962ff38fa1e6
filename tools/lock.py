"""Write requirements.txt and requirements-dev.txt from pyproject.toml: every package with its hashes.

What is locked stays where it is; `--upgrade` takes the newest versions that fit. Needs uv.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = {"requirements.txt": ["build"], "requirements-dev.txt": ["build", "dev"]}
BOTH = (  # run.py refuses other machines; in the files the words would only hide the names
    " ; (platform_machine == 'x86_64' and sys_platform == 'linux')"
    " or (platform_machine == 'AMD64' and sys_platform == 'win32')"
)
HEAD = "# Written by tools/lock.py from pyproject.toml; do not edit.\n"


def main(arguments: list[str]) -> int:
    """Write both files, or neither."""
    uv = shutil.which("uv", path=str(Path(sys.executable).parent)) or shutil.which("uv")
    if uv is None:
        print("tools/lock.py needs uv: pip install uv")
        return 2
    with tempfile.TemporaryDirectory() as project:  # no uv.lock comes to lie in the checkout
        held = "" if "--upgrade" in arguments else f"constraint-dependencies = {json.dumps(_locked())}\n"
        text = (ROOT / "pyproject.toml").read_text("utf-8").replace("[tool.uv]\n", f"[tool.uv]\n{held}", 1)
        Path(project, "pyproject.toml").write_text(text, encoding="utf-8")
        subprocess.run([uv, "lock", "--quiet", "--system-certs", "--project", project], check=True)
        texts = {name: _export(uv, project, groups) for name, groups in LOCKS.items()}
    for name, text in texts.items():
        (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    return 0


def _locked() -> list[str]:
    """What is locked now, each as `name==version`."""
    lock = ROOT / "requirements-dev.txt"
    return re.findall(r"^\S+==\S+", lock.read_text("utf-8"), re.MULTILINE) if lock.exists() else []


def _export(uv: str, project: str, groups: list[str]) -> str:
    """The packages of some groups, without the project itself and without any address."""
    command = [uv, "export", "--quiet", "--frozen", "--project", project, "--format", "requirements.txt"]
    command += ["--no-emit-project", "--no-header", "--no-annotate", "--no-default-groups"]
    for group in groups:
        command += ["--group", group]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return HEAD + text.replace(BOTH, "")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
