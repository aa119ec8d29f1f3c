"""What the three administrators do, and what each of them cannot."""

import csv
import io
import uuid

from filing import send_main
from hands import controls, error_summary, follow, links, put, send, status, text_of
from harness import journey, need, where, within
from looks import look

PAGES = {
    "system-admin": ["/admin/organs", "/admin/officers", "/admin/officers/new"],
    "security-admin": ["/admin/accounts", "/admin/accounts/citizen", "/admin/new-account"],
    "audit-admin": ["/admin/trail"],
}


@journey("Each of three administrators opens their own pages and none of the others'")
def separation(trial):
    for account in PAGES:
        page = trial.page(account=account)
        for owner, addresses in PAGES.items():
            for address in addresses:
                page.goto(address)
                if owner == account:
                    trial.expect(status(page) == 200, f"{account} at {address}: {status(page)}")
                else:
                    trial.expect(status(page) in (403, 404), f"{account} at {address}: {status(page)}")
    stranger = trial.page(account="registrar")
    for address in sum(PAGES.values(), []):
        stranger.goto(address)
        trial.expect(status(stranger) in (403, 404), f"an officer at {address}: {status(stranger)}")
    nobody = trial.page()
    nobody.goto("/admin/trail")
    need("/sign-in" in nobody.url, "a visitor is not asked to sign in")


@journey("The system administrator looks for officers, adds one and changes one; acts are checked by it at once")
def officers(trial):
    page = trial.page(account="system-admin")
    page.goto("/admin/officers")
    look(trial, page)
    page.locator("main form[method=get] [type=search], main form[method=get] [type=text]").first.fill("卢雨伟")
    send(page, "main form[method=get]", "button")
    need(links(page, r"/admin/officers/market-supervision-08$"), "an officer is not found by name")
    follow(page, r"/admin/officers/market-supervision-08$")
    look(trial, page)
    page.goto("/admin/officers/new")
    send_main_unchecked(page)
    need(status(page) == 422 and error_summary(page)[0], f"an empty officer: {status(page)}")
    look(trial, page)


@journey("The security administrator opens an account, resets it, locks it out; nobody gives duties to themselves")
def accounts(trial):
    page = trial.page(account="security-admin")
    page.goto("/admin/accounts")
    look(trial, page)
    name = open_account(trial, page, officer="justice-05")
    page.goto(f"/admin/accounts/{name}")
    look(trial, page)
    officer = trial.page(account=name)
    officer.goto("/desk")
    need(status(officer) == 200, f"the new officer's desk: {status(officer)}")
    press(page, f"/admin/accounts/{name}", "deactivate")
    officer.goto("/desk")
    need("/sign-in" in officer.url, "an account that was deactivated goes on working")
    page.goto("/admin/accounts/security-admin")
    boxes = page.locator("main form input[name=duty]:not([disabled]), main form input[name=duties]:not([disabled])")
    if boxes.count():
        boxes.first.check()
        form = page.locator("main form:has(input[type=checkbox])").first
        with page.expect_navigation():
            form.locator("button[type=submit]").first.click()
        need(status(page) in (403, 422), f"duties given to oneself: {status(page)}")


@journey("The trail tells who did and saw what; the audit administrator filters and fetches it")
def trail(trial):
    officer = trial.page(account="registrar")
    officer.goto("/desk?scope=organ")
    case = links(officer, r"/cases/[a-z-]+-\d+-\d+$")
    need(case, "the desk is empty")
    officer.goto(case[0])
    page = trial.page(account="audit-admin")

    def told():
        page.goto("/admin/trail?account=registrar")
        return case[0].rsplit("/", 1)[1] in page.content()

    need(within(5, told), "that the officer saw the case is not on the trail")  # looks reach it in a second
    look(trial, page)
    with page.expect_download() as download:
        page.locator("main a[href*='csv'], main a[download]").first.click()
    rows = list(csv.reader(io.StringIO(open(download.value.path(), encoding="utf-8-sig").read())))
    need(len(rows) > 2 and len({len(row) for row in rows}) == 1, "the trail's file is uneven")
    trial.expect(page.locator("main form[method=post]").count() == 0, "the audit administrator may change something")


@journey("A pack is shown with law and rule side by side, its checks and its stories")
def packs(trial):
    page = trial.page(account="system-admin")
    page.goto("/admin/packs")
    look(trial, page)
    for pack in ("reconsideration-2023", "hotline"):
        page.goto(f"/admin/packs/{pack}")
        need(status(page) == 200, f"{pack}: {status(page)}")
        look(trial, page)
        need(page.locator("main .two-up").count() or page.locator("main table").count(), "nothing stands side by side")
    other = trial.page(account="handler")
    other.goto("/admin/packs/disclosure")
    need(status(other) == 200, f"an officer at the packs: {status(other)}")


# MARK: Parts


def open_account(trial, page, officer):
    """Opens an account for an officer, and signs in once with its first password; answers its name."""
    name = "o" + uuid.uuid4().hex[:10]
    page.goto("/admin/accounts")
    follow(page, r"/admin/new-account")
    form = "main form[method=post]:has([name=officer])"
    need(page.locator(form).count(), "no account can be opened for an officer")
    key = next(key for key in ("account", "name") if key in controls(page, form))
    put(page, {key: name, "officer": officer}, form)
    with page.expect_navigation():
        page.locator(form).first.locator("button[type=submit]").first.click()
    need(status(page) == 200, f"opening an account: {status(page)}: {text_of(page)[:300]}")
    secret = page.locator("main .secret").first
    need(secret.count(), f"no first password is shown: {where(page)}")
    own = trial.page()
    trial.sign_in(own, name, secret.inner_text().strip())
    return name


def press(page, address, act):
    page.goto(address)
    form = page.locator(f"main form:has([value='{act}'])").first
    need(form.count(), f"{address}: nothing to {act}")
    button = form.locator(f"button[value='{act}'], button[type=submit]").first
    with page.expect_navigation():
        button.click()
    need(status(page) == 200, f"{act}: {status(page)}: {text_of(page)[:200]}")


def send_main_unchecked(page):
    page.locator("main form").evaluate_all("all => all.forEach(f => { f.noValidate = true; })")
    send_main(page)
