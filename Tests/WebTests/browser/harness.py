"""What every journey stands on: the server under test, browsers, and the list of journeys.

A journey is a function marked `@journey("What somebody does")`; it gets a `Trial`. Faults that it
tells are gathered, so that one run says all that is wrong with a page; an exception ends it.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import threading
import time
import traceback
import urllib.error
import urllib.request
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import sync_playwright

CHROMIUM = "/usr/bin/chromium"
PASSWORD = "haidian-2023-demo"
PATIENCE = 60  # seconds until the server must be ready
WAIT = 20_000  # milliseconds for anything on a page
UNLIMITED = {"WRITES_PER_SECOND": 0, "SIGN_INS_PER_MINUTE": 0}
JOURNEYS = []


class Bad(Exception):
    """Something is not as it must be."""


def need(condition, what):
    if not condition:
        raise Bad(what)


def journey(sentence):
    """Marks a function as a journey."""
    def mark(function):
        JOURNEYS.append(Journey(sentence, function))
        return function
    return mark


@dataclass
class Journey:
    sentence: str
    function: object

    @property
    def actor(self):
        return self.function.__module__


# MARK: The server


class Server:
    """`yifa serve` on a free loopback port; ended by its process id."""

    def __init__(self, yifa, database, folder, name="server", port=0, **settings):
        self.log = folder / f"{name}.log"
        environment = {key: value for key, value in os.environ.items()
                       if not key.startswith("YIFA_") or key == "YIFA_HOME"}
        environment |= {f"YIFA_{key}": str(value) for key, value in settings.items()}
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [yifa, "serve", "--database", database, "--port", str(port)],
                stdout=log, stderr=subprocess.STDOUT, env=environment)
        try:
            self.origin = self.wait()
        except BaseException:
            self.end()
            raise

    def wait(self):
        """The address, once the server says that it is ready."""
        patience = time.monotonic() + PATIENCE
        origin = None
        while time.monotonic() < patience:
            need(self.process.poll() is None, f"the server ended at once: {self.tail()}")
            found = re.search(r"Serving (http://127\.0\.0\.1:\d+)/", self.log.read_text())
            origin = found and found.group(1)
            if origin and answers(origin + "/ready"):
                return origin
            time.sleep(0.05)
        raise Bad(f"the server was not ready in {PATIENCE} s: {self.tail()}")

    def tail(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-8:])

    def end(self):
        """Asks the server to end, and says how it ended: 0 is well."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            return "it had to be killed"

    def complaints(self):
        """Lines of the log that tell of something broken."""
        lines = self.log.read_text(errors="replace").splitlines()
        return [line for line in lines
                if re.search(r"failed|Fatal|fatal|\berror\b", line) and "http-4" not in line]


def answers(address):
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def copied(database, folder):
    """A copy of a journal with its key, to be written into."""
    copy = folder / "journal.db"
    for suffix in ("", ".key", "-wal", "-shm"):
        Path(f"{copy}{suffix}").unlink(missing_ok=True)
        if suffix != "-shm" and Path(f"{database}{suffix}").exists():
            shutil.copyfile(f"{database}{suffix}", f"{copy}{suffix}")
    return copy


# MARK: Trials


@dataclass
class World:
    """What all journeys of a run share."""

    server: Server
    folder: Path
    yifa: str
    source: Path  # the demonstration journal: nobody writes into it, so it may be copied at any time
    database: Path
    root: Path
    pages: list = field(default_factory=list)
    kept: dict = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)


class Trial:
    """One journey on its way: its browser contexts, and the faults it found."""

    WIDE = {"width": 1280, "height": 900}
    PHONE = {"width": 390, "height": 844}

    def __init__(self, world, browser, sentence):
        self.world = world
        self.browser = browser
        self.sentence = sentence
        self.faults = []
        self.contexts = []

    @property
    def origin(self):
        return self.world.server.origin

    def page(self, account=None, phone=False, script=True, elder=False, origin=None):
        """A page of a fresh browser; signed in where an account is named."""
        size = self.PHONE if phone else self.WIDE
        origin = origin or self.origin
        context = self.browser.new_context(
            base_url=origin, viewport=size, java_script_enabled=script, has_touch=phone,
            accept_downloads=True, locale="zh-CN")
        context.set_default_timeout(WAIT)
        self.contexts.append(context)
        if elder:
            context.add_cookies([{"name": "yifa-elder", "value": "1", "url": origin}])
        page = context.new_page()
        page.answered = None
        page.on("response", lambda response: self.saw(page, response))
        page.on("pageerror", lambda error: self.fault(f"{where(page)}: script: {error}"))
        page.on("console", lambda message: self.heard(page, message))
        if account:
            self.sign_in(page, account, keep=origin == self.origin)
        return page

    @staticmethod
    def saw(page, response):
        if response.request.is_navigation_request() and response.frame == page.main_frame:
            if not 300 <= response.status < 400:
                page.answered = response

    def heard(self, page, message):
        # The browser itself notes a page that came with status 4xx.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.fault(f"{where(page)}: console: {message.text}")

    def sign_in(self, page, account, password=PASSWORD, keep=True):
        """Signs in through the form, or with the cookie of an earlier sign-in of this run."""
        with self.world.lock:
            cookies = self.world.kept.get(account)
        if cookies and keep:
            page.context.add_cookies(cookies)
            return
        page.goto("/sign-in")
        page.fill("[name=account]", account)
        page.fill("[name=password]", password)
        page.click("main form button[type=submit]")
        need("/sign-in" not in page.url, f"{account} could not sign in")
        if keep:
            with self.world.lock:
                self.world.kept[account] = [
                    cookie for cookie in page.context.cookies() if cookie["name"] == "yifa-visit"]

    def own_journal(self, name):
        """A journal of this journey's own, in a folder of its own: nobody else acts in it."""
        folder = self.world.folder / name
        folder.mkdir(exist_ok=True)
        return copied(self.world.source, folder)

    @contextmanager
    def serving(self, database, name="server", **settings):
        """The origin of one more server, which must end well when the journey is through with it."""
        server = Server(self.world.yifa, database, database.parent, name, **(UNLIMITED | settings))
        try:
            yield server.origin
        finally:
            self.expect(server.end() == 0, f"the server {name} did not end well")

    def fault(self, what):
        if what not in self.faults:
            self.faults.append(what)

    def expect(self, condition, what):
        """Like `need`, but the journey goes on."""
        if not condition:
            self.fault(what)

    def close(self):
        for context in self.contexts:
            context.close()

    def photograph(self, folder):
        for number, context in enumerate(self.contexts):
            for page in context.pages[-1:]:
                try:
                    name = re.sub(r"\W+", "-", self.sentence)[:60]
                    page.screenshot(path=folder / f"{name}-{number}.png", full_page=True)
                except Exception:
                    pass


def within(seconds, holds):
    """Whether something comes to hold within a time, however fast the machine is."""
    until = time.monotonic() + seconds
    while not (held := holds()) and time.monotonic() < until:
        time.sleep(0.05)
    return held


def where(page):
    return re.sub(r"^https?://[^/]+", "", page.url)


# MARK: A run


class Run:
    """Plays journeys, two at a time, and tells how each went."""

    def __init__(self, world, journeys, browsers=2, each=print):
        self.world = world
        self.waiting = list(journeys)
        self.browsers = browsers
        self.tell = each
        self.failed = []
        self.passed = 0
        self.lock = threading.Lock()

    def play(self):
        workers = [threading.Thread(target=self.work) for _ in range(self.browsers)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()

    def work(self):
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
            while True:
                with self.lock:
                    if not self.waiting:
                        break
                    journey = self.waiting.pop(0)
                self.travel(journey, browser)
            browser.close()

    def travel(self, journey, browser):
        trial = Trial(self.world, browser, journey.sentence)
        begun = time.monotonic()
        try:
            journey.function(trial)
        except Exception as error:
            trial.fault(told(error))
            trial.photograph(self.world.folder / "failed")
        finally:
            trial.close()
        self.record(journey, trial.faults, time.monotonic() - begun)

    def record(self, journey, faults, seconds=0.0):
        with self.lock:
            if faults:
                self.failed.append((journey, faults))
            else:
                self.passed += 1
            self.tell(f"{'✗' if faults else '✓'} {journey.actor}: {journey.sentence} ({seconds:.1f} s)")
            self.tell_faults(faults)

    def tell_faults(self, faults):
        for fault in faults:
            self.tell("    " + fault.replace("\n", "\n      "))

    def tell_failed(self):
        """The journeys that failed once more, together, where somebody who reads the end of a log sees them."""
        for journey, faults in self.failed:
            self.tell(f"failed: {journey.actor}: {journey.sentence}")
            self.tell_faults(faults)


def told(error):
    """An exception in a few lines: what, and where in the journey."""
    here = str(Path(__file__).parent)
    places = [f"{Path(frame.filename).name}:{frame.lineno}"
              for frame in traceback.extract_tb(error.__traceback__)
              if frame.filename.startswith(here) and not frame.filename.endswith("harness.py")]
    text = str(error).strip().split("Call log:")[0].strip()
    kind = "" if isinstance(error, Bad) else f"{type(error).__name__}: "
    return f"{kind}{text[:1200]} [{' < '.join(reversed(places[-3:]))}]"


def as_json(address, **headers):
    request = urllib.request.Request(address, headers=headers)
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)
