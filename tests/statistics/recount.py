"""The statistics of a notice, counted from its YAML alone: no line here knows how gongkai counts.

A number of issues is a `Count`: how many, and how many of them by a status that the issuer does not state. A token is what a reader sees of
one: `41`, `41!all` where all of it is inferred, `41!3` where three are; a rate is `83.7%`, `83.7%!all` or `83.7%!part`; no rate is `—`.
"""

import calendar
import datetime
import re
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import NamedTuple

import yaml

# Every value as it is written; in C where it can be.
Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

# What a status counts as, of those that need no declaration; a notice that declares none has the first five.
USUAL = {
    "completed": "done",
    "substantially-completed": "substantially",
    "in-progress": "open",
    "ongoing": "ongoing",
    "not-started": "not-started",
    "done-lasting": "done-lasting",
    "closed": "closed",
    "not-stated": "not-stated",
}
STATUSES = list(USUAL)[:5]
DONE = {"done", "done-lasting"}
OPEN = {"substantially", "open", "ongoing", "not-started"}
SMALLEST_RATED = 5


class Count(NamedTuple):
    n: int
    inferred: int

    def __add__(self, other):
        return Count(self.n + other.n, self.inferred + other.inferred)

    @property
    def stated(self):
        return self.n - self.inferred

    def token(self):
        mark = "" if not self.inferred else "!all" if self.inferred == self.n else f"!{self.inferred}"
        return f"{self.n}{mark}"


def last_day(date):
    parts = [int(part) for part in date.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else 12
    return datetime.date(year, month, parts[2] if len(parts) > 2 else calendar.monthrange(year, month)[1])


def in_language(text, lang):
    return (text if isinstance(text, str) else text[lang]).strip()


def listed(value):
    return [value] if isinstance(value, str) and value else list(value or [])


class Issue:
    def __init__(self, record, section, classes):
        self.classes, self.record = classes, record
        self.number, self.section, self.topic = int(record["number"]), section, record["topic"]
        self.title = record["title"]
        self.status, self.basis = record["status"], record.get("status_basis") or "stated"
        self.due, self.history = record.get("due") or None, record.get("history") or []
        self.has_no_due, self.due = self.due == "not-stated", None if self.due == "not-stated" else self.due
        self.original_due = record.get("original_due") or None
        self.response = record.get("response") or None
        self.units = set(listed(record.get("lead"))) | set(listed(record.get("responsible")))

    def put_back(self, day):
        """The status of an earlier day, by the changes that had happened."""
        happened = [change for change in self.history if last_day(change["on"]) <= day]
        self.status = happened[-1]["status"]

    @property
    def inferred(self):
        return self.basis == "inferred"

    @property
    def kind(self):
        return self.classes[self.status]

    @property
    def is_open(self):
        return self.kind in OPEN

    @property
    def is_done(self):
        return self.kind in DONE

    def days_overdue(self, day):
        days = (day - last_day(self.due)).days if self.due and self.is_open else 0
        return max(days, 0)


class Notice:
    def __init__(self, root, as_of=None):
        content = Path(root) / "content"
        read = lambda path: yaml.load(path.read_text(encoding="utf-8-sig"), Loader)
        self.content, self.record = content, read(content / "notice.yaml")
        self.languages = listed(self.record["languages"])
        self.records_as_of, self.as_of = self.record["as_of"], as_of or self.record["as_of"]
        self.day = last_day(self.as_of)
        units = content / "units.yaml"
        self.units = {unit["id"]: unit["name"] for unit in read(units)} if units.exists() else {}
        declared = self.record.get("statuses") or [{"id": status} for status in STATUSES]
        self.classes = {status["id"]: status.get("counts_as") or USUAL[status["id"]] for status in declared}
        self.statuses = list(self.classes)
        self.worded = {status["id"] for status in declared if "meaning" in status}
        answers = self.record.get("responses") or [{"id": answer} for answer in ("accepted", "partly-accepted", "rejected")]
        self.answers = [answer["id"] for answer in answers]
        places = content / "places.yaml"
        self.places = [place["id"] for place in read(places)] if places.exists() else []
        self.sections, self.issues = [], []
        folders = [path for path in content.iterdir() if (path / "section.yaml").exists()]
        for folder in sorted(folders, key=lambda path: int(path.name.split("-")[0])):
            slug = folder.name.split("-", 1)[1]
            self.sections.append((slug, read(folder / "section.yaml")))
            records = [path for path in folder.glob("*.yaml") if re.fullmatch(r"\d+", path.stem)]
            self.issues += [Issue(read(path), slug, self.classes) for path in records]
        self.issues.sort(key=self.place)
        if self.day < last_day(self.records_as_of):
            for issue in self.issues:
                issue.put_back(self.day)
        self.all = Tally(self.issues, self)
        self.used = [status for status in self.statuses if self.all.of(status).n]

    def figure_records(self):
        """Whose figures, the issue, the figures and the equations of every record that has some."""
        path = self.content / "accountability.yaml"
        part = yaml.load(path.read_text(encoding="utf-8-sig"), Loader) if path.exists() else {}
        yield "notice", "", self.record.get("stated") or [], self.record.get("equations") or []
        yield "accountability", "", part.get("figures") or [], part.get("equations") or []
        for issue in self.issues:
            yield "issue", str(issue.number), issue.record.get("figures") or [], issue.record.get("equations") or []

    def place(self, issue):
        """Where an issue stands in the document: in its section, in its topic, by its number."""
        at = [slug for slug, _ in self.sections].index(issue.section)
        topics = [topic["id"] for topic in self.sections[at][1]["topics"]]
        return at, topics.index(issue.topic), issue.number

    @property
    def is_later(self):
        return self.day > last_day(self.records_as_of)

    def dates(self):
        """The date, and where the records are older theirs: what a reader sees wherever a number has its date."""
        return [self.as_of, self.records_as_of] if self.is_later else [self.as_of]

    def tally(self, wanted):
        return Tally([issue for issue in self.issues if wanted(issue)], self)

    def of_section(self, slug):
        return self.tally(lambda issue: issue.section == slug)

    def of_topic(self, slug, topic):
        return self.tally(lambda issue: (issue.section, issue.topic) == (slug, topic))

    def acting_units(self):
        """The units that lead or answer for any issue: others have no row and no list."""
        return [unit for unit in self.units if any(unit in issue.units for issue in self.issues)]

    def of_unit(self, unit):
        return self.tally(lambda issue: unit in issue.units)

    def of_place(self, place):
        return self.tally(lambda issue: place in listed(issue.record.get("places")))

    def deadlines(self):
        order = lambda due: (last_day(due), len(due))
        return sorted({issue.due for issue in self.issues if issue.due}, key=order)

    def deadlines_select(self):
        return any(issue.is_open for issue in self.issues) and not any(issue.due and not issue.is_open for issue in self.issues)

    def headline(self):
        """Kind and number of what stands first."""
        done, open_, closed = self.all.done(), self.all.open(), self.all.closed()
        if done.stated:
            rate = self.all.rate()
            return ("rate", rate) if rate != "—" else ("completed", done.token())
        if open_.stated or closed.stated:
            return ("outstanding", str(open_.stated)) if open_.stated else ("closed", str(closed.stated))
        return ("nothing", str(self.all.total))


class Tally:
    def __init__(self, issues, notice):
        self.issues, self.notice, self.total = issues, notice, len(issues)

    def count(self, wanted):
        wanted = [issue for issue in self.issues if wanted(issue)]
        return Count(len(wanted), sum(issue.inferred for issue in wanted))

    def all(self):
        return self.count(lambda issue: True)

    def of(self, status):
        return self.count(lambda issue: issue.status == status)

    def done(self):
        return self.count(lambda issue: issue.is_done)

    def closed(self):
        return self.count(lambda issue: issue.kind == "closed")

    def not_stated(self):
        return self.count(lambda issue: issue.kind == "not-stated")

    def rated(self):
        """What a rate is a share of: every issue whose status is stated."""
        return self.count(lambda issue: issue.kind != "not-stated")

    def others(self):
        """What is neither completed nor outstanding, as a sentence each says."""
        return [count.token() for count in (self.closed(), self.not_stated()) if count.n]

    def open(self):
        return self.count(lambda issue: issue.is_open)

    def overdue(self):
        return self.count(lambda issue: issue.days_overdue(self.notice.day))

    def rate(self, is_rated=True):
        done, whole = self.done(), self.rated()
        if whole.n < SMALLEST_RATED or not is_rated:
            return "—"
        if not whole.inferred:
            mark = ""
        elif whole.inferred == whole.n or (done.n and done.inferred == done.n):
            mark = "!all"
        else:
            mark = "!part"
        return f"{percent(done.n, whole.n)}%{mark}"

    def by_status(self):
        """Every status that the notice uses."""
        return [self.of(status) for status in self.notice.used]


def percent(part, whole):
    exact = (Decimal(part) * 100 / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if 0 < part < whole:
        exact = min(max(exact, Decimal("0.1")), Decimal("99.9"))
    return format(exact.normalize(), "f")
