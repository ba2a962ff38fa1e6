"""Make `.venv` as the lock says, or leave the one that is there as it was (standard library only)."""

from __future__ import annotations

import contextlib
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import run
from tools import machine
from tools.machine import say

HERE, VENV, PYTHON = Path(run.HERE), Path(run.VENV), Path(run.PYTHON)
BEFORE = HERE / ".venv-before"
CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt")


def set_up(purpose: str) -> bool:
    """Install what `purpose` needs; say one sentence and give back False where that cannot be."""
    if not machine.is_supported():
        return False
    try:
        with _alone():
            if BEFORE.exists():
                _clean_up()
            return run.is_set_up(purpose) or _install(purpose)  # another start may just have done it
    except OSError as trouble:
        say(f"The set-up cannot write here: {trouble}", f"无法在此目录写入：{trouble}")
        return False


def _install(purpose: str) -> bool:
    say(
        "Setting up: the first time this takes a minute and about 100 MB from the network.",
        "正在准备运行环境：首次约需一分钟，下载约 100 MB。",
    )
    anew = not _runtime_is_current()
    if anew and VENV.exists():
        try:
            VENV.rename(BEFORE)
        except OSError:  # Windows keeps the folder of a running program
            say("Please close reception_desk first, then start again.", "请先关闭程序，再重新启动。")
            return False
    try:
        done = (not anew or _make_venv()) and _install_packages(purpose)
        for name in dict.fromkeys(("run", purpose)) if done else ():
            _write_stamp(name)
    finally:
        _clean_up()
    if not done:
        say(
            "The packages could not be installed (see above). What was installed before is untouched.",
            "依赖包安装失败（原因见上），原有环境未受影响。",
        )
    return done


def _runtime_is_current() -> bool:
    """Whether `.venv` holds today's runtime packages: then nothing in it has to move, only to be added."""
    try:
        base, _, rest = Path(run.stamp("run")).read_bytes().partition(b"\n")
    except OSError:
        return False
    same = os.fsencode(HERE) + b"\n" + (HERE / run.LOCKS["run"]).read_bytes() + b"\n"
    return rest.startswith(same) and Path(os.fsdecode(base)).exists() and PYTHON.exists()


def _write_stamp(purpose: str) -> None:
    stamp = Path(run.stamp(purpose))
    new = stamp.with_suffix(".new")
    new.write_bytes(os.fsencode(_base_python()) + b"\n" + run.wanted(purpose))
    new.replace(stamp)


def _clean_up() -> None:
    """After a failure, or a set-up that was killed: the finished environment stays, of two the newer."""
    if Path(run.stamp("run")).exists():
        shutil.rmtree(BEFORE, ignore_errors=True)
        return
    shutil.rmtree(VENV, ignore_errors=True)
    if BEFORE.exists():
        BEFORE.rename(VENV)


def _base_python() -> str:
    """The interpreter outside any environment, by its own name: a link may point elsewhere tomorrow."""
    base: str = getattr(sys, "_base_executable", None) or sys.executable
    return base if os.name == "nt" else os.path.realpath(base)


def _make_venv() -> bool:
    uv = _uv()
    if uv and _call([uv, "venv", "--quiet", "--python", _base_python(), str(VENV)], quietly=True):
        return True
    return machine.has_venv_module() and _call([_base_python(), "-m", "venv", "--clear", str(VENV)])


def _install_packages(purpose: str) -> bool:
    packages = ["--require-hashes", "-r", str(HERE / run.LOCKS[purpose])]
    project = ["--no-deps", "--no-build-isolation", "--editable", str(HERE)]
    if not (_by_uv(packages, project) or _by_pip(packages, project)):
        return False
    # uv does not compile, pip does it on one processor, and many machines forbid Python to do it later.
    folders = [str(VENV), *(str(HERE / name) for name in ("reception_desk", "ui", "resources", "tools"))]
    _call([str(PYTHON), "-m", "compileall", "-q", "-j", "0", *folders], quietly=True)
    return True


def _by_uv(packages: list[str], project: list[str]) -> bool:
    uv = _uv()
    if uv is None:
        return False
    install = [uv, "pip", "install", "--quiet", "--python", str(PYTHON)]
    return all(_call([*install, *what], quietly=True) for what in (["--no-build", *packages], project))


def _by_pip(packages: list[str], project: list[str]) -> bool:
    pip = [str(PYTHON), "-m", "pip"]
    if not _call([*pip, "--version"], quietly=True) and not (
        machine.has_venv_module() and _call([str(PYTHON), "-m", "ensurepip"], quietly=True)
    ):
        return False
    install = [*pip, "install", "-qq", "--disable-pip-version-check", "--no-compile"]
    return all(_call([*install, *what]) for what in (["--only-binary", ":all:", *packages], project))


@functools.cache
def _uv() -> str | None:
    uv = shutil.which("uv")
    return uv if uv and _call([uv, "--version"], quietly=True) else None


def _call(command: list[str], *, quietly: bool = False) -> bool:
    out = subprocess.DEVNULL if quietly else None
    try:
        result = subprocess.run(command, cwd=HERE, env=_environment(), stdout=out, stderr=out, check=False)
    except OSError:
        return False
    return result.returncode == 0


@functools.cache
def _environment() -> dict[str, str]:
    """Settings of index and certificates stay; what would install elsewhere goes."""
    path = os.pathsep.join([str(PYTHON.parent), os.environ.get("PATH", os.defpath)])  # uv-build is looked up
    ours = {
        "PATH": path,
        "VIRTUAL_ENV": str(VENV),
        "PIP_USER": "0",
        "UV_SYSTEM_CERTS": "1",
        "UV_NATIVE_TLS": "1",
    }
    bundle = os.environ.get("SSL_CERT_FILE") or next(
        (path for path in CERTIFICATES if Path(path).exists()), None
    )
    if bundle and "PIP_CERT" not in os.environ and not _pip_knows_certificates():
        ours["PIP_CERT"] = bundle  # else pip trusts its own list alone, and no company's proxy is on that
    return {**os.environ, **ours}


def _pip_knows_certificates() -> bool:
    """Whether somebody has told pip which certificates to trust."""
    command = [_base_python(), "-m", "pip", "config", "list"]
    return b".cert=" in subprocess.run(command, capture_output=True, check=False).stdout


@contextlib.contextmanager
def _alone() -> Iterator[None]:
    """One set-up at a time; the system lets go of the lock when its holder dies."""
    with (HERE / ".venv.lock").open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            while True:
                with contextlib.suppress(
                    OSError
                ):  # it gives up after ten seconds; the other one may need more
                    msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
                    break
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield
