"""Browser tests of the web: journeys of each kind of person, in a real Chromium, against a real server.

    run.py YIFA DATABASE [--only WORD]... [--keep FOLDER] [--browsers N]

DATABASE is a demonstration journal as `yifa demo` makes it; it is copied and not written into.
Ends with `N passed, N failed` alone on a line; exit 1 if any failed.
"""

import argparse
import shutil
import sys
import tempfile
import time
from pathlib import Path

import admin, citizen, kinds, leader, officer, program, public, security  # noqa: E401, F401
from harness import JOURNEYS, UNLIMITED, Bad, Journey, Run, Server, World, copied
from looks import validate


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("yifa")
    parser.add_argument("database")
    parser.add_argument("--only", action="append", default=[], help="a word of the actor or sentence")
    parser.add_argument("--keep", type=Path, help="where logs, pages and pictures stay")
    parser.add_argument("--browsers", type=int, default=2)
    parser.add_argument("--port", type=int, default=0)
    return parser.parse_args()


def main():
    given = arguments()
    folder = given.keep or Path(tempfile.mkdtemp(prefix="yifa-web-"))
    for part in ("pages", "failed"):
        shutil.rmtree(folder / part, ignore_errors=True)
        (folder / part).mkdir(parents=True)
    begun = time.monotonic()
    database = copied(given.database, folder)
    server = Server(given.yifa, database, folder, port=given.port, **UNLIMITED)
    world = World(server, folder, given.yifa, given.database, database, Path(__file__).resolve().parents[3])
    wanted = [journey for journey in JOURNEYS
              if not given.only or any(word in f"{journey.actor}: {journey.sentence}"
                                       for word in given.only)]
    wanted.sort(key=lambda journey: journey.actor != "program")  # the longest first
    run = Run(world, wanted, given.browsers, each=lambda line: print(line, flush=True))
    try:
        run.play()
        run.record(Journey("The Nu HTML checker finds nothing on any page", validate),
                   validate(world))
    finally:
        ended = server.end()
    run.record(Journey("The server logs no failure and ends when asked to", main),
               [f"the server ended with {ended}"] * (ended != 0) + server.complaints()[:5])
    if not run.failed and not given.keep:
        shutil.rmtree(folder)
    else:
        print(f"logs, pages and pictures: {folder}")
    run.tell_failed()
    print(f"{len(world.pages)} pages looked at in {time.monotonic() - begun:.0f} s")
    print(f"{run.passed} passed, {len(run.failed)} failed")
    return 1 if run.failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Bad as error:
        print(error, file=sys.stderr)
        print("0 passed, 1 failed")
        sys.exit(1)
