#!/usr/bin/env python3
"""Set up .venv from the hashed lock where it is not there yet, then run Python in it.

Needs Python and no library, so that it runs on a bare machine:
    python3 tools/bootstrap.py [--npm] -m bot serve
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements" / "dev.lock"
INSTALLER = ROOT / "requirements" / "uv.lock"
LOG = ROOT / ".cache" / "setup.log"
PIP_SOURCE = os.environ.get("AKE_PIP_SOURCE", "https://github.com/pypa/pip")
PIP_COMMIT = "634a6ec1a5d9dcc2433571cdb2f4c58a4bb29caf"  # 26.2.1
HASHED = ("--no-deps", "--require-hashes", "--only-binary", ":all:")
UV_NAMES = {
    "PIP_INDEX_URL": "UV_DEFAULT_INDEX",
    "PIP_EXTRA_INDEX_URL": "UV_INDEX",
    "PIP_CERT": "SSL_CERT_FILE",
}
"""What pip's settings are called by uv, which does not read them."""


class Missing(Exception):
    """What this machine lacks and how to get it, in one line."""


def main(words: list[str]) -> int:
    os.chdir(ROOT)
    if sys.version_info < (3, 11):  # noqa: UP036
        return run_with_newer(words)
    try:
        set_up()
    except Missing as missing:
        say(f"error: {missing}")
        return 1
    if words[:1] == ["--npm"]:
        set_up_npm()
        words = words[1:]
    return run(words)


def run_with_newer(words: list[str]) -> int:
    """A Python that is found may be a shim that does not run: it is tried first."""
    for name in ("python3.14", "python3.13", "python3.12", "python3.11"):
        found = shutil.which(name)
        if found and not subprocess.call([found, "-c", ""], stderr=subprocess.DEVNULL):
            return subprocess.call([found, __file__, *words])
    version = sys.version.split()[0]
    say(f"error: Python 3.11 or newer is needed; {sys.executable} is {version}.")
    return 1


def run(words: list[str]) -> int:
    path = f"{BIN}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "VIRTUAL_ENV": str(VENV), "PATH": path}
    if os.name != "nt":  # signals then reach the bot itself
        os.execve(PYTHON, [str(PYTHON), *words], env)  # noqa: S606
    return subprocess.call([str(PYTHON), *words], env=env)


def set_up() -> None:
    """Do nothing where .venv is as the lock says. Raises Missing."""
    stamp, made_with, locked = VENV / "ready", sys.version, digest(LOCK)
    found = stamp.read_text().split("\0") if stamp.exists() and PYTHON.exists() else []
    if found == [made_with, locked]:
        return
    say("Setting up .venv (a minute or so, only this once) …")
    started = time.monotonic()
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text("")
    if found[:1] != [made_with]:
        create()
    stamp.write_text(f"{made_with}\0")
    install()
    stamp.write_text(f"{made_with}\0{locked}")
    say(f"Ready in {time.monotonic() - started:.0f} s.")


def digest(*files: Path) -> str:
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()


def create() -> None:
    """A bare environment with uv in it, three to five times as quick as pip."""
    shutil.rmtree(VENV, ignore_errors=True)
    python = getattr(sys, "_base_executable", sys.executable)
    if not do([python, "-m", "venv", "--without-pip", str(VENV)]):
        raise Missing(f"Python cannot make a virtual environment: {last_words()}")
    pip_install(INSTALLER)


def install() -> None:
    uv = BIN / ("uv.exe" if os.name == "nt" else "uv")
    env = {UV_NAMES[name]: os.environ[name] for name in UV_NAMES if name in os.environ}
    sync = [str(uv), "pip", "sync", "-q", "--python", str(PYTHON), *HASHED[1:], str(LOCK)]
    quick = uv.exists() and do([*sync, "--compile-bytecode"], {**env, **os.environ})
    if not quick and not pip_install(LOCK):
        raise Missing(f"the packages could not be installed. Online? {last_words()}")


def pip_install(lock: Path) -> bool:
    env = {**os.environ, "PYTHONPATH": str(pip_home()), "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    words = ["install", "-q", "--no-input", "--retries", "1", *HASHED, "-r", str(lock)]
    return do([str(PYTHON), "-m", "pip", *words], env)


def pip_home() -> Path:
    """Where a pip stands that another Python can run: Debian's Python comes without one."""
    import_path = importlib.util.find_spec("ensurepip")
    bundled = Path(import_path.origin or "").parent / "_bundled" if import_path else None
    shared = sysconfig.get_config_var("WHEEL_PKG_DIR") or "/usr/share/python-wheels"
    for folder in filter(None, (bundled, Path(shared))):
        for wheel in folder.glob("pip-*.whl"):
            return wheel
    installed = importlib.util.find_spec("pip")
    return alone(Path(installed.origin)) if installed and installed.origin else fetched_pip()


def alone(pip: Path) -> Path:
    """A folder with that pip and nothing else: its neighbours would pass for installed."""
    home = ROOT / ".cache" / "pip"
    shutil.rmtree(home, ignore_errors=True)
    shutil.copytree(pip.parent, home / "pip")
    return home


def fetched_pip() -> Path:
    home = ROOT / ".cache" / f"pip-{PIP_COMMIT[:9]}"
    git = ["git", "-C", str(home)]
    if not (home / "src").exists():
        say("This Python has no pip; getting one with git …")
        done = (
            do(["git", "init", "-q", str(home)])
            and do([*git, "fetch", "-q", "--depth", "1", PIP_SOURCE, PIP_COMMIT])
            and do([*git, "checkout", "-q", "FETCH_HEAD"])
        )
        if not done:
            raise Missing("this Python has no pip. Debian, Ubuntu: sudo apt install python3-venv")
    return home / "src"


def set_up_npm() -> None:
    """What the tests of the page need from npm. Where it is missing those tests say so."""
    npm, stamp = shutil.which("npm"), ROOT / "node_modules" / "ready"
    locked = digest(ROOT / "package-lock.json")
    if npm is None or (stamp.exists() and stamp.read_text() == locked):
        return
    LOG.parent.mkdir(exist_ok=True)
    if do([npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]):
        stamp.write_text(locked)
    else:
        say(f"npm could not install axe-core: {last_words()}")


def do(words: list[str], env: dict[str, str] | None = None) -> bool:
    """Run a program, its words kept in the log. Whether it went well."""
    with LOG.open("a") as log:
        try:
            return not subprocess.call(words, env=env, stdout=log, stderr=log)
        except OSError as error:
            log.write(f"{words[0]}: {error}\n")
            return False


def last_words() -> str:
    lines = [line.strip() for line in LOG.read_text(errors="replace").splitlines()]
    return f"{next(filter(None, reversed(lines)), 'no reason given')} (more in {LOG})"


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
