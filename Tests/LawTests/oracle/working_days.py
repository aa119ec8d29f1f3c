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


def workday_on_or_after(day, workdays):
    """The day itself if it is worked, else the next worked day; None after the last year known."""
    index = bisect.bisect_left(workdays, day)
    return workdays[index] if index < len(workdays) else None


def after_working_days(start, count, workdays):
    """The start day does not count, so the first day that can count is the next one."""
    index = bisect.bisect_right(workdays, start) + count - 1
    return workdays[index] if index < len(workdays) else None


def corresponding_day(start, months):
    """The same day of a later month, or that month's last day where it has none such."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(start.day, last))


def due(start, count, unit, workdays):
    if unit == "working-days":
        return after_working_days(start, count, workdays)
    if unit == "days":
        return workday_on_or_after(start + datetime.timedelta(count), workdays)
    return workday_on_or_after(corresponding_day(start, count), workdays)


def cases(days, workdays):
    """(question, expected answer) for every start day and length whose answer lies in the years known."""
    for start in days:
        for count, unit in LENGTHS:
            expected = due(start, count, unit, workdays)
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


def compare(yifa, days, workdays):
    """How many of yifa's due dates differ from those counted over these working days; prints the first of them."""
    asked = list(cases(days, workdays))
    given = answers(yifa, [question for question, _ in asked])
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
    return len(wrong)


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: working_days.py YIFA")
    return 1 if compare(sys.argv[1], DAYS, WORKDAYS) else 0


if __name__ == "__main__":
    sys.exit(main())
