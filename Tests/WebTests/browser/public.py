"""What everybody may read and check, without an account."""

import csv
import io
import json
import re
import subprocess
import sys

from urllib.parse import unquote

import feedparser
import requests

from filing import DISCLOSURE, apply
from hands import controls, links, put, send, status, text_of
from harness import journey, need
from looks import look


@journey("Publications are filtered, each has a stable address, and shows masked words only")
def publications(trial):
    page = trial.page()
    page.goto("/publications")
    found = links(page, r"/publications/[^/?]+/\d+$")
    need(found, "nothing is published")
    form = page.locator("main form[method=get]").first
    need(form.count(), "publications cannot be filtered")
    for select in form.locator("select").all():
        name = select.get_attribute("name")
        values = [v for v in select.locator("option").evaluate_all("all => all.map(o => o.value)") if v]
        need(values, f"there is nothing to choose for {name}")
        answer = page.request.get(f"/publications?{name}={values[-1]}")
        trial.expect(answer.status == 200, f"?{name}={values[-1]}: {answer.status}")
    page.goto(found[0])
    need(status(page) == 200, f"{found[0]}: {status(page)}")
    look(trial, page)
    stored = trial.page().request.get(found[0])
    need(stored.status == 200, "the address is not stable")
    for kind in ("010-5555", "applicant-contact"):
        trial.expect(kind not in page.content(), f"the publication shows {kind}")


@journey("The Atom feed of publications is well-formed, and its entries lead to pages")
def feed(trial):
    answer = trial.page().request.get("/publications.atom")
    need(answer.status == 200, f"the feed: {answer.status}")
    need(answer.headers["content-type"].startswith("application/atom+xml"), answer.headers["content-type"])
    parsed = feedparser.parse(answer.body())
    need(parsed.bozo is False or parsed.bozo == 0, f"feedparser: {parsed.get('bozo_exception')}")
    need(parsed.version == "atom10", f"the feed is {parsed.version!r}")
    need(parsed.feed.get("id") and parsed.feed.get("updated") and parsed.feed.get("title"), "the feed lacks an element")
    need(parsed.entries, "the feed is empty")
    ids = [entry.id for entry in parsed.entries]
    need(len(set(ids)) == len(ids), "two entries have one identity")
    for entry in parsed.entries[:3]:
        path = re.sub(r"^https?://[^/]+", "", entry.link)
        need(trial.page().request.get(path).status == 200, f"an entry leads to {path}")


@journey("The disclosure table of a year is a table for people and a file for programs")
def tables(trial):
    page = trial.page()
    page.goto("/tables")
    address = links(page, r"/tables/[^/]+/2023$")
    need(address, "no table is listed")
    page.goto(address[0])
    table = page.locator("main table").first
    need(table.locator("th[scope]").count() > 5, "the table has no heads")
    with page.expect_download() as download:
        page.locator("main a[href*='csv']").first.click()
    rows = list(csv.reader(io.StringIO(open(download.value.path(), encoding="utf-8-sig").read())))
    need(len(rows) > 10 and len({len(row) for row in rows}) == 1, f"the file has {len(rows)} uneven rows")


@journey("The year's report can be read, and fetched as Markdown, HTML, CSV and JSON, which parse")
def report(trial):
    page = trial.page()
    page.goto("/report/2023")
    need("97.6%" in text_of(page), "a figure of the report is missing")
    downloads = {}
    for link in page.locator("main a[href*='/download/']").all():
        with page.expect_download() as download:
            link.click()
        href = link.get_attribute("href").split("?")[0]
        downloads[href.rsplit("/", 1)[1]] = open(download.value.path(), "rb").read()
    need(set(downloads) >= {"markdown", "html", "csv", "json"} or len(downloads) >= 4,
         f"the report can be fetched as {sorted(downloads)}")
    for name, body in downloads.items():
        text = body.decode("utf-8-sig")
        if "json" in name:
            json.loads(text)
        elif "csv" in name:
            rows = list(csv.reader(io.StringIO(text)))
            need(len({len(row) for row in rows}) == 1, "rows of the CSV differ in length")
        elif "html" in name:
            need(text.lstrip().startswith("<!DOCTYPE html>"), "the HTML is no document")
        need("97.6" in text, f"{name} lacks a figure")


@journey("How to check us: the commands on the page work, and an independent reader says good")
def check_us(trial):
    page = trial.page()
    page.goto("/check-us")
    text = page.locator("main").inner_text()
    commands = re.findall(r"curl [^\n]*", text)
    need(commands, "the page tells no command")
    for command in commands:
        address = re.search(r"https?://[^\s\"']+", command)
        if address and "{" not in address.group(0) and "<" not in address.group(0):
            path = re.sub(r"^https?://[^/]+", "", address.group(0))
            got = page.request.get(path)
            trial.expect(got.status == 200, f"{command}: {got.status}")
    page.goto("/ledger/entries/0")
    files = {}
    for link in page.locator("main a[download], main a[href*='proof'], main a[href*='json']").all():
        with page.expect_download() as download:
            link.click()
        name = download.value.suggested_filename
        download.value.save_as(trial.world.folder / name)
        files["proof" if name.endswith(".tlog-proof") else "entry"] = trial.world.folder / name
    need(set(files) == {"proof", "entry"}, f"proof and entry cannot be fetched: {files}")
    # The log after the proof: others write meanwhile, and an export knows no newer checkpoint.
    log = fetched_log(trial, trial.world.folder / "public-log")
    done = subprocess.run(
        [sys.executable, trial.world.root / "Tests/LedgerTests/independent/read_log.py", log,
         files["proof"], files["entry"]], capture_output=True, text=True)
    need(done.returncode == 0, f"read_log.py: {done.stderr or done.stdout}")


@journey("A pasted proof is verified on the page; a changed one is not")
def verify(trial):
    page = trial.page()
    page.goto("/ledger/entries/1")
    texts = {}
    for link in page.locator("main a[download], main a[href*='proof'], main a[href*='json']").all():
        with page.expect_download() as download:
            link.click()
        name = download.value.suggested_filename
        texts["proof" if name.endswith(".tlog-proof") else "entry"] = open(download.value.path()).read()
    for proof, good in ((texts["proof"], True), (changed(texts["proof"]), False), ("nonsense", False)):
        page.goto("/ledger/verify")
        put(page, {name: proof for name, control in textareas(page) if "proof" in name} |
            {name: texts["entry"] for name, control in textareas(page) if "entry" in name})
        with page.expect_navigation():
            page.locator("main form:has(textarea) button[type=submit]").first.click()
        look(trial, page)
        is_good = page.locator("main .success").count() > 0 and status(page) == 200
        trial.expect(is_good == good, f"a {'good' if good else 'bad'} proof: {text_of(page)[:200]}")


@journey("The site in the language of the cookie, until an address asks for another")
def languages(trial):
    page = trial.page()
    page.goto("/settings")
    page.locator("main [name=language][value=en]").check()
    send(page, "main form:has([name=language])")
    page.goto("/guides")
    need(page.locator("html").get_attribute("lang") == "en", "the language was not kept")
    page.goto("/zh-Hant/guides")
    need(page.locator("html").get_attribute("lang") == "zh-Hant", "the address does not choose the language")
    need(all(href.startswith("/zh-Hant") for href in links(page, r"/guides/")), "links lose the language")
    page.goto("/no-such-page")
    need(page.locator("html").get_attribute("lang") == "en", "a page of trouble is not in the language chosen")


@journey("Names never stand in addresses, and the server's log holds no person's words")
def names_stay_private(trial):
    page = trial.page()
    seen = []
    page.on("request", lambda request: seen.append(request.url))
    case = apply(page)
    page.goto(case.address)
    for url in seen:
        for word in (DISCLOSURE["applicant-name"], "010-5555", case.secret):
            trial.expect(word not in unquote(url), f"{word} stands in {url}")
    log = trial.world.server.log.read_text()
    for word in (DISCLOSURE["applicant-name"], "010-5555", case.secret):
        trial.expect(word not in log, f"the log holds {word}")


# MARK: Parts


def changed(text):
    """A proof with one character of a hash changed."""
    lines = text.split("\n")
    at = next(i for i, line in enumerate(lines) if re.fullmatch(r"[A-Za-z0-9+/]{43}=", line))
    lines[at] = ("B" if lines[at][0] == "A" else "A") + lines[at][1:]
    return "\n".join(lines)


def textareas(page):
    return [(name, control) for name, control in controls(page).items() if control["kind"] == "textarea"]


def fetched_log(trial, folder):
    """Fetches the whole log as a stranger would: checkpoint, tiles and entries, by plain GET; full tiles once a run."""
    session = requests.Session()
    root = trial.origin + "/log/"

    def get(path):
        answer = session.get(root + path, timeout=60)
        need(answer.status_code == 200, f"/log/{path}: {answer.status_code}")
        return answer

    checkpoint = get("checkpoint")
    keep(folder, "checkpoint", checkpoint.content)
    full = trial.world.kept.setdefault("tiles", {})
    for path in tile_paths(int(checkpoint.text.split("\n")[1])):
        if path not in full:
            answer = get(path)
            if ".p/" in path:
                keep(folder, path, answer.content)
                continue
            trial.expect("immutable" in answer.headers.get("cache-control", ""), f"/log/{path} is not kept")
            full[path] = answer.content
        keep(folder, path, full[path])
    page = trial.page()
    page.goto("/check-us")
    key = get("verifier-key.txt").text.strip()
    need(key in page.locator("main").inner_text(), "the page tells another verifier key, or none")
    keep(folder, "verifier-key.txt", (key + "\n").encode())
    return folder


def keep(folder, path, content):
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_bytes(content)


def tile_paths(size):
    """The paths of all tiles of a log (C2SP tlog-tiles), level by level, entries last."""
    paths, level, count = [], 0, size
    while count > 0:
        paths += tiles(f"tile/{level}", count)
        level, count = level + 1, count >> 8
    return paths + tiles("tile/entries", size)


def tiles(prefix, count):
    full, rest = divmod(count, 256)
    paths = [f"{prefix}/{numbered(n)}" for n in range(full)]
    return paths + ([f"{prefix}/{numbered(full)}.p/{rest}"] if rest else [])


def numbered(n):
    parts = [f"{n % 1000:03}"]
    while n >= 1000:
        n //= 1000
        parts.insert(0, f"x{n % 1000:03}")
    return "/".join(parts)
