"""An independent judge of the days off that the law itself fixes, for the years that no notice has arranged yet.

Usage: statutory_days.py CALENDAR YIFA

Works the festivals of article 2 of 全国年节及纪念日放假办法 (as of 2025-01-01) out again and compares them with `statutory` of CALENDAR
(calendars/cn.yaml), then asks `YIFA due --batch` for due dates over those years. Two packages must agree on each day before it is
compared: on lunar days `lunardate` (a table of months) and `lunar_python` (positions of sun and moon), on 清明 `lunar_python` and
`chinesecalendar` (a formula). Exit status 0 if all agree, 1 if not.
"""

import datetime
import sys

import chinese_calendar
import lunar_python
import lunardate
import yaml

import working_days

ONE = datetime.timedelta(1)


def lunar_day(year, month, day):
    """The civil day of a lunar one, on which both packages agree."""
    table = lunardate.LunarDate(year, month, day).to_solar_date()
    sky = lunar_python.Lunar.fromYmd(year, month, day).getSolar()
    return agreed(f"lunar {year}-{month}-{day}", table, civil(sky))


def tomb_sweeping(year):
    """The day on which the solar term 清明 begins, in Beijing time."""
    sky = lunar_python.Lunar.fromYmd(year, 1, 15).getJieQiTable()["清明"]
    april = datetime.date(year, 4, 1)
    terms = chinese_calendar.get_solar_terms(april, april + 10 * ONE)
    return agreed(f"清明 {year}", civil(sky), next(day for day, name in terms if name == "清明"))


def civil(solar):
    return datetime.date(solar.getYear(), solar.getMonth(), solar.getDay())


def agreed(what, one, other):
    if one != other:
        sys.exit(f"{what}: one package says {one}, another {other}")
    return one


def festivals(year):
    """The days of each festival, as article 2 lists them."""
    new_year = lunar_day(year, 1, 1)
    return {
        "元旦": [datetime.date(year, 1, 1)],
        "春节": [new_year + n * ONE for n in range(-1, 3)],
        "清明节": [tomb_sweeping(year)],
        "劳动节": [datetime.date(year, 5, 1), datetime.date(year, 5, 2)],
        "端午节": [lunar_day(year, 5, 5)],
        "中秋节": [lunar_day(year, 8, 15)],
        "国庆节": [datetime.date(year, 10, day) for day in (1, 2, 3)],
    }


def read_days(text):
    """The days of `A` or `A..B`."""
    ends = [datetime.date.fromisoformat(part) for part in text.split("..")]
    return [ends[0] + n * ONE for n in range((ends[-1] - ends[0]).days + 1)]


def listing(things):
    return ", ".join(sorted(map(str, things))) or "none"


def differences(year):
    """What a year of the calendar has otherwise, a line each."""
    expected = festivals(int(year["year"]))
    for name in sorted(set(expected) | {off["festival"] for off in year["off"]}):
        listed = [off for off in year["off"] if off["festival"] == name]
        days = sorted(day for off in listed for day in read_days(off["days"]))
        if days != expected.get(name, []):
            yield f"{year['year']} {name}: expected {listing(expected.get(name, []))}, found {listing(days)}"
        shared = {other for other in expected if other != name and set(expected[other]) & set(days)}
        said = {off["coincides-with"] for off in listed if "coincides-with" in off}
        if not said <= shared or (shared and not said and name != "国庆节"):
            yield f"{year['year']} {name}: shares its day with {listing(shared)}, says {listing(said)}"


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: statutory_days.py CALENDAR YIFA")
    with open(sys.argv[1], encoding="utf-8") as file:
        calendar = yaml.load(file, Loader=yaml.BaseLoader)
    if calendar["announced-until"] != str(working_days.LAST):
        sys.exit(f"announced until {calendar['announced-until']}, known elsewhere until {working_days.LAST}")
    years = calendar["statutory"]["years"]
    wrong = [line for year in years for line in differences(year)]
    print(*wrong, sep="\n", end="\n" if wrong else "")
    print(f"{len(years)} years of statutory days compared: {len(wrong)} differences")

    last = datetime.date(int(years[-1]["year"]), 12, 31)
    coming = [working_days.LAST + n * ONE for n in range(1, (last - working_days.LAST).days + 1)]
    off = {day for year in years for days in festivals(int(year["year"])).values() for day in days}
    worked = [day for day in coming if day.weekday() < 5 and day not in off]
    starts = working_days.DAYS[-200:] + coming
    failed = working_days.compare(sys.argv[2], starts, working_days.WORKDAYS + worked)
    return 1 if wrong or failed else 0


if __name__ == "__main__":
    sys.exit(main())
