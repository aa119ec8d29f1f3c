"""What officers do at the desk, in case files, and together."""

import random
import re
import sqlite3
import subprocess
import sys
from contextlib import closing

import icalendar

import admin
import deskwork
import public
from filing import DISCLOSURE, apply, apply_by_program, fill_what_is_asked, send_main
from hands import (controls, error_summary, follow, links, put, reveal, send, status,
                   text_of)
from harness import journey, need, where
from looks import look


@journey("An officer's desk: scopes, filters, search, counts that are links, pages by cursor")
def desk(trial):
    case = apply_by_program(trial)
    deskwork.register(trial, case)
    page = trial.page(account="registrar")
    page.goto("/desk?scope=organ")
    look(trial, page)
    need(page.locator("main table tbody tr").count(), "the desk of the organ has no rows")
    trial.expect(links(page, r"/desk\?"), "no count or scope is a link")
    for address in links(page, r"/desk(\?|$)")[:14]:
        page.goto(address)
        trial.expect(status(page) == 200, f"{address}: {status(page)}")
    page.goto("/desk?scope=organ")
    field = page.locator("main form[method=get] input[type=search], main form[method=get] input[type=text]").first
    field.fill(DISCLOSURE["applicant-name"])
    send(page, "main form[method=get]", "button")
    need(links(page, rf"/cases/{case.case}$"), "the search by party does not find the case")
    page.goto("/desk?scope=organ")
    days = page.locator("main table tbody tr").evaluate_all(
        "rows => rows.map(r => (r.textContent.match(/20\\d\\d年\\d+月\\d+日|20\\d\\d-\\d\\d-\\d\\d/) || [''])[0])")
    numbers = [tuple(map(int, re.findall(r"\d+", day))) for day in days if day]
    need(numbers == sorted(numbers), f"the desk is not sorted by due day: {days[:6]}")


@journey("An officer takes a case, hands it over, and finds it among the assigned")
def take(trial):
    case = apply_by_program(trial)
    page = deskwork.register(trial, case)
    page.goto(f"/cases/{case.case}")
    look(trial, page)
    forms = page.locator("main form[action*='/assign']")
    need(forms.count(), "the case cannot be taken or assigned")
    with page.expect_navigation():
        forms.first.locator("button").first.click()
    need(status(page) == 200, f"taking: {status(page)}")
    page.goto("/desk?scope=mine")
    need(links(page, rf"/cases/{case.case}$"), "the case that was taken is not on the desk")
    page.goto(f"/cases/{case.case}")
    picker = page.locator("main form[action*='/assign'] select").first
    need(picker.count(), "the case cannot be handed to a colleague")
    other = [o for o in picker.locator("option").evaluate_all("all => all.map(o => o.value)")
             if o and o != "market-supervision-08"][0]
    picker.select_option(other)
    with page.expect_navigation():
        picker.locator("xpath=ancestor::form").locator("button[type=submit]").first.click()
    page.goto("/desk?scope=mine")
    need(not links(page, rf"/cases/{case.case}$"), "the case that was handed over is still mine")


@journey("An officer assigns several cases at once, saves the search, and uses it again")
def bulk(trial):
    party = "钱" + "".join(random.choices("安邦常德方刚海恒嘉康乐民宁平庆仁", k=2))
    answers = DISCLOSURE | {"name": party, "applicant-name": party}
    cases = [apply_by_program(trial, answers) for _ in range(2)]
    for case in cases:
        deskwork.register(trial, case)
    page = trial.page(account="registrar")
    page.goto(f"/desk?scope=organ&q={party}")
    boxes = page.locator("main input[type=checkbox]")
    need(boxes.count() >= 2, "no rows can be chosen")
    for case in cases:
        box = page.locator(f"main input[type=checkbox][value='{case.case}']")
        need(box.count(), f"{case.case} is not on the first page of the desk")
        box.check()
    form = page.locator("main form[action*='/desk/assign']")
    menu = form.locator("select[name=person]")
    options = [o for o in menu.locator("option").evaluate_all("all => all.map(o => o.value)") if o]
    menu.select_option(options[0])
    with page.expect_navigation():
        form.locator("button.secondary").click()
    need(status(page) == 200, f"assigning: {status(page)}")
    text = text_of(page, "body")
    for case in cases:
        page.goto(f"/cases/{case.case}")
        trial.expect("无人经办" not in text_of(page), f"{case.case} was not assigned: {text[:200]}")
    look(trial, page)
    page.goto("/desk?scope=organ&procedure=disclosure")
    save = page.locator("main form[action*='/desk/searches']")
    need(save.count(), "the search cannot be saved")
    form = save.filter(has=page.locator("input[type=text]")).first
    reveal(form.locator("input[type=text]")).fill("信息公开在办")
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()
    page.goto("/desk")
    saved = page.locator("main a", has_text="信息公开在办")
    need(saved.count(), "the saved search is not listed")
    with page.expect_navigation():
        saved.first.click()
    need("procedure=disclosure" in page.url, f"the saved search leads to {where(page)}")


@journey("A step is refused by law with its article, what was typed is kept, and then it is taken")
def refused(trial):
    page = trial.page(account="registrar")
    page.goto("/open/disclosure")
    look(trial, page)
    follow(page, r"/open/disclosure/apply$")
    look(trial, page)
    fill_what_is_asked(page, DISCLOSURE | {"applicant-name": "钱多多"})
    send_main(page)
    need(status(page) == 422, f"an online application was registered as one by mail: {status(page)}")
    messages, focused = error_summary(page)
    need(messages and focused, "the refusal is not told in a summary with the focus")
    text = text_of(page)
    need("双方确认" in text, f"the reason is not told: {messages}")
    need("政府信息公开条例 31" in text, "the article is not cited")
    look(trial, page)
    need(page.input_value("[name=applicant-name]") == "钱多多", "what was typed was lost")
    put(page, {"channel": "in-person"})
    send_main(page)
    need(re.search(r"/cases/disclosure-\d+-\d+", page.url), f"not taken: {where(page)}: {text_of(page)[:300]}")
    look(trial, page)
    trial.expect(re.search(r"政府信息公开条例 ?\d+", text_of(page)), "steps and refusals name no article")


@journey("A half-filled form is kept: by the button, and by itself a moment after the last key")
def half_filled(trial):
    case = apply_by_program(trial)
    page = deskwork.register(trial, case)
    step = f"/cases/{case.case}/steps/require-correction"
    page.goto(step)
    page.locator("[name=correction-items]").press_sequentially("请说明年度", delay=10)
    with page.expect_response(lambda answer: "/autosave" in answer.url and answer.ok):
        pass
    page.goto("/desk")
    page.goto(step)
    need(page.input_value("[name=correction-items]") == "请说明年度", "what was typed was lost")
    page.locator("[name=correction-items]").fill("请说明年度和范围")
    later = page.locator("main form button[name='act.save']")
    need(later.count(), "there is no button to save and come back later")
    with page.expect_navigation():
        later.first.click()
    page.goto(step)
    need(page.input_value("[name=correction-items]") == "请说明年度和范围", "the button did not save")
    put(page, {"correction-term": "15", "correction-term.unit": "working-days"})
    send_main(page)
    need("/steps/" not in page.url, f"not taken: {text_of(page)[:200]}")


@journey("Two officers see the same file: the second act on an older version is refused in words")
def lost_update(trial):
    case = apply_by_program(trial)
    first = deskwork.register(trial, case)
    step = f"/cases/{case.case}/steps/require-correction"
    second = trial.page(account="registrar")
    second.goto(step)
    deskwork.take_step(first, case.case, "begin-search")
    put(second, {"correction-items": "年度", "correction-term": "15",
                 "correction-term.unit": "working-days"})
    send_main(second)
    need(status(second) in (409, 422), f"an act on an older version: {status(second)}")
    look(trial, second)


@journey("Two officers prepare an act, a third approves, and it happens with the last signature")
def joint(trial):
    head = admin.open_account(trial, trial.page(account="security-admin"), "market-supervision-06")
    page = trial.page(account="inspector")
    page.goto("/open/penalty-ordinary")
    if "/open/penalty-ordinary/" not in page.url:
        follow(page, r"/open/penalty-ordinary/file-case$")
    fill_what_is_asked(page, {
        "party-kind": "organisation", "organisation-name": "海淀某超市", "domain": "market-regulation",
        "source": "inspection", "cause": "未明码标价", "offence-ended-on": "2023-12-28"})
    send_main(page)
    found = re.search(r"/cases/(penalty-\d+-\d+)", page.url)
    need(found, f"not opened: {where(page)}: {text_of(page)[:300]}")
    case = found.group(1)
    look(trial, page)
    page.goto(f"/cases/{case}/steps/preserve-evidence")
    look(trial, page)
    people = [name for name in controls(page) if re.search("colleague|people|by", name)]
    need(people, f"no colleague can be chosen: {list(controls(page))}")
    approver = [name for name in controls(page) if "approve" in name]
    need(approver, f"no approver can be chosen: {list(controls(page))}")
    put(page, {"preserved-things": "电子秤一台", people[0]: "market-supervision-08",
               approver[0]: "market-supervision-06"})
    send_main(page)
    need(status(page) == 200, f"preparing: {status(page)}: {text_of(page)[:400]}")
    colleague = trial.page(account="registrar")
    sign(trial, colleague, case)
    page.goto(f"/cases/{case}")
    need("电子秤一台" not in record(page), "the act happened before it was approved")
    third = trial.page(account=head)
    sign(trial, third, case)
    page.goto(f"/cases/{case}")
    need("先行登记保存证据" in record(page), "the act did not happen with the last signature")


@journey("An opinion is asked, answered at the other's desk, and comes back to the case")
def consultation(trial):
    taker = trial.page(account="call-taker")
    case = deskwork.hotline(taker, "dispatch-to-district", level="ordinary",
                            district_centre="haidian-command-centre")
    dispatcher = trial.page(account="dispatcher")
    convene(dispatcher, case, "zhongguancun-street-11", trial)
    street = trial.page(account="street")
    street.goto("/desk/consultations")
    look(trial, street)
    need(links(street, case), "the question is not in the inbox")
    street.goto(f"/cases/{case}")
    look(trial, street)
    follow(street, r"/consultations/joint-judgement")
    look(trial, street)
    answer(street, f"/cases/{case}/consultations/joint-judgement", "agree")
    dispatcher.goto(f"/cases/{case}")
    need(dispatcher.locator("#consultations", has_text="同意").count(), "the answer does not come back to the case")
    deskwork.take_step(dispatcher, case, "designate-unit", unit="zhongguancun-street",
                       unit_kind="street-town")


@journey("Who was asked has a colleague advise first, and answers with the advice on the record")
def delegation(trial):
    taker = trial.page(account="call-taker")
    case = deskwork.hotline(taker, "dispatch-to-district", level="ordinary",
                            district_centre="haidian-command-centre")
    dispatcher = trial.page(account="dispatcher")
    convene(dispatcher, case, "zhongguancun-street-11")
    question = f"/cases/{case}/consultations/joint-judgement"
    street = trial.page(account="street")
    street.goto(question)
    form = "main form:has([name=move][value=delegate])"
    adviser = street.locator(f"{form} option[value^=zhongguancun-street]").first.get_attribute("value")
    put(street, {"person": adviser}, form)
    send(street, form)
    need(status(street) == 200, f"delegating: {status(street)}: {text_of(street)[:300]}")
    street.goto(question)
    look(trial, street)
    account = admin.open_account(trial, trial.page(account="security-admin"), adviser)
    colleague = trial.page(account=account)
    colleague.goto("/desk/consultations")
    need(links(colleague, case), "the question is not in the adviser's inbox")
    colleague.goto(question)
    look(trial, colleague)
    answer(colleague, question, "object")
    dispatcher.goto(question)
    trial.expect(dispatcher.locator("main table", has_text="不同意").count() == 0, "advice counts as the answer")
    street.goto(question)
    look(trial, street)
    need("意见" in text_of(street), "the advice is not shown to whom it was given")
    answer(street, question, "agree")
    dispatcher.goto(f"/cases/{case}")
    need(dispatcher.locator("#consultations", has_text="同意").count(), "the answer does not come back to the case")


@journey("A file under a law that has ended is passed over to the new one, with its page's own button")
def passed_over(trial):
    database = trial.own_journal("passed-over")
    case = open_case(
        trial.world, database, "reconsideration-2017", "apply", "2023-12-28", document="application-letter",
        applicant_name="陈某", applicant_kind="natural-person", respondent_organ="labour-bureau",
        respondent_kind="department", matter_area="labour", act_kind="injury", learned_on="2023-12-20",
        request="请求撤销不予认定工伤的决定")
    with trial.serving(database) as origin:
        page = trial.page(account="handler", origin=origin)
        page.goto(f"/cases/{case}")
        look(trial, page)
        form = "main form[action$='/pass']"
        need(page.locator(form).count() == 1, "the file cannot be passed over")
        send(page, form)
        need(status(page) == 200, f"passing over: {status(page)}: {text_of(page)[:300]}")
        look(trial, page)
        trial.expect(links(page, r"/guides/reconsideration-2023$"), "the file is not under the new law")
        trial.expect(page.locator(form).count() == 0, "it can be passed over again")
        trial.expect("衔接" in record(page) or "2023年修订" in record(page), "the record does not tell of it")


@journey("The centre calls back when the limit has ended: from its own screen, a day later")
def call_back(trial):
    database = trial.own_journal("call-back")
    with trial.serving(database, "before") as origin:
        taker = trial.page(account="call-taker", origin=origin)
        case = deskwork.hotline(taker, "dispatch-to-unit", level="life-safety",
                                unit="zhongguancun-street", unit_kind="street-town",
                                district_centre="haidian-command-centre")
        street = trial.page(account="street", origin=origin)
        deskwork.take_step(street, case, "accept-order")
        deskwork.take_step(street, case, "contact")
        deskwork.take_step(street, case, "feed-back", reported_result="resolved", measures="已清理")
    move_clock(database, "2024-01-03T10:00:00+08:00")
    with trial.serving(database, "after") as origin:
        page = trial.page(account="call-back", origin=origin)
        page.goto("/desk/call-backs")
        look(trial, page)
        need(case in page.content(), "the case does not wait for call-back")
        page.goto(f"/desk/call-backs?case={case}")
        form = f"main form[action*='{case}']"
        need(page.locator(form).count(), "the case cannot be called back from the screen")
        put(page, {"satisfaction": "satisfied", "act.outcome": "resolved"}, form)
        with page.expect_navigation():
            page.locator(form).first.locator("button[type=submit]").first.click()
        need(status(page) == 200, f"calling back: {status(page)}: {text_of(page)[:300]}")
        page.goto(f"/cases/{case}")
        need("已回访" in text_of(page), "the case was not called back")


@journey("A notice and the whole case file are printed; forms and navigation stay off the paper")
def printed(trial):
    page = trial.page(account="handler")
    case = closed_case(page)
    page.goto(case)
    look(trial, page)
    notice = links(page, r"/notices/\d+$")
    need(notice, "a decided case has no notice")
    page.goto(notice[0])
    look(trial, page)
    need(page.locator("main .document").count(), "the notice is not laid out as a document")
    on_paper(trial, page)
    page.goto(case + "/print")
    look(trial, page)
    on_paper(trial, page)
    targets = links(page, r"^#")
    need(len(targets) >= 3, "the case file has no index")
    for target in targets:
        trial.expect(page.locator(f"[id='{target[1:]}']").count() == 1, f"the index leads nowhere: {target}")
    pdf = page.pdf(format="A4")
    need(pdf.startswith(b"%PDF-") and len(pdf) > 5000, "the print view makes no document")


@journey("The proof of an entry is fetched, and good to a reader that shares no code with us")
def proof(trial):
    page = trial.page(account="handler")
    page.goto(closed_case(page))
    follow(page, r"/proofs/\d+$")
    look(trial, page)
    folder = trial.world.folder / "proof"
    folder.mkdir(exist_ok=True)
    files = {}
    for link in page.locator("main a[download], main a[href*='tlog-proof'], main a[href*='entry']").all():
        with page.expect_download() as download:
            link.click()
        name = download.value.suggested_filename
        download.value.save_as(folder / name)
        files["proof" if name.endswith(".tlog-proof") else "entry"] = folder / name
    need(set(files) == {"proof", "entry"}, f"the proof and its entry cannot be fetched: {files}")
    log = public.fetched_log(trial, folder / "log")
    done = subprocess.run(
        [trial.world.yifa, "ledger", "verify", files["proof"], "--key", log / "verifier-key.txt"],
        capture_output=True, text=True)
    need(done.returncode == 0, f"ledger verify: {done.stderr or done.stdout}")
    done = subprocess.run(
        [sys.executable, trial.world.root / "Tests/LedgerTests/independent/read_log.py", log,
         files["proof"], files["entry"]], capture_output=True, text=True)
    need(done.returncode == 0, f"read_log.py: {done.stderr or done.stdout}")


@journey("The deadline calendar, and its feed at a private address, which icalendar reads")
def calendar(trial):
    page = trial.page(account="registrar")
    page.goto("/desk/calendar")
    look(trial, page)
    send(page, "main form[action$='/calendar/key']")
    look(trial, page)
    found = re.search(r"/calendar/[\w-]{16,}\.ics", page.content())
    need(found, "the page shows no private address")
    stranger = trial.page().request
    answer = stranger.get(found.group(0))
    need(answer.status == 200, f"the feed: {answer.status}")
    need(answer.headers["content-type"].startswith("text/calendar"), answer.headers["content-type"])
    body = answer.body()
    need(all(len(line) <= 75 for line in body.split(b"\r\n")), "a line of the feed is longer than 75 octets")
    feed = icalendar.Calendar.from_ical(body)
    need(not feed.errors, f"icalendar: {feed.errors}")
    events = feed.walk("VEVENT")
    need(events, "the feed has no deadline")
    need(not any(event.errors for event in events), "icalendar finds errors in an event")
    uids = [str(event["UID"]) for event in events]
    need(len(set(uids)) == len(uids), "two events have one identity")
    again = icalendar.Calendar.from_ical(stranger.get(found.group(0)).body())
    need([str(e["UID"]) for e in again.walk("VEVENT")] == uids, "the identities change")
    need(DISCLOSURE["applicant-name"].encode() not in body, "the feed names a party")
    page.goto("/desk/calendar")
    look(trial, page)
    send(page, "main form[action$='/calendar/key']")
    renewed = re.search(r"/calendar/[\w-]{16,}\.ics", page.content())
    need(renewed and renewed.group(0) != found.group(0), "the address was not renewed")
    need(stranger.get(found.group(0)).status == 404, "the old address is still good")
    page.goto("/desk/calendar")
    send(page, "main form[action$='/calendar/key']:has([name=renew][value='0'])")
    need(stranger.get(renewed.group(0)).status == 404, "an address that was taken back is still good")


@journey("Uploads come back as attachments, whatever their name or content claims")
def attachments(trial):
    case = apply(trial.page())
    page = trial.page(account="registrar")
    page.goto(f"/cases/{case.case}")
    found = links(page, r"/documents/[0-9a-f]+$")
    need(found, "the officer is not shown the document")
    answer = page.request.get(found[0])
    need(answer.status == 200, f"{answer.status}")
    got = answer.headers
    need(got.get("content-disposition", "").startswith("attachment"), f"disposition {got.get('content-disposition')!r}")
    need("<" not in got["content-disposition"] and "证明" not in got["content-disposition"], "the name was trusted")
    need(got["content-type"].startswith("text/plain"), f"type {got['content-type']}")
    need("sandbox" in got["content-security-policy"], "no sandbox")
    need("身份证明" in answer.text(), "the content changed")
    stranger = trial.page(account="mediator")
    need(stranger.request.get(found[0]).status == 404, "a stranger reads the document")


# MARK: Parts


def convene(page, case, officer, trial=None):
    """Asks an officer of a street for their judgement of a case."""
    page.goto(f"/cases/{case}/steps/convene-judgement")
    need(status(page) == 200, f"{status(page)}: {text_of(page)[:200]}")
    if trial:
        look(trial, page)
    box = page.locator(f"main input[type=checkbox][value='{officer}']")
    if not box.count():
        organ = page.locator("main form[method=get] select").first
        need(organ.count(), "the street's officer cannot be asked")
        organ.select_option("zhongguancun-street")
        send(page, "main form[method=get]", "button")
        box = page.locator(f"main input[type=checkbox][value='{officer}']")
    need(box.count(), "the street's officer cannot be asked")
    reveal(box).check()
    send_main(page)
    need("/steps/" not in page.url, f"not asked: {text_of(page)[:300]}")


def open_case(world, database, procedure, step, day, document, **fields):
    """Opens a case file of a day gone by on the command line; answers its name."""
    done = subprocess.run(
        [world.yifa, "case", "open", procedure, "--step", step, "--database", database, "--as", "applicant",
         "--by", "chen", "--name", "陈某", "--organ", "haidian-government", "--on", day, "--document", document,
         "--set", *(f"{name.replace('_', '-')}={value}" for name, value in fields.items())],
        capture_output=True, text=True, timeout=60)
    found = re.search(r"[a-z]+-\d{4}-\d{6}", done.stdout)
    need(done.returncode == 0 and found, f"no case was opened: {done.stdout} {done.stderr}")
    return found.group(0)


def answer(page, question, choice):
    """Answers a question, or advises on it, with one of its buttons."""
    page.goto(question)
    button = page.locator(f"main button[name=move][value={choice}]").first
    need(button.count(), "the question cannot be answered")
    with page.expect_navigation():
        button.click()
    need(status(page) == 200, f"answering: {status(page)}: {text_of(page)[:300]}")


def record(page):
    return text_of(page)


def closed_case(page):
    page.goto("/cases?procedure=reconsideration-2017")
    found = links(page, r"/cases/reconsideration-\d+-\d+$")
    need(found, f"no case is found: {where(page)} {status(page)}")
    return found[0]


def on_paper(trial, page):
    page.emulate_media(media="print")
    for part in ("header.site-header", "footer.site-footer", ".skip-link", "main form button"):
        shown = page.locator(part).evaluate_all("all => all.some(e => e.checkVisibility())")
        trial.expect(not shown, f"{where(page)}: {part} is printed")
    page.emulate_media(media="screen")


def sign(trial, page, case):
    page.goto("/desk/signatures")
    look(trial, page)
    found = links(page, r"/desk/signatures/[\w-]+$")
    for address in found:
        page.goto(address)
        if case in page.content():
            break
    else:
        raise AssertionError(f"nothing to sign for {case}: {found}")
    look(trial, page)
    form = page.locator("main form").filter(has=page.locator("button:not([name=decline])")).first
    with page.expect_navigation():
        form.locator("button[type=submit]").first.click()
    need(status(page) == 200, f"signing: {status(page)}: {text_of(page)[:300]}")


def move_clock(database, moment):
    """Lets a demonstration go on at a later moment."""
    with closing(sqlite3.connect(database)) as journal:
        changed = journal.execute(
            "update kept set text = ? where name = 'demonstration'", [moment]).rowcount
        journal.commit()
    need(changed == 1, "the journal keeps no day of a demonstration")
