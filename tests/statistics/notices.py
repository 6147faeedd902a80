"""Notices made up at random: statuses, who states them, deadlines, units, histories and the day that is asked for."""

import datetime
import random

from recount import OPEN, STATUSES, USUAL, last_day

WEIGHTS = [5, 2, 3, 1, 1]
# Statuses of a notice's own, with what they count as.
OWN = {"finished": "done", "kept": "done-lasting", "partly": "substantially", "in-progress": "open", "lasting": "ongoing", "later": "not-started",
       "dropped": "closed", "unclear": "not-stated"}
OWN_WEIGHTS = [4, 2, 2, 2, 1, 1, 2, 2]
# Which statuses are inferred: of completed issues, of unfinished ones.
MODES = {"stated": (0, 0), "completed inferred": (1, 0), "mixed": (0.5, 0.3), "unfinished inferred": (0, 1), "all inferred": (1, 1)}


class Random:
    """One notice, and the day to ask for."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        pick = self.random.choice
        self.day = datetime.date(2024, 1, 1) + datetime.timedelta(days=self.random.randrange(700))
        # Every mode comes round, with every kind of day.
        self.mode = list(MODES)[seed % len(MODES)]
        self.when = ["records", "later", "earlier"][seed % 3]
        self.deadlines_of = pick(["everything", "unfinished"])
        moved = datetime.timedelta(days=self.random.randrange(1, 500))
        self.as_of = {"records": None, "later": self.day + moved, "earlier": self.day - moved}[self.when]
        self.as_of = self.as_of and self.as_of.isoformat()
        self.own = seed % 2 == 1
        self.classes = OWN if self.own else {status: USUAL[status] for status in STATUSES}
        self.units = [f"unit-{n}" for n in range(self.random.randrange(4))]

    def files(self):
        """Paths below the root with their texts."""
        sections = self.random.randrange(1, 5)
        issues = self.random.choice([self.random.randrange(1, 8), self.random.randrange(8, 60)])
        cuts = sorted(self.random.randrange(issues + 1) for _ in range(sections - 1))
        bounds = [0, *cuts, issues]
        yield "content/notice.yaml", self.notice()
        if self.units:
            yield "content/units.yaml", "".join(f"- {{id: {unit}, name: {{zh: 某单位{unit}, en: Some {unit}}}}}\n" for unit in self.units)
        for at in range(sections):
            folder = f"content/{at + 1}-part-{at}"
            topics = [f"topic-{at}-{n}" for n in range(self.random.randrange(1, 4))]
            listed = "".join(f"  - {{id: {topic}, title: {{zh: 事项, en: Matter}}}}\n" for topic in topics)
            yield f"{folder}/section.yaml", f"title: {{zh: 某一方面, en: Some section}}\ntopics:\n{listed}"
            for issue in range(bounds[at], bounds[at + 1]):
                yield from self.issue(f"{folder}/{issue + 1:03d}", issue + 1, self.random.choice(topics))

    def notice(self):
        return (
            "title: {zh: 某地整改情况通报, en: Notice of Somewhere}\nissuer: {zh: 某单位, en: Some Office}\n"
            f"issued_on: {self.day}\nas_of: {self.day}\nsummary: {{zh: 整改情况。, en: What was done.}}\nlanguages: [zh, en]\n"
            "contact: {telephones: [0599-0000000]}\n" + (self.statuses() if self.own else "")
        )

    def statuses(self):
        own = [f"  - {{id: {status}, label: {{zh: 自定{kind}, en: Own {kind}}}, counts_as: {kind}}}\n" for status, kind in OWN.items()]
        return "statuses:\n" + "".join(own)

    def issue(self, stem, number, topic):
        status = self.random.choices(list(self.classes), OWN_WEIGHTS if self.own else WEIGHTS)[0]
        kind = self.classes[status]
        lines = [f"number: {number}", f"topic: {topic}", "title: {zh: 某问题, en: Some issue}", f"status: {status}"]
        if self.random.random() < MODES[self.mode][kind not in ("done", "done-lasting")]:
            lines.append("status_basis: inferred")
        is_dated = kind in OPEN - {"ongoing"} or (kind == "done" and self.deadlines_of == "everything" and self.random.random() < 0.7)
        if is_dated:
            lines.append(f"due: {'not-stated' if self.own and self.random.random() < 0.2 else self.due()}")
        if self.own and self.random.random() < 0.4:
            lines.append(f"response: {self.random.choice(['accepted', 'partly-accepted', 'rejected'])}")
        for key in ("lead", "responsible"):
            if self.units and self.random.random() < 0.5:
                lines.append(f"{key}: [{', '.join(self.random.sample(self.units, self.random.randrange(1, min(3, len(self.units) + 1))))}]")
        if kind in OPEN:
            lines.append("next_steps: {zh: 继续整改。, en: Work goes on.}")
        if self.when == "earlier" or self.random.random() < 0.2:
            lines.append(self.history(status, is_dated))
        yield f"{stem}.yaml", "\n".join(lines) + "\n"
        if kind != "not-started":
            yield f"{stem}.zh.md", "已经做了一些工作。\n"
            yield f"{stem}.en.md", "Some work has been done.\n"

    def due(self):
        day = self.day + datetime.timedelta(days=self.random.randrange(-300, 600))
        return self.random.choice([str(day), day.strftime("%Y-%m"), day.strftime("%Y-%m"), day.strftime("%Y")])

    def history(self, status, is_dated):
        """Changes that end with the status, the first of them before any day that is asked for. What has no deadline was never anything else."""
        first = self.day - datetime.timedelta(days=900)
        others = ["in-progress", "later" if self.own else "not-started"] if is_dated else [status]
        changes = [(first, self.random.choice(others)), (self.day - datetime.timedelta(days=self.random.randrange(300)), status)]
        return "history:\n" + "".join(f"  - {{on: {on}, status: {word}}}\n" for on, word in changes).rstrip("\n")
