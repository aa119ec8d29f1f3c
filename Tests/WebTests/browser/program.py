"""What programs do: the JSON API, Open311, the feeds of metrics; judged by checkers that share no code with us."""

import json
import re
import subprocess
import sys
import uuid
from pathlib import Path

import requests
from georeport import GeoReport
from openapi_spec_validator import validate as validate_openapi

from filing import DISCLOSURE, found_case
from hands import controls, put, status, text_of
from harness import journey, need

FIELDS = {name: value for name, value in DISCLOSURE.items() if name not in ("organ", "step", "name")}
APPLICATION = {
    "procedure": "disclosure", "step": "apply-online", "organ": "market-supervision",
    "name": "赵小楠", "fields": FIELDS, "documents": ["identity-proof"],
}


def api(trial, method, path, **options):
    return requests.request(method, f"{trial.origin}/api/v1{path}", timeout=60, **options)


def is_problem(answer, status=None):
    """Whether an answer is a problem as RFC 9457 wants it."""
    if not answer.headers.get("content-type", "").startswith("application/problem+json"):
        return False
    body = answer.json()
    return (body.get("status") == answer.status_code and body.get("title") and body.get("detail")
            and body.get("code") and status in (None, answer.status_code))


@journey("The OpenAPI document is valid, and names everything that it refers to")
def openapi(trial):
    document = requests.get(f"{trial.origin}/api/openapi.json", timeout=60)
    need(document.status_code == 200, f"{document.status_code}")
    spec = document.json()
    need(spec["openapi"].startswith("3.1"), f"OpenAPI {spec['openapi']}")
    validate_openapi(spec)
    need(len(spec["paths"]) >= 25, f"only {len(spec['paths'])} paths")
    for path, operations in spec["paths"].items():
        for method, operation in operations.items():
            if method == "get" and "{" not in path and not operation.get("security"):
                required = [p for p in operation.get("parameters", []) if p.get("required")]
                if not required:
                    answer = requests.get(trial.origin + path, timeout=60)
                    trial.expect(answer.status_code in (200, 401), f"GET {path}: {answer.status_code}")


@journey("schemathesis finds nothing against the API, with a token and without")
def schemathesis(trial):
    """Whether a well-shaped act is lawful is no matter of shape: it may be refused, so that one check is left out."""
    token = new_token(trial, "mediator", ["read", "write"])
    for name, headers in (("anonymous", []), ("token", ["-H", f"Authorization: Bearer {token}"])):
        done = subprocess.run(
            [Path(sys.executable).parent / "schemathesis", "run",
             f"{trial.origin}/api/openapi.json", "--max-examples", "6", "--seed", "1",
             "--phases", "examples,coverage,fuzzing", "--workers", "2",
             "--request-timeout", "20", "--suppress-health-check", "all", "--warnings", "off",
             "--continue-on-failure", "--exclude-checks", "positive_data_acceptance", *headers],
            capture_output=True, text=True, timeout=240, cwd=trial.world.folder)
        (trial.world.folder / f"schemathesis-{name}.txt").write_text(done.stdout + done.stderr)
        if done.returncode:
            for failure in re.findall(r"^- (.+)\n\n((?:    .*\n)+)", done.stdout, re.M)[:12]:
                trial.fault(f"{name}: {failure[0]}: {' '.join(failure[1].split())[:240]}")
            trial.fault(f"{name}: {done.stdout.strip().splitlines()[-1] if done.stdout else done.stderr[-300:]}")


@journey("A citizen's program files an application, acts on it with the secret, and files once")
def files_once(trial):
    key = {"Idempotency-Key": uuid.uuid4().hex}
    first = api(trial, "POST", "/cases", json=APPLICATION, headers=key)
    need(first.status_code == 201, f"{first.status_code}: {first.text[:400]}")
    case = found_case(first.json())
    again = api(trial, "POST", "/cases", json=APPLICATION, headers=key)
    need(found_case(again.json()) == case, f"a retry: {again.status_code} {again.text[:200]}")
    other = dict(APPLICATION, name="别人")
    clash = api(trial, "POST", "/cases", json=other, headers=key)
    need(clash.status_code in (409, 422) and is_problem(clash), f"another body under one key: {clash.status_code}")
    need(api(trial, "GET", f"/cases/{case}").status_code in (401, 403, 404), "a stranger reads the case")
    secret = {"X-Receipt-Secret": found_secret(first.json())}
    shown = api(trial, "GET", f"/cases/{case}", headers=secret)
    need(shown.status_code == 200, f"with the secret: {shown.status_code} {shown.text[:200]}")
    tag = shown.headers.get("ETag")
    need(tag, "no ETag")
    same = api(trial, "GET", f"/cases/{case}", headers=secret | {"If-None-Match": tag})
    need(same.status_code == 304, f"If-None-Match: {same.status_code}")


@journey("An officer's program acts with a token; scopes, versions, unknown keys and methods are checked")
def acts(trial):
    case = found_case(api(trial, "POST", "/cases", json=APPLICATION).json())
    write = {"Authorization": "Bearer " + new_token(trial, "registrar", ["read", "write"])}
    read = {"Authorization": "Bearer " + new_token(trial, "registrar", ["read"])}
    shown = api(trial, "GET", f"/cases/{case}", headers=read)
    need(shown.status_code == 200, f"{shown.status_code}: {shown.text[:200]}")
    tag = shown.headers["ETag"]
    path = f"/cases/{case}/acts"
    refused = api(trial, "POST", path, json={"step": "confirm"}, headers=read)
    need(refused.status_code == 403 and is_problem(refused), f"a token that only reads: {refused.status_code}")
    done = api(trial, "POST", path, json={"step": "confirm"}, headers=write | {"If-Match": tag})
    need(done.status_code in (200, 201), f"acting: {done.status_code}: {done.text[:300]}")
    stale = api(trial, "POST", path, json={"step": "register"}, headers=write | {"If-Match": tag})
    need(stale.status_code == 412 and is_problem(stale), f"an older version: {stale.status_code}")
    unknown = api(trial, "POST", path, json={"step": "register", "colour": 1}, headers=write)
    need(unknown.status_code in (400, 422) and "colour" in unknown.text, f"an unknown key: {unknown.text[:200]}")
    unlawful = api(trial, "POST", path, json={"step": "grant"}, headers=write)
    need(unlawful.status_code in (403, 409, 422) and is_problem(unlawful), f"unlawful: {unlawful.status_code}")
    need(api(trial, "GET", "/desk?scope=organ", headers=read).status_code == 200, "the desk")
    need(api(trial, "GET", "/desk?colour=1", headers=read).status_code == 400, "an unknown parameter is taken")
    need(api(trial, "GET", "/desk", headers={"Authorization": "Bearer nonsense"}).status_code == 401, "a bad token")
    wrong = api(trial, "TRACE", "/procedures")
    need(wrong.status_code == 405 and "GET" in wrong.headers.get("Allow", ""), f"TRACE: {wrong.status_code}")
    typed = api(trial, "POST", "/cases", data="x", headers={"Content-Type": "text/plain"})
    need(typed.status_code == 415 and is_problem(typed), f"another type: {typed.status_code}")


@journey("Pages by cursor meet every publication once")
def cursors(trial):
    seen, path = [], "/publications?limit=20"
    for _ in range(8):
        answer = api(trial, "GET", path.removeprefix("/api/v1"))
        need(answer.status_code == 200, f"{path}: {answer.status_code} {answer.text[:200]}")
        body = answer.json()
        items = next(value for value in body.values() if isinstance(value, list))
        seen += [json.dumps(item, sort_keys=True) for item in items]
        path = body.get("next")
        if not path:
            break
        if not path.startswith("/"):
            path = f"/publications?limit=20&after={path}"
    need(len(seen) > 5 and len(set(seen)) == len(seen), f"{len(seen)} items, {len(set(seen))} of them once")


@journey("An independent Open311 client lists services, reports a defect and follows it, in JSON and XML")
def open311(trial):
    root = f"{trial.origin}/open311/v2"
    answer = requests.post(f"{root}/requests.json", timeout=60, data={
        "service_code": "help", "description": "路灯不亮", "address_string": "中关村南大街",
        "first_name": "小楠", "last_name": "赵", "phone": "010-55550123"})
    need(answer.status_code in (200, 201), f"reporting: {answer.status_code} {answer.text[:300]}")
    for form in ("json", "xml"):
        client = GeoReport(root, output_format=form)
        services = client.get_service_list()
        need(len(services) == 5, f"{form}: {len(services)} services")
        definition = client.get_service_definition(services[0]["service_code"])
        need(definition, f"{form}: no definition")
        listed = client.get_service_requests()
        need(listed, f"{form}: no requests")
        for private in ("010-5555", "小楠", "孙大爷"):
            need(private not in json.dumps(listed, ensure_ascii=False), f"{form}: {private} is public")
    number = answer.json()[0]["service_request_id"]
    for form in ("json", "xml"):
        shown = GeoReport(root, output_format=form).get_service_request(number)
        one = shown[0] if isinstance(shown, list) else shown
        need(one["status"] == "open", f"{form}: status {one.get('status')!r}")
    bad = requests.get(f"{root}/requests/no-such.json", timeout=60)
    need(bad.status_code == 404, f"no such request: {bad.status_code}")
    need("xml" in requests.get(f"{root}/discovery.xml", timeout=60).headers["content-type"], "discovery")


@journey("Metrics are in the text form of Prometheus, and hold no person's words")
def metrics(trial):
    need(requests.get(f"{trial.origin}/health", timeout=60).status_code == 200, "health")
    answer = requests.get(f"{trial.origin}/metrics", timeout=60)
    need(answer.status_code == 200, f"{answer.status_code}")
    line = re.compile(r'[a-zA-Z_:][\w:]*(\{([a-zA-Z_]\w*="([^"\\]|\\.)*",?)*\})? (-?[\d.eE+-]+|\+Inf|NaN)( \d+)?')
    lines = [text for text in answer.text.splitlines() if text and not text.startswith("#")]
    need(len(lines) > 10, f"only {len(lines)} values")
    bad = [text for text in lines if not line.fullmatch(text)]
    need(not bad, f"not Prometheus text: {bad[:3]}")
    need(any("http" in text and "/desk" in text or "hb" in text for text in lines), "no request is counted")
    need("赵小楠" not in answer.text and "010-5555" not in answer.text, "metrics hold personal data")


# MARK: Parts


def found_secret(body):
    need(body.get("secret"), f"no secret in {json.dumps(body)[:300]}")
    return body["secret"]


def new_token(trial, account, scopes):
    """Makes a token for a program on the page of the account."""
    page = trial.page(account=account)
    page.goto("/account/tokens")
    need(status(page) == 200, f"/account/tokens: {status(page)}")
    form = "main form[method=post]:has(input[type=text])"
    values = {}
    for name, control in controls(page, form).items():
        if control["kind"] == "text":
            values[name] = "browser tests " + uuid.uuid4().hex[:6]
        elif control["kind"] in ("radio", "select"):
            values[name] = next(v for v in control["values"] if ("write" in v) == ("write" in scopes))
    put(page, values, form)
    for box in page.locator(f"{form} input[type=checkbox]").all():
        box.set_checked(box.get_attribute("value") in scopes or (box.get_attribute("name") or "") in scopes)
    with page.expect_navigation():
        page.locator(form).first.locator("button[type=submit]").first.click()
    secret = page.locator("main .secret").first
    need(secret.count(), f"no token is shown: {status(page)} {text_of(page)[:200]}")
    return secret.inner_text().strip()
