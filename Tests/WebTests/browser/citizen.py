"""What citizens do, and people who help one."""

import re

import deskwork
from filing import (DISCLOSURE, HOTLINE, answer_all, apply, apply_by_program, begin, fill_what_is_asked, file, filed, send_main, track)
from hands import (a_document, controls, error_summary, fill, follow, links, main_button, put, send,
                   send_unchecked, status, text_of)
from harness import journey, need, where
from looks import look


@journey("A citizen searches for a matter in three languages, and reads its guide")
def search(trial):
    page = trial.page()
    for prefix, words in (("", "信息公开"), ("/zh-Hant", "行政復議"), ("/en", "reconsideration")):
        page.goto(prefix + "/")
        page.locator("main [type=search]").first.fill(words)
        send(page, "main form[role=search]", "button")
        found = links(page, r"/guides/[a-z0-9-]+$")
        need(found, f"{words}: nothing was found")
        look(trial, page)
        page.goto(found[0])
        look(trial, page)
        for part, what in (("svg[role=img]", "diagram of the steps"), ("details", "article digest"),
                           ("a[href*='/apply/']", "start button")):
            trial.expect(page.locator(f"main {part}").count(), f"{where(page)}: no {what}")
    page.goto("/search?q=" + "x" * 300)
    need(status(page) == 200, "a long search fails")


@journey("A citizen applies, one question a page, and gets number, due day and a receipt to print")
def applies(trial):
    page = trial.page()
    asked = []

    def each(page):
        kinds = [name for name, control in controls(page).items() if control["kind"] != "checkbox"]
        asked.append((where(page), kinds))
        look(trial, page)

    draft = begin(page)
    look(trial, page)
    need(page.locator("main .task-list .tag").count() >= 3, "the task list has no states")
    answer_all(page, draft, each=each)
    for place, kinds in asked:
        if "/questions/" in place:
            names = {name.split(".")[0] for name in kinds}
            trial.expect(len(names) == 1, f"{place} asks {kinds}")
    page.goto(draft + "/check")
    look(trial, page)
    need(DISCLOSURE["requested-information"] in text_of(page), "an answer is not shown to be checked")
    need(links(page, r"/questions/"), "no answer can be changed")
    case = file(page, draft)
    look(trial, page)
    text = text_of(page)
    need(case.secret, "the confirmation shows no secret")
    trial.expect("答复期限自双方确认之日起计算" in text, "the confirmation does not say why no term runs yet")
    follow(page, r"/receipt$")
    look(trial, page)
    receipt = text_of(page)
    need(case.case in receipt and case.secret in receipt, "the receipt lacks number or secret")
    page.goto(draft)
    trial.expect(status(page) in (404, 422) or "/my/cases/" in page.url,
                 f"the draft is there after filing: {status(page)}")


@journey("A request to the hotline tells at once until when it must be taken up, and why")
def told_when(trial):
    page = trial.page()
    case = apply(page, "hotline", HOTLINE)
    look(trial, page)
    text = text_of(page)
    need(re.search(r"2024年1月2日", text), "the confirmation names no due moment")
    need("12345热线规范" in page.content(), "the due moment is not explained by its article")
    page.goto(case.address)
    need("网上诉求受理时限" in text_of(page), "the page of the case does not name the term")


@journey("The whole way without scripts: apply, track, answer; nothing depends on them")
def without_scripts(trial):
    page = trial.page(script=False)
    case = apply(page)
    other = trial.page(script=False)
    track(other, case.case, case.secret)
    need(f"/my/cases/{case.case}" in other.url, f"tracking led to {where(other)}")
    deskwork.ask_for_correction(trial, case, script=False)
    correct(other, case)


@journey("The whole way on a phone, in English, and in the version for elders")
def other_ways(trial):
    for options, prefix in (({"phone": True}, ""), ({}, "/en"), ({"elder": True}, "/zh-Hant")):
        page = trial.page(**options)
        case = apply(page, prefix=prefix, each=lambda page: look(trial, page, axe=False))
        look(trial, page)
        page.goto(case.address)
        look(trial, page)


@journey("A wrong or missing answer is told at the top, with the focus, and what was typed is kept")
def wrong_answers(trial):
    page = trial.page()
    draft = begin(page)
    question = next(iter(links(page, r"/questions/requested-information")))
    page.goto(question)
    send_unchecked(page)
    need(status(page) == 422, f"an empty answer was taken with {status(page)}")
    messages, focused = error_summary(page)
    need(messages, "no summary of errors")
    need(focused, "the summary of errors does not have the focus")
    trial.expect(re.match("错误|有内容", page.title()), f"the title does not tell of the error: {page.title()}")
    look(trial, page)
    link = page.locator(".error-summary a").first
    target = link.get_attribute("href")
    need(page.locator(f"main {target}").count() == 1, f"the summary leads nowhere: {target}")
    link.click()
    need(page.evaluate("() => document.activeElement.name") == "requested-information",
         "the summary does not lead into the field")
    del draft


@journey("A draft is kept: leaving and coming back loses nothing, and belongs to one visit")
def kept_draft(trial):
    page = trial.page()
    draft = begin(page)
    question = next(iter(links(page, r"/questions/applicant-contact")))
    page.goto(question)
    fill(page, applicant_contact="010-55550199")
    send_main(page)
    page.goto("/")
    page.goto(question)
    need(page.input_value("[name=applicant-contact]") == "010-55550199", "the answer was lost")
    stranger = trial.page()
    stranger.goto("/track")
    stranger.goto(draft)
    need(status(stranger) == 404 or "/sign-in" in stranger.url, "a stranger reads a draft")


@journey("Sending twice, by double click, retry or the back button, files once, and the first receipt stays good")
def twice(trial):
    page = trial.page()
    draft = begin(page)
    answer_all(page, draft)
    page.goto(draft + "/check")
    form = page.locator("main form").last
    fields = form.evaluate("f => Object.fromEntries(new FormData(f))")
    action = form.get_attribute("action")
    with page.expect_navigation():
        main_button(form).dblclick()
    page.wait_for_load_state()
    first = filed(page)
    again = page.request.post(action, form=fields)
    need(first.case in again.url, f"a retry led to {again.url} ({again.status})")
    page.go_back()
    if page.locator("main form button[type=submit]").count() and "/check" in page.url:
        send_main(page)
        need(first.case in page.url, f"sending after going back led to {where(page)}")
    cases = my_cases(page)
    need(len(cases) == 1, f"filed: {cases}")
    other = trial.page()
    track(other, first.case, first.secret)
    need(first.case in other.url, "the secret of the first receipt opens nothing after a retry")


@journey("A case is tracked by number and secret in another browser; a wrong secret opens nothing")
def tracks(trial):
    case = apply_by_program(trial)
    page = trial.page()
    track(page, case.case, "wrong-secret-1")
    need(status(page) in (401, 422), f"a wrong secret was answered with {status(page)}")
    need(error_summary(page)[0], "a wrong secret is not told in a summary of errors")
    look(trial, page)
    page.goto(case.address)
    need(status(page) == 404 or "/sign-in" in page.url or "/track" in page.url,
         f"a case is open without its secret: {status(page)}")
    track(page, case.case, case.secret)
    need(case.case in page.url and status(page) == 200, f"the right secret led to {where(page)}")
    look(trial, page)
    need(case.secret not in page.url, "the secret stands in the address")
    need(page.locator("main details").count(), "no due day is explained")
    other = trial.page(account="citizen")
    other.goto(case.address)
    need(status(other) == 404, f"another citizen's case is answered with {status(other)}")
    for path in ("/receipt", "/filed", "/review", "/remarks/urge", "/notices/1"):
        other.goto(case.address + path)
        trial.expect(status(other) == 404, f"another citizen's case: {path}: {status(other)}")


@journey("A party urges, challenges a due day and adds a document; the officer sees all three")
def remarks(trial):
    page, case = with_a_case(trial)
    deskwork.register(trial, case)
    for kind, words in (("urge", "请尽快办理，谢谢"), ("challenge", "认为期限应当从12月29日起算"),
                        ("supplement", "补充说明：范围限于中关村街道")):
        page.goto(f"{case.address}/remarks/{kind}")
        need(status(page) == 200, f"{kind}: {status(page)}")
        look(trial, page)
        for name, control in controls(page).items():
            if control["kind"] in ("textarea", "text"):
                put(page, {name: words})
            elif control["kind"] == "file":
                put(page, {name: a_document("补充材料")})
            elif control["kind"] in ("radio", "select"):
                put(page, {name: control["values"][0]})
        send_main(page)
        need(status(page) == 200, f"{kind}: {status(page)}: {text_of(page)[:200]}")
        page.goto(case.address)
        trial.expect(words in text_of(page), f"the {kind} is not shown to the party")
    page.goto(f"{case.address}/remarks/urge")
    if page.locator("main form").count():
        fill_what_is_asked(page, {})
        send_unchecked(page)
        need(status(page) == 422, "urged twice on a day")
    officer = trial.page(account="registrar")
    officer.goto(f"/cases/{case.case}")
    for words in ("请尽快办理", "从12月29日起算", "补充说明"):
        trial.expect(words in text_of(officer), f"the officer does not see: {words}")
    look(trial, officer)


@journey("An officer asks for correction, the party answers, gets the decision, and reviews it badly: rectification opens")
def to_the_end(trial):
    page, case = with_a_case(trial)
    deskwork.ask_for_correction(trial, case)
    page.goto(case.address)
    look(trial, page)
    need(links(page, r"/notices/\d+"), "the party is not shown the notice")
    follow(page, r"/notices/\d+")
    look(trial, page)
    correct(page, case, trial)
    deskwork.grant(trial, case)
    page.goto(case.address)
    look(trial, page)
    need("予以公开" in text_of(page), "the party is not shown the outcome")
    internal = [word for word in ("征求", "分派", "指派") if word in text_of(page)]
    trial.expect(not internal, f"the party reads what is internal: {internal}")
    review(trial, page, case)


@journey("A third party is asked, opens the case with a key of its own, and answers; it reads no more than it may")
def third_party(trial):
    applicant, case = with_a_case(trial)
    officer = deskwork.register(trial, case)
    deskwork.take_step(officer, case.case, "begin-search")
    officer.goto(f"/cases/{case.case}/steps/ask-third-party")
    look(trial, officer)
    put(officer, {"consulted-on": "抽检报告中贵公司的商业信息", "act.others": "haidian-shop"})
    send_main(officer)
    need("/steps/" not in officer.url, f"nobody was asked: {text_of(officer)[:400]}")
    officer.goto(f"/cases/{case.case}")
    put(officer, {"party": "haidian-shop"}, "main form[action$='/keys']")
    send(officer, "main form[action$='/keys']")
    look(trial, officer)
    secret = officer.locator("main .secret").first.inner_text().strip()
    page = trial.page()
    track(page, case.case, secret)
    need(status(page) == 200 and case.case in page.url, f"the key leads to {where(page)}")
    look(trial, page)
    for private in (DISCLOSURE["applicant-contact"], DISCLOSURE["applicant-name"]):
        trial.expect(private not in page.content(), f"the third party reads {private}")
    follow(page, r"/consultations/third-party$")
    look(trial, page)
    for name, control in controls(page).items():
        if control["kind"] in ("radio", "select"):
            put(page, {name: next((v for v in control["values"] if "object" in v), control["values"][0])})
        elif control["kind"] == "textarea":
            put(page, {name: "涉及商业秘密，不同意公开"})
    send_main(page)
    need(status(page) == 200, f"answering: {status(page)}: {text_of(page)[:200]}")
    officer.goto(f"/cases/{case.case}")
    need(officer.locator("#consultations", has_text="不同意").count(), "the answer does not reach the officer")
    applicant.goto(case.address)
    trial.expect("商业秘密" not in applicant.content(), "the applicant reads the third party's answer")


@journey("A caller withdraws a request that is on its way; the case ends, and says why")
def withdraws(trial):
    page, case = with_a_case(trial, HOTLINE, "hotline")
    taker = trial.page(account="call-taker")
    deskwork.take_step(taker, case.case, "classify", **{"class": "help"})
    page.goto(case.address)
    follow(page, r"/steps/withdraw$")
    look(trial, page)
    fill_what_is_asked(page, {})
    send_main(page)
    need(status(page) == 200 and "/steps/" not in page.url, f"not withdrawn: {text_of(page)[:300]}")
    page.goto(case.address)
    need("撤回" in text_of(page), "the case does not say that it was withdrawn")
    need(not links(page, r"/steps/"), "an ended case offers steps")


@journey("The keyboard alone answers a question page, and Enter goes on")
def by_keyboard(trial):
    page = trial.page()
    begin(page)
    page.goto(next(iter(links(page, r"/questions/applicant-contact"))))
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("() => document.activeElement.name") == "applicant-contact":
            break
    page.keyboard.type("010-55550111")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    need("/questions/applicant-contact" not in page.url, f"Enter leads to {where(page)}")


def with_a_case(trial, answers=DISCLOSURE, procedure="disclosure"):
    """A page that has opened a case of its own by number and secret, and the case."""
    case = apply_by_program(trial, answers, procedure)
    page = trial.page()
    track(page, case.case, case.secret)
    return page, case


def correct(page, case, trial=None):
    """Answers a request for correction."""
    page.goto(case.address)
    follow(page, r"/steps/correct$")
    if trial:
        look(trial, page)
    put(page, {"corrected-request": "2023年海淀区市场监管局食品抽检不合格产品名单"})
    send_main(page)
    need(status(page) == 200 and "/steps/" not in page.url,
         f"no correction was taken: {where(page)} {status(page)}: {text_of(page)[:300]}")


def review(trial, page, case):
    page.goto(f"{case.address}/review")
    look(trial, page)
    put(page, {"level": "very-dissatisfied", "comment": "办理时间过长"})
    send_main(page)
    need(status(page) == 200, f"the review: {status(page)}: {text_of(page)[:300]}")
    page.goto(f"{case.address}/review")
    look(trial, page)
    text = text_of(page)
    need("非常不满意" in text and "核实整改" in text, "the review does not show its rectification")
    need(re.search(r"20\d\d年\d+月\d+日", text), "the rectification shows no due day")
    trial.expect(page.locator("main form [name=level]").count() == 0, "a second review is offered")


def my_cases(page):
    page.goto("/my/cases")
    return links(page, r"/my/cases/[^/]+$")
