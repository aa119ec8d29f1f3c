"""Judges the demonstration year from outside: computed figures against the numbers of the published report.

Usage: figures.py YIFA DATABASE. The expected numbers stand here once more, apart from the data they are compared with.
"""

import json
import subprocess
import sys

EXPECTED = {
    "reconsideration.received": 2330,
    "reconsideration.accepted": 2274,
    "reconsideration.closed": 1831,
    "reconsideration.withdrawn": 303,
    "pre-case-settlement.resolved": 158,
    "disclosure.e-sealed": 181,
    "disclosure.fully-electronic": 4,
    "mediation.written-agreements": 1203,
    "dispute-screening.hidden-disputes": 611,
    "penalty.lenient-cases": 1438,
}
SHARES = {
    "reconsideration.acceptance-rate": "97.6%",
    "reconsideration.closure-rate": "79%",
    "mediation.success-rate": "97.44%",
}
WRITTEN = {
    "mediation.accepted": "1.29万件",
    "mediation.succeeded": "1.25万件",
    "dispute-screening.screenings": "3.72万次",
    "penalty.lenient-relief": "3877.81万元",
}


def main() -> int:
    yifa, database = sys.argv[1:3]
    command = [yifa, "report", "print", "--database", database, "--year", "2023", "--format", "json"]
    report = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    figures = {f["figure"]: f for group in report["groups"] for f in group["figures"]}
    checks = []
    for name, value in EXPECTED.items():
        checks.append((name, figures[name].get("count"), value))
    for name, value in (SHARES | WRITTEN).items():
        checks.append((name, figures[name]["written"], value))
    checks.append(("penalty.lenient-relief", figures["penalty.lenient-relief"]["fen"], 3_877_810_000))
    received = figures["disclosure.received"]["count"]
    checks.append(("disclosure.received is 3100 and some", 3100 < received < 3200, True))

    differing = [row["published"] for row in report["compared"] if row["result"] == "differs"]
    checks.append(("published figures that differ", differing, ["mediation_cases_printed"]))
    checks.append(("published figures compared", len(report["compared"]), 146))
    slips = [finding["published"] for finding in report["findings"] if finding["severity"] == "slip"]
    checks.append(("slips found in the published text", slips, [["mediation_cases_printed", "mediation_success"]]))
    closure = [f["text"] for f in report["findings"] if "recon_close_pct" in f["published"]]
    checks.append(("closure divides by received", "2330" in closure[0] and "80.52%" in closure[0], True))

    table = report["tables"][0]
    rows = {row["row"]: row["numbers"] for row in table["rows"] if row["row"]}
    for column in range(len(table["columns"])):
        inside = sum(rows[f"R{n}"][column] for n in range(3, 24))
        checks.append((f"R24 in column {column}", rows["R24"][column], inside))
        balance = rows["R1"][column] + rows["R2"][column] - rows["R25"][column]
        checks.append((f"R1 + R2 - R25 in column {column}", balance, rows["R24"][column]))
    for row, numbers in rows.items():
        checks.append((f"{row} adds up", numbers[-1], sum(numbers[:-1])))
        checks.append((f"{row} is not negative", min(numbers) >= 0, True))

    failed = [check for check in checks if check[1] != check[2]]
    for what, actual, expected in failed:
        print(f"{what}: {actual}, expected {expected}")
    print(f"{len(checks) - len(failed)} passed, {len(failed)} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
