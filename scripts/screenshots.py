"""Take the pictures of the README: small PNGs of the real thing, in docs/screenshots.

    screenshots.py YIFA DATABASE

Needs what `scripts/setup.sh test` installs; the journal is copied and not written into.
"""

import io
import sys
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "Tests/WebTests/browser"))

from filing import DISCLOSURE, answer_all, begin, file  # noqa: E402
from hands import links  # noqa: E402
from harness import CHROMIUM, UNLIMITED, Server, Trial, World, copied  # noqa: E402

MOST_BYTES = 120_000
COLOURS = 64


def save(page, name, whole=False):
    """Keeps a picture with few colours, so that it is small."""
    picture = Image.open(io.BytesIO(page.screenshot(full_page=whole))).convert("RGB")
    target = ROOT / "docs/screenshots" / f"{name}.png"
    for colours in (COLOURS, 32, 16):
        picture.quantize(colours, dither=Image.Dither.NONE).save(target, optimize=True)
        if target.stat().st_size <= MOST_BYTES:
            break
    else:
        sys.exit(f"{target}: {target.stat().st_size} bytes, at most {MOST_BYTES}")
    print(f"{target.relative_to(ROOT)}  {target.stat().st_size // 1000} kB")


def first(page, listing, pattern):
    page.goto(listing)
    page.goto(links(page, pattern)[0])


def take(trial):
    page = trial.page()
    page.goto("/")
    save(page, "home")
    page.goto("/guides/reconsideration-2023")
    save(page, "guide")
    in_person = DISCLOSURE | {"step": "apply", "channel": "in-person"}
    draft = begin(page, answers=in_person)
    page.goto(links(page, "/questions/requested-information")[0])
    save(page, "question")
    answer_all(page, draft, in_person)
    page.goto(file(page, draft).address)
    save(page, "my-case")

    officer = trial.page(account="handler")
    officer.goto("/desk?scope=organ")
    save(officer, "desk")
    first(officer, "/cases?procedure=reconsideration-2023", r"/cases/reconsideration-\d+-\d+$")
    save(officer, "case-file")

    leader = trial.page(account="organ-head")
    leader.goto("/dashboard")
    save(leader, "dashboard")
    leader.goto("/en/report/2023")
    save(leader, "report")

    phone = trial.page(phone=True)
    phone.goto("/zh-Hant/guides/disclosure")
    save(phone, "phone")
    elder = trial.page(elder=True)
    elder.goto("/")
    save(elder, "elder")


def main():
    yifa, database = sys.argv[1:]
    (ROOT / "docs/screenshots").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="yifa-pictures-") as name:
        folder = Path(name)
        copy = copied(database, folder)
        server = Server(yifa, copy, folder, **UNLIMITED)
        try:
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                take(Trial(World(server, folder, yifa, database, copy, ROOT), browser, "pictures"))
                browser.close()
        finally:
            server.end()


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main()
