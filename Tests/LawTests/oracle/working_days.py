"""An independent judge of due dates: every start day of 2004-2026 against a calendar not written here.

Usage: working_days.py YIFA

Asks `YIFA due --batch` for each case (a line FROM<TAB>LENGTH in, an ISO day a line out) and works the same day out again from
the `chinesecalendar` package alone. It reads no file of this project. Exit status 0 if all agree, 1 if not.
"""

import bisect
import calendar
import datetime
import subprocess
import sys
import tempfile

import chinese_calendar

FIRST = datetime.date(2004, 1, 1)
LAST = datetime.date(2026, 12, 31)
LENGTHS = [(n, "working-days") for n in (1, 5, 7, 10, 20)] + [
    (15, "days"),
    (60, "days"),
    (1, "months"),
    (6, "months"),
]

DAYS = [FIRST + datetime.timedelta(n) for n in range((LAST - FIRST).days + 1)]
WORKDAYS = [day for day in DAYS if chinese_calendar.is_workday(day)]


def workday_on_or_after(day):
    """The day itself if it is worked, else the next worked day; None after the last year known."""
    index = bisect.bisect_left(WORKDAYS, day)
    return WORKDAYS[index] if index < len(WORKDAYS) else None


def after_working_days(start, count):
    """The start day does not count, so the first day that can count is the next one."""
    index = bisect.bisect_right(WORKDAYS, start) + count - 1
    return WORKDAYS[index] if index < len(WORKDAYS) else None


def corresponding_day(start, months):
    """The same day of a later month, or that month's last day where it has none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last))


def due(start, count, unit):
    if unit == "working-days":
        return after_working_days(start, count)
    if unit == "days":
        return workday_on_or_after(start + datetime.timedelta(count))
    return workday_on_or_after(corresponding_day(start, count))


def cases():
    """(question, expected answer) for every start day and length whose answer lies in the years known."""
    for start in DAYS:
        for count, unit in LENGTHS:
            expected = due(start, count, unit)
            if expected is not None:
                yield f"{start}\t{count} {unit}", str(expected)


def answers(yifa, questions):
    """The lines yifa prints for these questions, put to it in one file."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as file:
        file.write("\n".join(questions) + "\n")
        file.seek(0)
        run = subprocess.run(
            [yifa, "due", "--batch"], stdin=file, stdout=subprocess.PIPE, encoding="utf-8"
        )
    if run.returncode != 0:
        sys.exit(f"{yifa} due --batch ended with status {run.returncode}")
    return run.stdout.splitlines()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: working_days.py YIFA")
    asked = list(cases())
    given = answers(sys.argv[1], [question for question, _ in asked])
    if len(given) != len(asked):
        sys.exit(f"asked for {len(asked)} due dates, got {len(given)} lines")

    wrong = [
        (question, expected, answer)
        for (question, expected), answer in zip(asked, given)
        if answer.strip() != expected
    ]
    for question, expected, answer in wrong[:10]:
        print(f"{question}: expected {expected}, yifa says {answer}")
    print(f"{len(asked)} due dates compared: {len(asked) - len(wrong)} passed, {len(wrong)} failed")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
