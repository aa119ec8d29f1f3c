"""What hands do on pages: filling in forms, sending them, going somewhere. Works without scripts too."""

import base64
import hashlib
import hmac
import re
import struct
import time

from harness import need, where


def fill(page, form="main", **values):
    """Fills in controls by their names; `_` stands for `-`. True and False choose yes and no."""
    put(page, {name.replace("_", "-"): value for name, value in values.items()}, form)


def put(page, values, form="main"):
    for name, value in values.items():
        controls = page.locator(f'{form} [name="{name}"]')
        need(controls.count() > 0, f"{where(page)}: there is no control {name}")
        control = reveal(controls).first
        kind = control.get_attribute("type") or control.evaluate("e => e.tagName.toLowerCase()")
        if kind in ("radio", "checkbox"):
            text = {True: "true", False: "false"}.get(value, value)
            page.locator(f'{form} [name="{name}"][value="{text}"]').check()
        elif kind == "select":
            control.select_option(value)
        elif kind == "file":
            control.set_input_files(value)
        else:
            control.fill(str(value))


def reveal(control):
    """Opens what a control is folded into."""
    control.first.evaluate("""e => {
      for (let d = e.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
    }""")
    return control


def controls(page, form="main"):
    """The controls that are seen and wait for an answer: name → kind, whether required, values to choose from."""
    return page.evaluate("""(form) => {
      const found = {};
      for (const e of document.querySelectorAll(`${form} input, ${form} select, ${form} textarea`)) {
        if (["hidden", "submit"].includes(e.type) || !e.name || e.closest("header, footer")
            || !e.checkVisibility()) continue;
        const options = e.tagName === "SELECT" ? [...e.options].map((o) => o.value).filter(Boolean) : [];
        found[e.name] ||= {kind: e.tagName === "INPUT" ? e.type : e.tagName.toLowerCase(),
                           required: e.required, values: []};
        if (e.tagName === "SELECT") found[e.name].values = options;
        else if (["radio", "checkbox"].includes(e.type)) found[e.name].values.push(e.value);
      }
      return found;
    }""", form)


def send(page, form="main form", button="button[type=submit]"):
    """Presses the first button of a form, and waits for the page that answers."""
    with page.expect_navigation():
        page.locator(f"{form} {button}").first.click()


def main_button(form):
    """The button of a form that does what the page is about, rather than remove or save for later."""
    plain = form.locator('button[class="button"]')
    return plain.first if plain.count() else form.locator("button[type=submit]").first


def send_unchecked(page, form="main form"):
    """Sends a form although the browser would hold it back, as an old browser does."""
    page.locator(form).first.evaluate("f => { f.noValidate = true; }")
    send(page, form)


def follow(page, address):
    """Follows the first link in the page whose address ends so; the address may be a pattern."""
    links = page.locator("main a, header a, footer a")
    pattern = re.compile(address)
    for index in range(links.count()):
        href = links.nth(index).get_attribute("href") or ""
        if pattern.search(href):
            with page.expect_navigation():
                links.nth(index).click()
            return
    raise AssertionError(f"{where(page)}: no link to {address}")


def links(page, pattern, within="main"):
    """The addresses in a page that match a pattern, in order, each once."""
    found = page.locator(f"{within} a[href]").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    return list(dict.fromkeys(href for href in found if re.search(pattern, href)))


def text_of(page, part="main"):
    return page.locator(part).first.inner_text()


def status(page):
    return page.answered.status if page.answered else None


def error_summary(page):
    """The messages of the summary of errors, and whether it has the focus."""
    summary = page.locator(".error-summary")
    if summary.count() == 0:
        return [], False
    focused = page.evaluate("() => !!document.activeElement?.closest('.error-summary')")
    return summary.locator("li").all_inner_texts(), focused


def form_token(page):
    return page.locator("[name=form-token]").first.get_attribute("value")


def one_time_code(secret, at=None):
    """The code of an authenticator (RFC 6238) for a Base32 secret."""
    secret = secret.replace(" ", "")
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(at if at is not None else time.time()) // 30)
    mac = hmac.new(key, counter, hashlib.sha1).digest()
    start = mac[19] & 15
    number = struct.unpack(">I", mac[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06}"


def a_document(text="身份证明（演示材料）"):
    """A small document to hand in."""
    return {"name": "../证明<b>.txt", "mimeType": "text/html", "buffer": text.encode()}
