"""What officers do for the journeys of others: steps of a disclosure request, each through its form."""

import re

from filing import fill_what_is_asked, send_main
from hands import follow, put, status, text_of
from harness import need, where


def take_step(page, case, step, **values):
    """Takes a step through its form; the page is then the case's."""
    page.goto(f"/cases/{case}/steps/{step}")
    need(status(page) == 200, f"step {step}: {where(page)} {status(page)}: {text_of(page)[:300]}")
    answers = {name.replace("_", "-"): value for name, value in values.items()}
    fill_what_is_asked(page, answers)
    send_main(page)
    need(status(page) == 200 and "/steps/" not in page.url,
         f"step {step} was not taken: {where(page)} {status(page)}: {text_of(page)[:500]}")


def register(trial, case, script=True):
    page = trial.page(account="registrar", script=script)
    take_step(page, case.case, "confirm")
    take_step(page, case.case, "register")
    return page


def ask_for_correction(trial, case, script=True):
    page = register(trial, case, script)
    page.goto(f"/cases/{case.case}/steps/require-correction")
    put(page, {"correction-items": "请说明所需信息的年度", "correction-term": "15",
               "correction-term.unit": "working-days"})
    send_main(page)
    need("/steps/" not in page.url, f"no correction was asked for: {text_of(page)[:300]}")


def grant(trial, case):
    page = trial.page(account="registrar")
    take_step(page, case.case, "begin-search")
    take_step(page, case.case, "grant", grant_kind="provided", disclosed="名单见附件", delivery="e-sealed")


def hotline(page, dispatch, **order):
    """Takes a call, classifies it and dispatches it; answers the case."""
    page.goto("/open/hotline")
    if "/open/hotline/" not in page.url:
        follow(page, r"/open/hotline/raise$")
    fill_what_is_asked(page, {
        "channel": "phone", "caller-name": "孙大爷", "phone": "010-55556789",
        "place": "中关村南大街", "request": "路灯不亮，请尽快修理"})
    send_main(page)
    found = re.search(r"/cases/(hotline-\d+-\d+)", page.url)
    need(found, f"no case was opened: {where(page)}: {text_of(page)[:300]}")
    take_step(page, found.group(1), "classify", **{"class": "help"})
    take_step(page, found.group(1), dispatch, **order)
    return found.group(1)
