"""The tables of `data/` beside the YAML: every row made anew from the records, and the package that describes them checked by hand."""

import csv
import datetime
import hashlib
import io
import json

import yaml
from amounts import wholes
from recount import OPEN, Loader, in_language, last_day

TYPES = {
    "number": lambda cell: float(cell) is not None,
    "integer": lambda cell: int(cell) is not None,
    "date": lambda cell: datetime.date.fromisoformat(cell) is not None,
    "boolean": lambda cell: cell in ("true", "false"),
    "string": lambda cell: True,
}


def compare(pages):
    """Compares the tables of one language; `pages` has its folder, its notice and `same`."""
    package = json.loads((pages.folder / "data/datapackage.json").read_text())
    described = {resource["name"]: resource for resource in package["resources"]}
    tables = {name: table(pages, resource) for name, resource in described.items()}
    counted = Counted(pages.notice, pages.lang)
    expected = {name: getattr(counted, name)() for name in ("figures", "statuses", "deadlines", "persons", "measures")}
    if not expected["measures"]:
        del expected["measures"]
    pages.same("tables", sorted(tables), sorted([*expected, "issues"]))
    for name, rows in expected.items():
        keys = list(rows[0]) if rows else []
        pages.same(f"{name}.csv", [[row[key] for key in keys] for row in tables[name]], [[unformulated(cell) for cell in row.values()] for row in rows])


def table(pages, resource):
    """The rows of a table, each cell of the type that the package gives it; size and digest as it says."""
    name, raw = resource["name"], (pages.folder / "data" / resource["path"]).read_bytes()
    pages.same(f"{name} bytes and digest", [resource["bytes"], resource["hash"]], [len(raw), "sha256:" + hashlib.sha256(raw).hexdigest()])
    rows = list(csv.DictReader(io.StringIO(raw.decode("utf-8-sig"))))
    heads = next(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))
    fields = resource["schema"]["fields"]
    pages.same(f"{name} heads", heads, [field["name"] for field in fields])
    wrong = [(field["name"], row[field["name"]]) for row in rows for field in fields if row[field["name"]] and not fits(field["type"], row[field["name"]])]
    pages.same(f"{name} types", wrong, [])
    return rows


def fits(kind, cell):
    try:
        return TYPES[kind](cell)
    except ValueError:
        return False


def listed(ids):
    """The ids of a list, which may be one id alone."""
    return [ids] if isinstance(ids, str) else ids or []


def unformulated(cell):
    return "'" + cell if cell.lstrip(" \u3000")[:1] in tuple("=+-@＝＋－＠") and not cell.lstrip("-").replace(".", "").isdigit() else cell


class Counted:
    """What the tables must hold, from the records alone. Only what needs no rule of gongkai's is compared."""

    def __init__(self, notice, lang):
        self.notice, self.lang = notice, lang
        path = notice.content / "accountability.yaml"
        self.accountability = yaml.load(path.read_text(encoding="utf-8-sig"), Loader) if path.exists() else {}

    def figures(self):
        row = lambda holder, issue, figure, figures, equations: {
            "holder": holder,
            "issue": issue,
            "figure": figure["id"],
            "label": in_language(figure["label"], self.lang),
            "value": figure["value"],
            "unit": figure["unit"],
            "approx": figure.get("approx") or "",
            "kind": figure.get("kind") or "",
            "was": figure.get("was") or "",
            "of": wholes(figures, equations).get(figure["id"], ""),
        }
        return [row(holder, issue, figure, figures, equations) for holder, issue, figures, equations in self.notice.figure_records() for figure in figures]

    def happened(self, record):
        return [change for change in record.get("history") or [] if last_day(change["on"]) <= self.notice.day]

    def statuses(self):
        known_on = min([self.notice.as_of, self.notice.records_as_of], key=last_day)
        rows = []
        for issue in self.notice.issues:
            row = lambda item, on, status, now: {"issue": str(issue.number), "item": item, "date": on, "status": status, "is_current": now}
            rows += [row("", change["on"], change["status"], "false") for change in self.happened(issue.record)]
            rows.append(row("", known_on, issue.status, "true"))
            for item in issue.record.get("items") or []:
                name = in_language(item["title"], self.lang)
                rows += [row(name, change["on"], change["status"], "false") for change in self.happened(item)]
                then = self.happened(item) if self.notice.day < last_day(self.notice.records_as_of) and item.get("history") else []
                rows.append(row(name, known_on, then[-1]["status"] if then else item["status"], "true"))
        return rows

    def deadlines(self):
        rows = []
        for issue in self.notice.issues:
            row = lambda kind, due, days: {"issue": str(issue.number), "kind": kind, "due": due or "", "due_last_day": str(last_day(due)) if due else "", "days_overdue": str(days or "")}
            rows.append(row("issue", issue.due, issue.days_overdue(self.notice.day)))
            for kind in ("items", "measures"):
                parts = [part for part in issue.record.get(kind) or [] if part.get("due") or part.get("due_text")]
                rows += [row(kind[:-1], part.get("due"), self.late(issue, kind, part)) for part in parts]
        return rows

    def is_earlier(self):
        return self.notice.day < last_day(self.notice.records_as_of)

    def late(self, issue, kind, part):
        """Days that an item or a measure is overdue, if it is open on the day."""
        then = self.happened(part)
        status = self.then(part)["status"] if kind == "measures" else then[-1]["status"] if self.is_earlier() and then else part["status"]
        is_open = status and issue.classes[status] in OPEN
        return max((self.notice.day - last_day(part["due"])).days, 0) if part.get("due") and is_open else 0

    def then(self, measure):
        """Its status and date of completion on the day: it has no history, so what was not completed by then has neither."""
        is_done = measure.get("completed_on") and last_day(measure["completed_on"]) <= self.notice.day
        known = {key: measure.get(key) for key in ("status", "completed_on")}
        return known if is_done or not self.is_earlier() else dict.fromkeys(known)

    def measures(self):
        rows = []
        for issue in self.notice.issues:
            for n, measure in enumerate(issue.record.get("measures") or [], 1):
                row = {"issue": str(issue.number), "measure": str(n), "text": in_language(measure["text"], self.lang)}
                row |= {key: str((measure | self.then(measure)).get(key) or "") for key in ("label", "status", "due", "original_due", "completed_on")}
                row["due_last_day"] = str(last_day(measure["due"])) if measure.get("due") else ""
                row |= {key: ";".join(listed(measure.get(key))) for key in ("lead", "responsible")}
                rows.append(row)
        return rows

    def persons(self):
        rows = []
        for part, group in self.groups():
            persons = group.get("persons") or []
            number = group.get("stated") or str(len(persons))
            posts = [in_language(person["post"], self.lang) for person in persons] or [""]
            measure = in_language(group["title"], self.lang)
            rows += [{"part": part, "group": group["id"], "measure": measure, "number": number, "post": post} for post in posts]
        return rows

    def groups(self):
        """Groups of persons with the part that lists them: accountability, then parts of the office's own in the order of their files."""
        yield from (("accountability", group) for group in self.accountability.get("groups") or [])
        number = lambda path: int(path.name.split("-")[0])
        for path in sorted((self.notice.content / "parts").glob("*.yaml"), key=number):
            record = yaml.load(path.read_text(encoding="utf-8-sig"), Loader)
            yield from ((path.stem.split("-", 1)[1], group) for group in record["groups"])
