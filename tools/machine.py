"""What the machine has to bring: libraries for Qt, a display, an X server for the tests (standard library).

Qt aborts where one of these is missing, and nobody can catch that: so they are looked at before Qt starts.
"""

from __future__ import annotations

import os
import sys

# Debian's package for each library. Qt loads the first group for any picture at all, the second for a window.
FOR_PICTURES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
FOR_WINDOWS = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
FOLDERS = ("/usr/lib/x86_64-linux-gnu/", "/lib/x86_64-linux-gnu/", "/usr/lib64/", "/usr/lib/")
LINUX = sys.platform == "linux"
CHINESE = 0x04  # Windows' number of the language, whatever the region


def say(english: str, chinese: str, *, result: bool = False) -> None:
    """One sentence in the language of the terminal; on standard output where it is what was asked for."""
    language = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    if sys.platform == "win32":
        import ctypes

        language = "zh" if ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == CHINESE else ""
    print(
        chinese if language.startswith("zh") else english,
        file=sys.stdout if result else sys.stderr,
        flush=True,
    )


def is_supported() -> bool:
    """Whether the locked packages exist for this machine; says so if not."""
    import platform

    system, processor = platform.system(), platform.machine().lower()
    if (system, processor) not in {("Linux", "x86_64"), ("Windows", "amd64")}:
        say(
            f"reception_desk is made for 64-bit Linux and Windows on x86; this is {system} on {processor}.",
            f"本程序支持 x86 的 64 位 Linux 和 Windows，当前是 {system} {processor}。",
        )
        return False
    name, version = platform.libc_ver()
    if LINUX and (name != "glibc" or [int(part) for part in version.split(".")[:2]] < [2, 34]):
        say(
            f"Qt needs glibc 2.34 or newer (Debian 12, Ubuntu 22.04); this is {name} {version}.",
            f"Qt 需要 glibc 2.34 以上（Debian 12、Ubuntu 22.04），当前是 {name} {version}。",
        )
        return False
    return True


def has_venv_module() -> bool:
    """Whether Python can make an environment; on Debian that is a package of its own."""
    from importlib.util import find_spec

    if find_spec("venv") and find_spec("ensurepip"):
        return True
    exact = f"python3.{sys.version_info.minor}-venv"
    default = os.path.realpath("/usr/bin/python3").endswith(f"python3.{sys.version_info.minor}")
    # With what Qt will ask for next: one line for all.
    return install(["python3-venv" if default else exact, *_packages(FOR_PICTURES | FOR_WINDOWS)])


def has_qt_libraries(*, on_a_display: bool) -> bool:
    """Whether Qt finds what it needs, installed if need be; says which packages are missing if not."""
    needed = FOR_PICTURES | (FOR_WINDOWS if on_a_display else {})
    return not _missing(needed) or (install(_packages(needed)) and not _missing(needed))


def prepare_x_server() -> None:
    """Let the tests have Xvfb; where that cannot be, one loud line, and they know why they are skipped."""
    from shutil import which

    tools = {"Xvfb": "xvfb", "xrandr": "x11-xserver-utils"}
    packages = _packages(FOR_WINDOWS) + [tools[name] for name in tools if LINUX and not which(name)]
    if not packages or (install(packages) and which("Xvfb") and not _missing(FOR_WINDOWS)):
        return
    say(
        "!!! NO X SERVER FOR THE TESTS: those that need one are SKIPPED.",
        "!!! 没有供测试用的 X 服务器：需要它的测试全部跳过。",
    )
    os.environ["RECEPTION_DESK_NO_XVFB"] = "missing: " + " ".join(packages)


def has_build_tools() -> bool:
    """Whether PyInstaller finds what it needs of the system: Debian's Python has its library in another package."""
    from shutil import which

    packages = [] if not LINUX or which("objcopy") else ["binutils"]
    library = f"libpython3.{sys.version_info.minor}"
    if LINUX and sys.base_prefix == "/usr" and not _loads(f"{library}.so.1.0"):
        packages.append(library)
    return not packages or install(packages)


def display_answers() -> bool:
    """Whether a window can open here."""
    if not LINUX or os.environ.get("QT_QPA_PLATFORM"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and os.path.exists(os.path.join(os.environ.get("XDG_RUNTIME_DIR", "/"), wayland)):
        return True
    return bool(os.environ.get("DISPLAY")) and _x_server_answers()


def without_a_display(words: list[str], python: str) -> int:
    """Say so; then show what the program does by its demo, in a fresh folder, never the user's."""
    import subprocess
    import tempfile

    if words:
        say("There is no display here, and the sign needs one.", "此处没有显示器，欢迎屏需要显示器。")
        return 2
    folder = tempfile.mkdtemp(prefix="reception-desk-demo-")
    out, data = os.path.join(folder, "out"), os.path.join(folder, "data")
    say(
        "There is no display here, so no window can open: this is the demo, drawn into files.",
        "此处没有显示器，无法打开窗口：现在运行演示，把界面和纸面存成文件。",
    )
    result = subprocess.call([python, "-P", "-m", "ui", "demo", "--out", out, "--data", data])
    if result == 0:
        say(f"The pictures and PDFs lie in {out}", f"图片和 PDF 在 {out}", result=True)
    return result


def _x_server_answers() -> bool:
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:  # it comes with the libraries for windows, which are looked at next
        return True
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    refused = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _missing(libraries: dict[str, str]) -> list[str]:
    """The libraries that the loader does not find; asks it only where the usual folders have none."""
    if not LINUX:
        return []
    unseen = [name for name in libraries if not any(os.path.exists(folder + name) for folder in FOLDERS)]
    return [name for name in unseen if not _loads(name)]


def _loads(library: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _packages(libraries: dict[str, str]) -> list[str]:
    missing = _missing(libraries)
    return [libraries[name] if os.path.exists("/etc/debian_version") else name for name in missing]


def install(packages: list[str]) -> bool:
    """apt-get as root on Debian and Ubuntu, else one line that names the packages."""
    names = " ".join(packages)
    on_debian = os.path.exists("/etc/debian_version")
    if sys.platform != "win32" and on_debian and os.geteuid() == 0:
        say(f"Installing with apt-get: {names}", f"正在用 apt-get 安装：{names}")
        if _apt_get(packages):
            return True
    if on_debian:
        say(f"Please run: sudo apt-get install {names}", f"请运行：sudo apt-get install {names}")
    else:
        say(
            f"Please install with the system's package manager: {names}",
            f"请用系统的软件包管理器安装：{names}",
        )
    return False


def _apt_get(packages: list[str]) -> bool:
    """Install without a question; the lists are fetched where they are missing or too old."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    get = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120"]
    install = [*get, "install", "-y", "--no-install-recommends", *packages]

    done, _ = _output(install, environment)
    if not done:
        _output([*get, "update"], environment)
        done, trouble = _output(install, environment)
        if not done:
            print(trouble[-2000:], file=sys.stderr)
    return done


def _output(command: list[str], environment: dict[str, str]) -> tuple[bool, str]:
    """Whether a command went well, and what it said."""
    import subprocess

    try:
        result = subprocess.run(
            command,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError as error:
        return False, str(error)
    return result.returncode == 0, result.stdout
