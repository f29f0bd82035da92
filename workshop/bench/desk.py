"""How long the desk takes for a page: ``python -m workshop.bench.desk [--entries N N] [--runs R] [--cpu] [--folder F]``.

Makes invented ledgers (``workshop.bench.invented``; kept in the folder for the next time), asks for every page in turn, one request after
the other, in the same process, and prints the 95th percentile in milliseconds for each ledger and the ratio of the last to the first.
Before that every page is asked for once: how long the first took is printed apart, threads and all. ``--cpu`` counts the time that the
processor took instead of the clock's: on a machine that does other things as well, the only figure that means anything.
"""

from __future__ import annotations

import argparse
import gc
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from tempfile import gettempdir
from urllib.parse import quote

from starlette.testclient import TestClient

from onrecord import ledger
from onrecord.cli.serve import CALM
from onrecord.ledger import Choice
from onrecord.views.web import Desk, app
from workshop.bench.invented import DAYS, FIRST, build

MADE = 2
"""Changes where the invented ledgers do: one that was made otherwise is made anew. The second kind has stories."""

PAGE, TIMELINE = 150.0, 300.0
"""Milliseconds that a page, and a timeline of 5,000 marks, may take."""


def ledgers(folder: Path, sizes: list[int]) -> Iterator[Path]:
    """A ledger of each size, made where it is not there yet."""
    for size in sizes:
        place = folder / f"onrecord-bench-{size}-{MADE}.db"
        if not place.exists():
            print(f"making {place}", flush=True)
            unfinished = place.with_suffix(".part")
            unfinished.unlink(missing_ok=True)
            build(unfinished, size)
            unfinished.rename(place)
        yield place


def paths(place: Path) -> dict[str, str]:
    """Every kind of page by name, with an address on this ledger."""
    with ledger.open(place, create=False) as opened, opened.view() as view:
        ids = {kind: next(view.entries(Choice(kind=kind, limit=1, order="-time"))) for kind in ("quote", "act", "meeting", "deadline")}
        person = next(view.actors("person")).name
        state = next(view.actors("state")).name
        story = max(view.stories(), key=lambda row: (row.reports, row.id)).id
    end = FIRST + timedelta(DAYS)
    found = {
        "today": "/", "today, another day": "/?since=2027-10-01", "as of a day": "/?as_of=2027-06-01",
        "timeline": "/timeline", "timeline of 5,000 marks": f"/timeline?since={end - timedelta(400)}&until={end}&_size=50",
        "timeline by story": "/timeline?lanes=story", "timeline of a story": f"/timeline?story={story}",
        "timeline of an actor": f"/timeline?actor={quote(state)}",
        "meetings": "/meetings", "deadlines": "/deadlines", "statements": "/statements", "acts": "/acts",
        "meetings of a pair": f"/meetings?actor={quote(person)}&_size=50", "acts, far on": "/acts?_next=5000", "threads": "/threads",
        "actors": "/actors", "a person": f"/actors/{quote(person)}", "a state": f"/actors/{quote(state)}",
        "reports": "/reports", "a report": f"/reports/{ids['act'].report}",
        "search": "/search?q=pier",
        "search with facets": "/search?q=pier&kind=quote&since=2027-01-01", "search, rare": "/search?q=pier+1234",
        "search in a story": f"/search?q=pier&story={story}",
        "about": "/about", "judgements": "/judgements", "read": "/read",
        "entries.json": "/entries.json", "entries.csv": "/entries.csv?_size=100",
        "changes.atom": "/changes.atom", "calendar.ics": "/calendar.ics",
    }  # fmt: skip
    found |= {f"a {kind}": f"/entries/{record.entry.id}" for kind, record in ids.items()}
    return found | {f"thread of a {kind}": f"/threads/{ids[kind].entry.id}" for kind in ("meeting", "deadline", "act")}


def measured(place: Path, asked: dict[str, str], runs: int, clock: Callable[[], float]) -> tuple[float, dict[str, list[float]]]:
    """Milliseconds of the very first page, threads and all, and of every page ``runs`` times."""
    with ledger.open(place, create=False) as opened, TestClient(app(Desk(opened)), "http://localhost") as client:
        first = _once(client, "/", clock)
        for path in asked.values():
            _once(client, path, clock)
        return first, {name: [_once(client, path, clock) for _ in range(runs)] for name, path in asked.items()}


def _once(client: TestClient, path: str, clock: Callable[[], float]) -> float:
    began = clock()
    answer = client.get(path)
    took = (clock() - began) * 1000
    assert answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:200]}"
    return took


def percentile(values: list[float], share: float = 0.95) -> float:
    """The value that this share of them does not exceed."""
    return sorted(values)[max(0, -(-int(len(values) * share * 100) // 100) - 1)]


def main() -> None:
    """Print a line a page; exit code 1 where one takes longer than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--cpu", action="store_true")
    parser.add_argument("--folder", type=Path, default=Path(gettempdir()))
    parser.add_argument("--only", default="", help="pages whose name holds this")
    args = parser.parse_args()
    gc.set_threshold(*CALM)
    clock = time.process_time if args.cpu else time.perf_counter
    results = []
    for size, place in zip(args.entries, ledgers(args.folder, args.entries), strict=True):
        asked = {name: path for name, path in paths(place).items() if args.only in name}
        first, times = measured(place, asked, args.runs, clock)
        print(f"{size:,} entries: the very first page, with all threads, after {first / 1000:.1f} s", flush=True)
        results.append({name: percentile(values) for name, values in times.items()})
    slow = 0
    for name in results[-1]:
        took = [result[name] for result in results]
        late = took[-1] > (TIMELINE if "marks" in name else PAGE)
        slow += late
        ratio = f"  x{took[-1] / took[0]:5.1f}" if len(took) > 1 else ""
        print(f"{name:26}" + "".join(f"{one:9.1f}" for one in took) + ratio + ("  too slow" if late else ""))
    print(f"95th percentile of {args.runs} runs, ms of {'processor' if args.cpu else 'clock'} time, {date.today()}; {slow} too slow")
    raise SystemExit(slow > 0)


if __name__ == "__main__":
    main()
