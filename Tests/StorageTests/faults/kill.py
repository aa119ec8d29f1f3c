"""Kill the program in the middle of its work, again and again, and see that nothing acknowledged is lost.

    kill.py YIFA [ROUNDS]

Each round loads the demonstration year into a new journal and kills the program with SIGKILL at a
random moment: while it starts in every fifth round, after its first commit in the others. It asks: does `ledger check` pass, with every case file replaying to the end? Is
every event that was acknowledged there? Are the lists what the events say? Does work go on?
Ends with `N passed, M failed`; exit 1 if any failed. About three minutes for 50 rounds.
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SHORTEST, LONGEST = 0.05, 2.0  # seconds until the kill
PATIENCE = 120  # seconds for a check


class Bad(Exception):
    pass


def need(condition, what):
    if not condition:
        raise Bad(what)


def run(*arguments):
    done = subprocess.run(arguments, capture_output=True, text=True, timeout=PATIENCE)
    return done.returncode, done.stdout, done.stderr.strip()


def load_and_kill(yifa, database, acknowledged, seconds, starting):
    """Whether the kill found the program alive."""
    program = subprocess.Popen(
        [yifa, "demo", "--quiet", "--database", database, "--acknowledge", acknowledged],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    patience = time.monotonic() + PATIENCE
    while not starting and last_acknowledged(acknowledged) < 0 and time.monotonic() < patience:
        time.sleep(0.01)
    time.sleep(seconds)
    alive = program.poll() is None
    program.send_signal(signal.SIGKILL)
    program.wait()
    return alive


def last_acknowledged(path):
    """The last sequence of a whole line; -1 if nothing was acknowledged."""
    try:
        lines = Path(path).read_text().split("\n")[:-1]
    except FileNotFoundError:
        return -1
    return max((int(line) for line in lines), default=-1)


def check(yifa, database):
    code, out, err = run(yifa, "ledger", "check", "--database", database, "--json")
    need(out, f"ledger check: {err}")
    findings = json.loads(out)
    need(code == 0 and findings["good"], f"ledger check: {findings.get('problem')}")
    return findings


def check_lists(yifa, database):
    """The lists must say after a crash what the events say, and again once made anew."""
    for action in (["report", "check"], ["ledger", "rebuild"], ["report", "check"]):
        code, out, err = run(yifa, *action, "--database", database)
        need(code == 0, f"{' '.join(action)}: {out} {err}")


def play(yifa, folder, seconds, starting):
    database = str(folder / "journal.db")
    acknowledged = str(folder / "acknowledged")
    need(load_and_kill(yifa, database, acknowledged, seconds, starting),
         "the program ended before the kill")
    if not Path(database).exists() or not Path(database + ".key").exists():
        need(starting, "there is no journal")
        return -1, 0
    promised = last_acknowledged(acknowledged)
    need(starting or promised >= 0, "nothing was acknowledged in all that time")
    findings = check(yifa, database)
    need(findings["events"] >= promised + 1,
         f"{promised + 1} events were acknowledged, {findings['events']} are there")
    check_lists(yifa, database)
    return promised, findings["events"]


def main():
    need(len(sys.argv) in (2, 3), "usage: kill.py YIFA [ROUNDS]")
    yifa = str(Path(sys.argv[1]).resolve())
    rounds = int(sys.argv[2]) if len(sys.argv) == 3 else 50
    os.environ.setdefault("YIFA_HOME", str(Path(__file__).resolve().parents[3]))
    chance = random.Random()
    failed = events = recorded = 0
    for number in range(1, rounds + 1):
        seconds = chance.uniform(SHORTEST, LONGEST)
        folder = Path(tempfile.mkdtemp(prefix="yifa-kill-"))
        try:
            promised, there = play(yifa, folder, seconds, starting=number % 5 == 0)
            events += there
            recorded += promised >= 0
            shutil.rmtree(folder)
        except (Bad, subprocess.TimeoutExpired, ValueError) as error:
            failed += 1
            print(f"round {number}, killed after {seconds:.3f} s, kept in {folder}: {error}",
                  file=sys.stderr)
    print(f"{recorded} rounds had acknowledged something; {events} events checked")
    print(f"{rounds - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except Bad as error:
        sys.exit(str(error))
