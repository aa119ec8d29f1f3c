"""Filing an application as a citizen does: through the guide, the task list and its pages, to the receipt."""

import json
import re

import requests

from hands import a_document, controls, follow, links, main_button, put, send, status, text_of
from harness import need, where

DISCLOSURE = {
    "organ": "market-supervision", "step": "apply-online", "name": "赵小楠",
    "applicant-name": "赵小楠", "applicant-contact": "010-55550123", "applicant-kind": "natural-person",
    "channel": "internet", "requested-information": "2023年食品抽检不合格产品名单及处置情况",
    "wanted-form": "electronic",
}
HOTLINE = {
    "organ": "hotline-centre", "step": "raise", "name": "孙大爷", "channel": "online",
    "caller-name": "孙大爷", "phone": "010-55556789", "place": "中关村南大街", "request": "路灯不亮，请尽快修理",
}
DEFAULTS = {"text": "说明", "textarea": "说明", "date": "2023-12-28", "number": "1", "search": None,
            "email": "zhao@example.org", "tel": "010-55550123"}
MOST_PAGES = 40


class Filed:
    """A case as its applicant knows it."""

    def __init__(self, case, secret, prefix=""):
        self.case = case
        self.secret = secret
        self.prefix = prefix

    @property
    def address(self):
        return f"{self.prefix}/my/cases/{self.case}"


def begin(page, procedure="disclosure", answers=DISCLOSURE, prefix=""):
    """From the guide to the task list of a draft; answers the draft's address."""
    page.goto(f"{prefix}/guides/{procedure}")
    follow(page, rf"/apply/{procedure}")
    fill_what_is_asked(page, answers)
    send(page)
    while "/apply/" in page.url:
        fill_what_is_asked(page, answers)
        send(page)
    found = re.search(r"(/\S*?)?(/drafts/[^/?#]+)", where(page))
    need(found, f"no draft was begun: {where(page)}, status {status(page)}")
    return prefix + found.group(2)


def fill_what_is_asked(page, answers):
    """Fills in every control of the page: from the answers, else something that fits its kind."""
    values = {}
    for name, control in controls(page).items():
        if control["kind"] == "file":
            values[name] = a_document()
        elif name in answers:
            values[name] = answers[name]
        elif control["kind"] in ("radio", "select"):
            if control["required"] and control["values"]:
                values[name] = control["values"][0]
        elif control["kind"] != "checkbox" and control["required"]:
            values[name] = DEFAULTS[control["kind"]]
    put(page, values)


def answer_all(page, draft, answers=DISCLOSURE, each=None):
    """Goes through every page of the task list until nothing is left to answer."""
    page.goto(draft)
    done = set()
    for _ in range(MOST_PAGES):
        left = [href for href in links(page, r"/drafts/[^/]+/(?!check)") if href not in done]
        if not left:
            return
        done.add(left[0])
        page.goto(left[0])
        if each:
            each(page)
        fill_what_is_asked(page, answers)
        send_main(page)
        need(status(page) == 200, f"{left[0]}: {status(page)}: {text_of(page)[:300]}")
        page.goto(draft)
    raise AssertionError("the task list does not end")


def send_main(page):
    """Sends the form of the page that has something to fill in."""
    forms = page.locator("main form")
    index = forms.evaluate_all("""all => {
      const filled = all.findIndex((f) => [...f.elements].some((e) => e.name && !["hidden", "submit"].includes(e.type)));
      return filled < 0 ? 0 : filled;
    }""")
    with page.expect_navigation():
        main_button(forms.nth(index)).click()


def file(page, draft):
    """Sends what was checked; answers the case."""
    page.goto(draft + "/check")
    send_main(page)
    return filed(page, prefix_of(draft))


def filed(page, prefix=""):
    found = re.search(r"/my/cases/([^/?#]+)/filed", page.url)
    need(found, f"nothing was filed: {where(page)}, status {status(page)}: {text_of(page)[:400]}")
    secret = page.locator("main .secret")
    return Filed(found.group(1), secret.first.inner_text().strip() if secret.count() else None, prefix)


def prefix_of(address):
    found = re.match(r"/(zh-Hans|zh-Hant|en)(?=/)", address)
    return found.group(0) if found else ""


def apply(page, procedure="disclosure", answers=DISCLOSURE, prefix="", each=None):
    """The whole way; answers the case."""
    draft = begin(page, procedure, answers, prefix)
    answer_all(page, draft, answers, each)
    return file(page, draft)


def apply_by_program(trial, answers=DISCLOSURE, procedure="disclosure"):
    """The same application filed by a program, for journeys that are about what comes afterwards."""
    fields = {name: value for name, value in answers.items() if name not in ("organ", "step", "name")}
    answer = requests.post(f"{trial.origin}/api/v1/cases", timeout=60, json={
        "procedure": procedure, "step": answers["step"], "organ": answers["organ"], "name": answers["name"],
        "fields": fields, "documents": ["identity-proof"] if procedure == "disclosure" else []})
    need(answer.status_code == 201, f"no case was filed: {answer.status_code} {answer.text[:300]}")
    body = answer.json()
    return Filed(body["case"] if isinstance(body.get("case"), str) else found_case(body), body["secret"])


def found_case(body):
    """The case's name in an answer of the API."""
    found = re.search(r'"((?:disclosure|hotline)-\d+-\d+)"', json.dumps(body))
    need(found, f"no case in {json.dumps(body)[:300]}")
    return found.group(1)


def track(page, case, secret, prefix=""):
    page.goto(prefix + "/track")
    put(page, {"number": case, "secret": secret})
    send_main(page)
