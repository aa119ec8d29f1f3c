"""What must be refused, whoever asks for it."""

import re
import time
import uuid

import deskwork
from filing import DISCLOSURE, apply_by_program, track
from hands import error_summary, fill, form_token, one_time_code, send, status, text_of
from harness import PASSWORD, journey, need
from looks import look


@journey("Five wrong passwords lock an account, and the right one is then refused too")
def lock_out(trial):
    page = trial.page()
    name = new_account(trial)
    for _ in range(5):
        try_to_sign_in(page, name, "wrong-password-1")
        need(status(page) in (401, 422), f"a wrong password was answered with {status(page)}")
    look(trial, page)
    messages, focused = error_summary(page)
    trial.expect(messages, "a wrong password shows no summary of errors")
    trial.expect(focused, "the summary of errors does not have the focus")
    trial.expect(page.input_value("[name=account]") == name, "the account typed was not kept")
    trial.expect(page.input_value("[name=password]") == "", "the page shows a password again")
    try_to_sign_in(page, name, PASSWORD)
    need("/sign-in" in page.url, "a locked account signed in")


@journey("A second factor is set up, asked for, and a code is good once only")
def second_factor(trial):
    name = new_account(trial)
    page = trial.page(account=name)
    page.goto("/account")
    look(trial, page)
    secret = page.locator("code.secret").inner_text().strip()
    fill(page, code="000000")
    send(page, "main form")
    trial.expect(error_summary(page)[0], "a wrong code is not told in a summary of errors")
    page.goto("/account")
    secret = page.locator("code.secret").inner_text().strip()
    clock = time.time()
    fill(page, code=one_time_code(secret, clock))
    send(page, "main form")
    need(page.locator(".notice.success").count() == 1, "the second factor was not set up")
    other = trial.page()
    try_to_sign_in(other, name, PASSWORD)
    need("/sign-in" in other.url, "signed in without the second factor")
    used = one_time_code(secret, clock)
    try_to_sign_in(other, name, PASSWORD, used)
    need("/sign-in" in other.url, "a code was good twice")
    try_to_sign_in(other, name, PASSWORD, one_time_code(secret, clock + 30))
    need("/sign-in" not in other.url, f"a right code was refused: {error_summary(other)[0]}")


@journey("Signing in changes the cookie of the visit, and signing out ends it")
def rotation(trial):
    name = new_account(trial)
    page = trial.page()
    page.goto("/sign-in")
    before = visit_cookie(page)
    need(before, "the sign-in page begins no visit")
    try_to_sign_in(page, name, PASSWORD)
    after = visit_cookie(page)
    need(after["value"] != before["value"], "the cookie of the visit stayed the same")
    for wanted, got in (("httpOnly", True), ("sameSite", "Lax")):
        trial.expect(after[wanted] == got, f"the cookie's {wanted} is {after[wanted]}")
    old = trial.page()
    old.context.add_cookies([before])
    old.goto("/account")
    need("/sign-in" in old.url, "the cookie from before the sign-in is signed in")
    page.goto("/account")
    send(page, "header form", "button")
    stolen = trial.page()
    stolen.context.add_cookies([after])
    stolen.goto("/account")
    need("/sign-in" in stolen.url, "the cookie is good after signing out")


@journey("A form without its token, or with another's, is refused and changes nothing")
def token(trial):
    page = trial.page(account="citizen")
    page.goto("/settings")
    mine = form_token(page)
    for sent in ({}, {"form-token": ""}, {"form-token": mine[::-1]}):
        answer = page.request.post("/settings", form={**sent, "elder": "1"}, max_redirects=0)
        trial.expect(answer.status == 403, f"token {sent}: answered {answer.status}")
        trial.expect("yifa-elder" not in str(answer.headers_array), "the setting was changed")
    good = page.request.post("/settings", form={"form-token": mine, "elder": "0"}, max_redirects=0)
    need(good.status == 303, f"the right token was answered with {good.status}")


@journey("Every answer carries the headers that keep a browser safe")
def safe_headers(trial):
    for path in ("/", "/sign-in", "/no-such-page", "/assets/x/y.css", "/api/openapi.json", "/health"):
        answer = trial.page().request.get(path)
        got = answer.headers
        trial.expect("default-src 'self'" in got.get("content-security-policy", ""), f"{path}: policy")
        trial.expect(got.get("x-content-type-options") == "nosniff", f"{path}: nosniff")
        trial.expect(got.get("referrer-policy") == "same-origin", f"{path}: referrer policy")
        trial.expect(got.get("x-frame-options") == "DENY", f"{path}: frame options")


@journey("Too large a request is answered with 413, in words")
def too_large(trial):
    page = trial.page(account="citizen")
    page.goto("/settings")
    body = b"x" * 21_500_000
    answer = page.request.post(
        "/settings", data=body, headers={"content-type": "application/x-www-form-urlencoded"})
    need(answer.status == 413, f"answered {answer.status}")


@journey("A method that an address does not take is answered with 405 and what it takes")
def wrong_method(trial):
    page = trial.page()
    for path, method in (("/account", "DELETE"), ("/settings", "PUT"), ("/sign-in", "PATCH")):
        answer = page.request.fetch(path, method=method)
        trial.expect(answer.status == 405, f"{method} {path}: {answer.status}")
        trial.expect("GET" in answer.headers.get("allow", ""), f"{method} {path}: Allow is "
                     f"{answer.headers.get('allow')!r}")


@journey("Markup in a name is shown as text, wherever it is shown")
def markup(trial):
    page = trial.page()
    evil = "<img src=x onerror=alert(1)>\"'&"
    name = new_account(trial, display=evil)
    trial.sign_in(page, name)
    page.on("dialog", lambda dialog: (trial.fault("a script ran"), dialog.dismiss()))
    page.goto("/account")
    need(evil in text_of(page, "body"), "the name is not shown as it was written")
    need(page.locator("img[src=x]").count() == 0, "a name became an element")
    look(trial, page, axe=False)


@journey("Markup in an application is shown as text to the applicant, the officer, and on paper")
def markup_filed(trial):
    evil = "<script>document.title='x'</script><b id=evil>\"'&amp;"
    case = apply_by_program(trial, DISCLOSURE | {"requested-information": evil, "applicant-name": evil, "name": evil})
    page = trial.page()
    track(page, case.case, case.secret)
    officer = deskwork.register(trial, case)
    for reader, address in ((page, case.address), (officer, f"/cases/{case.case}"),
                            (officer, f"/cases/{case.case}/print"), (officer, "/desk?scope=organ")):
        reader.goto(address)
        trial.expect(reader.locator("#evil").count() == 0, f"{address}: the text became an element")
        trial.expect(reader.title() != "x", f"{address}: a script ran")
    officer.goto(f"/cases/{case.case}/print")
    need("<b id=evil>" in text_of(officer, "body"), "the print does not show the text as it was written")


@journey("Behind TLS the cookies are secure, and browsers are told to come by TLS only")
def behind_tls(trial):
    with trial.serving(trial.world.database, "tls", BEHIND_TLS="true") as origin:
        answer = trial.page(origin=origin).request.get("/sign-in")
        cookie = answer.headers.get("set-cookie", "")
        need("Secure" in cookie and "HttpOnly" in cookie and "SameSite=Lax" in cookie, f"cookie {cookie!r}")
        need("max-age=" in answer.headers.get("strict-transport-security", ""), "no HSTS")


@journey("Only so many writes and sign-ins are taken from one address")
def limits(trial):
    with trial.serving(trial.world.database, "limited", WRITES_PER_SECOND=5, SIGN_INS_PER_MINUTE=3) as origin:
        page = trial.page(origin=origin)
        page.goto("/sign-in")
        answers = []
        for _ in range(4):
            answers.append(page.request.post(
                "/sign-in", form={"form-token": form_token(page), "account": "nobody-x",
                                  "password": "wrong-password"}))
        need(answers[-1].status == 429, f"the fourth sign-in in a minute: {answers[-1].status}")
        wait = answers[-1].headers.get("retry-after", "")
        trial.expect(re.fullmatch(r"[1-9]\d?", wait), f"Retry-After is {wait!r}")
        statuses = [page.request.post("/settings", form={}).status for _ in range(12)]
        need(429 in statuses, f"twelve writes at once: {statuses}")


# MARK: Parts


def new_account(trial, display="王小明"):
    """Opens an account through the form; answers its name."""
    name = "t" + uuid.uuid4().hex[:12]
    page = trial.page()
    page.goto("/sign-up")
    fill(page, name=display, account=name, password=PASSWORD)
    send(page)
    need("/sign-up" not in page.url, f"no account was opened: {error_summary(page)[0]}")
    return name


def try_to_sign_in(page, name, password, code=None):
    page.goto("/sign-in")
    fill(page, account=name, password=password)
    if code:
        fill(page, code=code)
    send(page)


def visit_cookie(page):
    return next((c for c in page.context.cookies() if c["name"] == "yifa-visit"), None)
