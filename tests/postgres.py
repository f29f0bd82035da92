"""A PostgreSQL server that is started for the tests, where one is installed."""

from __future__ import annotations

import getpass
import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

import pytest


def programs() -> Path | None:
    """The folder of PostgreSQL's programs, on the path or where Debian puts them; ``None`` where there are none."""
    named = shutil.which("initdb")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    return Path(named).parent if named else found[-1].parent if found else None


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The URL of a server that lives as long as the tests, without the name of a database; ``ONRECORD_POSTGRES`` names another one."""
    pytest.importorskip("psycopg", reason="no PostgreSQL driver: install the extra onrecord[postgres]")
    if given := os.environ.get("ONRECORD_POSTGRES"):
        yield given.rstrip("/")
        return
    where = programs()
    if where is None:
        pytest.skip("no PostgreSQL server is installed; ONRECORD_POSTGRES=postgresql+psycopg://user@host names one that runs")
    folder, account = Path(mkdtemp(prefix="pg")), ""
    if os.getuid() == 0:  # the server refuses to be root's
        account = "postgres"
        if account not in {one.pw_name for one in pwd.getpwall()}:
            pytest.skip("PostgreSQL's server does not run as root, and there is no user postgres")
        shutil.chown(folder, account)

    def run(program: str, *words: str) -> None:
        command = [str(where / program), "-D", str(folder / "data"), *words]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=account or None)

    user = account or getpass.getuser()
    run("initdb", "-U", user, "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
    settings = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
    run("pg_ctl", "-w", "-t", "120", "-o", settings, "-l", str(folder / "log"), "start")
    try:
        yield f"postgresql+psycopg://{user}@/{{}}?host={folder}"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def database(server: str, name: str) -> str:
    """The URL of a new database."""
    import psycopg
    from sqlalchemy.engine import make_url

    url = server if "{}" in server else f"{server}/{{}}"
    plain = make_url(url.format("postgres")).set(drivername="postgresql").render_as_string(hide_password=False)
    with psycopg.connect(plain, autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"'.encode())
        connection.execute(f'CREATE DATABASE "{name}"'.encode())
    return url.format(name)
