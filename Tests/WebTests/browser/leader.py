"""What leaders, compilers of the report and auditors do."""

import csv
import io
import json
import re

from hands import follow, links, status, text_of
from harness import journey, need, where
from looks import look


@journey("A number of the dashboard leads to its cases, a case to its record, an entry to its proof")
def number_to_proof(trial):
    page = trial.page(account="organ-head")
    page.goto("/dashboard")
    look(trial, page)
    figures = links(page, r"/figures/[^?]+\?year=2023")
    need(len(figures) >= 5, f"only {len(figures)} figures are links")
    page.goto(figures[0])
    look(trial, page)
    cases = links(page, r"/cases/[^/?]+$|/ledger/entries/\d+$")
    need(cases, "the figure has no cases behind it")
    opened = [case for case in cases if "/cases/" in case]
    need(opened, "the leader of the district opens no case")
    page.goto(opened[0])
    need(status(page) == 200, f"{opened[0]}: {status(page)}")
    look(trial, page)
    trial.expect(not links(page, r"/steps/"), "a leader is offered steps of a case")
    follow(page, r"/proofs/\d+$")
    need(status(page) == 200 and "—" in page.content(), f"the proof: {status(page)}")


@journey("Every number of the dashboard counts the cases that it leads to")
def numbers_hold(trial):
    with trial.serving(trial.own_journal("numbers")) as origin:
        page = trial.page(account="auditor", origin=origin)
        page.goto("/dashboard")
        numbers = page.locator("main a[href*='/figures/']").evaluate_all(
            "all => all.map(a => [a.getAttribute('href'), a.textContent.trim()])")
        counts = [(href, int(re.sub(r"\D", "", text))) for href, text in numbers
                  if re.fullmatch(r"[\d,  ]{1,7}", text.replace("件", ""))]
        need(counts, f"no number is a link: {numbers[:5]}")
        for href, count in sorted(set(counts), key=lambda one: one[1])[::max(1, len(set(counts)) // 6)]:
            page.goto(href)
            rows = page.locator("main tbody tr:has(a[href*='/cases/'], a[href*='/ledger/entries/'])").count()
            trial.expect(rows == count or (rows >= 50 and count > 50), f"{href} says {count} and lists {rows}")


@journey("Every number of work at risk, also of no organ in particular, counts the work that it leads to")
def at_risk(trial):
    with trial.serving(trial.own_journal("at-risk")) as origin:
        page = trial.page(account="auditor", origin=origin)
        page.goto("/dashboard")
        told = page.locator("#risks + table a[href*='/dashboard/at-risk']").evaluate_all(
            "all => all.map(a => [a.getAttribute('href'), parseInt(a.textContent)])")
        need(told, "no work is at risk")
        rows = page.locator("#risks + table tbody tr").count()
        for address, count in told[:12] + told[-4:]:
            page.goto(address)
            listed = page.locator("main tbody tr").count()
            trial.expect(listed == min(count, 50), f"{address} says {count} and lists {listed} ({rows} organs)")


@journey("A slow step of the dashboard leads to the files that took longest, as many as it says")
def slow_steps(trial):
    with trial.serving(trial.own_journal("slow-steps")) as origin:
        page = trial.page(account="organ-head", origin=origin)
        page.goto("/dashboard")
        rows = page.locator("#stage-times + table tbody tr")
        need(rows.count() >= 5, f"{rows.count()} steps are told")
        told = rows.evaluate_all("""all => all.map(r => [r.querySelector('a').getAttribute('href'),
          ...[...r.querySelectorAll('td.num')].map(c => parseInt(c.textContent))])""")
        halves = [half for _, _, half, _, _ in told]
        trial.expect(halves == sorted(halves, reverse=True), f"the slowest does not come first: {halves}")
        address, count, _, _, longest = min(told, key=lambda one: one[1])
        page.goto(address)
        look(trial, page)
        days = page.locator("main tbody td.num").evaluate_all("all => all.map(c => parseInt(c.textContent))")
        trial.expect(len(days) == min(count, 50), f"{address} says {count} and lists {len(days)}")
        trial.expect(days and days[0] == longest and days == sorted(days, reverse=True),
                     f"the longest does not come first: {days[:5]}, and {longest} was said")
        entries = links(page, r"/ledger/entries/\d+$")
        need(len(entries) == len(days), "a stay has no entry that ended it")
        page.goto(entries[0])
        need(status(page) == 200, f"{entries[0]}: {status(page)}")


@journey("The tile map is reached by the keyboard; each tile says name and value, and leads on")
def tile_map(trial):
    page = trial.page(account="organ-head")
    page.goto("/dashboard")
    tiles = page.locator("main svg a[href*='organ='], main .tile-map a, main svg a[href*='/dashboard']")
    need(tiles.count() >= 29, f"the map has {tiles.count()} tiles of 29")
    names = tiles.evaluate_all("all => all.map(a => a.getAttribute('aria-label') || a.textContent.trim())")
    trial.expect(all(re.search(r"\d", name) and re.search(r"[\u4e00-\u9fff]", name) for name in names),
                 f"a tile lacks its name or value: {names[:3]}")
    tiles.first.focus()
    page.keyboard.press("Tab")
    inside = page.evaluate("() => !!document.activeElement.closest('svg, .tile-map')")
    need(inside, "Tab does not go from tile to tile")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    need(status(page) == 200, f"a tile leads to {where(page)}: {status(page)}")


@journey("The compiler reads the report with its checks, and fetches it in four forms")
def compiler(trial):
    page = trial.page(account="compiler")
    page.goto("/dashboard/report/2023")
    look(trial, page)
    text = text_of(page)
    for words in ("97.6%", "部分不能大于整体"):
        trial.expect(words in text, f"the report lacks {words}")
    forms = links(page, r"/download/")
    need(len(forms) >= 4, f"the report comes in {forms}")
    for form in forms:
        answer = page.request.get(form)
        need(answer.status == 200, f"{form}: {answer.status}")
        body = answer.body().decode("utf-8-sig")
        if "json" in form:
            json.loads(body)
        if "csv" in form:
            need(len(list(csv.reader(io.StringIO(body)))) > 20, "the CSV is short")


@journey("The charts say in words and in a table what they draw")
def charts(trial):
    page = trial.page(account="organ-head")
    page.goto("/dashboard")
    charts = page.locator("main svg[role=img], main svg[role=group], main figure svg")
    need(charts.count() >= 2, f"the dashboard draws {charts.count()} charts")
    for chart in charts.all():
        name = chart.get_attribute("aria-label") or chart.locator("title").first.text_content()
        trial.expect(name, "a chart has no name")
    need(page.locator("main details table, main figure table").count(), "no chart has its data as a table")


@journey("Those who are no leaders do not open the dashboard, and an auditor changes nothing")
def not_for_everybody(trial):
    page = trial.page(account="citizen")
    page.goto("/dashboard")
    need(status(page) in (403, 404), f"a citizen gets the dashboard: {status(page)}")
    page = trial.page(account="auditor")
    page.goto("/cases?procedure=penalty-ordinary")
    found = links(page, r"/cases/penalty-\d+-\d+$")
    need(found, "the auditor finds no case")
    page.goto(found[0])
    need(status(page) == 200, f"{found[0]}: {status(page)}")
    trial.expect(not links(page, r"/steps/"), "an auditor is offered steps")
    trial.expect(page.locator("main form[method=post]").count() == 0, "an auditor is offered a form")
