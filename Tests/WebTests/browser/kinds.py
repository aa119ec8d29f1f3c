"""Every kind of page, as each reader meets it: three languages, a phone, 320 px, the version for elders."""

import re

from hands import links, status
from harness import journey, need
from looks import look

LANGUAGES = ("/zh-Hans", "/zh-Hant", "/en")

# Pages by who reads them. A pair is a list and the pattern of the first link to follow from it.
PUBLIC = [
    "/", "/search?q=%E5%A4%8D%E8%AE%AE", "/guides", "/guides/reconsideration-2023", "/guides/hotline",
    "/guides/disclosure", "/guides/penalty-ordinary", "/apply/disclosure", "/apply/hotline", "/track", "/sign-in", "/sign-up",
    "/settings", "/publications", ("/publications", r"/publications/[^/]+/\d+$"), "/tables",
    "/tables/disclosure/2023", "/report/2023", "/ledger", "/ledger/entries/0", "/ledger/verify",
    "/check-us", "/accessibility", "/no-such-page",
]
SIGNED_IN = {
    "citizen": ["/my/cases", "/account", "/account/tokens"],
    "registrar": [
        "/desk", "/desk?scope=organ", "/desk?scope=posts", "/desk/consultations", "/desk/signatures",
        "/desk/calendar", "/cases", "/open", "/open/disclosure/apply", "/account", "/account/password"],
    "handler": [
        "/desk", ("/cases?procedure=reconsideration-2023", r"/cases/reconsideration-\d+-\d+$"),
        ("/cases?procedure=reconsideration-2017", r"/cases/reconsideration-\d+-\d+$")],
    "inspector": [
        ("/cases?procedure=penalty-ordinary", r"/cases/penalty-\d+-\d+$"), "/open/penalty-simple"],
    "call-back": ["/desk/call-backs", ("/cases?procedure=hotline", r"/cases/hotline-\d+-\d+$")],
    "mediator": ["/desk", ("/cases?procedure=mediation", r"/cases/mediation-\d+-\d+$")],
    "organ-head": [
        "/dashboard", "/dashboard/report/2023", ("/dashboard", r"/figures/[^?]+\?year=2023"),
        "/dashboard?organ=zhongguancun-street", "/dashboard/at-risk", ("/dashboard", r"/dashboard/waiting/"),
        ("/dashboard", r"/dashboard/stays/")],
    "auditor": ["/cases"],
    "system-admin": [
        "/admin/organs", "/admin/officers", ("/admin/officers", r"/admin/officers/[a-z-]+\d+$"),
        "/admin/officers/new", "/admin/packs", "/admin/packs/disclosure",
        "/admin/packs/hotline/rules", "/admin/packs/hotline/checks", "/admin/packs/hotline/stories"],
    "security-admin": ["/admin/accounts", "/admin/new-account", "/admin/accounts/citizen", "/admin/accounts/handler"],
    "audit-admin": ["/admin/trail"],
}
# Parts of a case file: linked from the first closed file that a reader may see.
PARTS = {
    "handler": ("/cases?procedure=reconsideration-2017", r"/cases/reconsideration-\d+-\d+$", [
        r"/notices/\d+$", r"/proofs/\d+$", r"/print$"]),
    "registrar": ("/desk?scope=organ", r"/cases/disclosure-\d+-\d+$", [r"/steps/[a-z-]+$", r"/notices/\d+$"]),
}


def visit(trial, account, start, pattern=None, part=None):
    """Looks at one page in every way that it may be met."""
    page = trial.page(account=account)
    for prefix in LANGUAGES:
        page.goto(prefix + ("" if start == "/" else start))
        for wanted in (pattern, part):
            if wanted:
                found = links(page, wanted)
                need(found, f"{prefix}{start}: no link to {wanted}")
                page.goto(found[0])
        expected = 404 if start == "/no-such-page" else 200
        need(status(page) == expected, f"{page.url}: {status(page)}")
        look(trial, page)
    elder = [{"name": "yifa-elder", "value": "1", "url": trial.origin}]
    page.context.add_cookies(elder)
    page.goto(re.sub(r"^/(en|zh-Hant|zh-Hans)", "", page.url.removeprefix(trial.origin)) or "/")
    need(page.locator("html.elder").count() == 1, "the version for elders is not there")
    look(trial, page)


def declare(account, start, pattern=None, part=None):
    reader = account or "anybody"
    name = start if not pattern else f"a page {pattern} from {start}"
    if part:
        name = f"{part} of {name}"

    @journey(f"{name} is sound in every language and size, for {reader}")
    def sound(trial):
        visit(trial, account, start, pattern, part)


for page in PUBLIC:
    declare(None, *([page] if isinstance(page, str) else page))
for account, pages in SIGNED_IN.items():
    for page in pages:
        declare(account, *([page] if isinstance(page, str) else page))
for account, (start, pattern, parts) in PARTS.items():
    for part in parts:
        declare(account, start, pattern, part)


@journey("Every link on the pages of everybody leads somewhere")
def links_lead_somewhere(trial):
    page = trial.page()
    seen = {}
    for start in [page for page in PUBLIC if isinstance(page, str) and page != "/no-such-page"]:
        page.goto(start)
        for address in links(page, r"^/(?!log/|api/|open311/)", "body"):
            address = address.split("#")[0]
            kind = re.sub(r"\d+", "0", address)
            if kind and kind not in seen:
                seen[kind] = (address, start)
    for address, start in list(seen.values())[:400]:
        answer = page.request.get(address)
        trial.expect(answer.status == 200, f"{start} leads to {address}: {answer.status}")


@journey("The keyboard alone is enough to sign in, and its place is always seen")
def keyboard(trial):
    page = trial.page()
    page.goto("/sign-in")
    page.keyboard.press("Tab")
    need(page.evaluate("() => document.activeElement.className") == "skip-link", "no skip link comes first")
    page.keyboard.press("Enter")
    reached = []
    for _ in range(12):
        page.keyboard.press("Tab")
        name = page.evaluate("() => document.activeElement.name || document.activeElement.type")
        reached.append(name)
        seen(trial, page, name)
        if name == "account":
            page.keyboard.type("registrar")
        elif name == "password":
            page.keyboard.type("haidian-2023-demo")
        elif name == "code":
            with page.expect_navigation():
                page.keyboard.press("Enter")
            break
    need("/sign-in" not in page.url, f"the keyboard reached {reached} and did not sign in")


def seen(trial, page, name):
    """What has the focus shows it, and is not hidden behind anything (WCAG 2.2, 2.4.7 and 2.4.11)."""
    style = page.evaluate("""() => {
      const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
      const top = document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2);
      return [s.outlineStyle, parseFloat(s.outlineWidth), s.boxShadow, !top || e.contains(top) || top.contains(e)];
    }""")
    outline, thick, shadow, on_top = style
    trial.expect((outline != "none" and thick >= 2) or shadow != "none", f"the focus on {name} is not seen")
    trial.expect(on_top, f"{name} has the focus behind something else")
