"""What a built notice says, place by place, beside what is counted."""

import csv
import io
import json
import re
import xml.etree.ElementTree as ElementTree
from collections import Counter
from decimal import Decimal

import amounts
import reading
import tables
from recount import OPEN, Count, in_language, last_day


# The classes of what a status counts as.
GLYPHS = {"done": "completed", "done-lasting": "done-lasting", "substantially": "substantially-completed", "open": "in-progress", "ongoing": "ongoing", "not-started": "not-started", "closed": "closed", "not-stated": "not-stated"}


class Comparison:
    """Compares the values of one notice; counts them, and keeps what differs."""

    def __init__(self, name, notice, folder):
        self.name, self.notice, self.folder, self.values, self.wrong = name, notice, folder, 0, []

    def same(self, place, seen, counted, in_order=True):
        self.values += max(len(counted), 1) if isinstance(counted, list) else 1
        alike = seen == counted if in_order else Counter(seen) == Counter(counted)
        if not alike:
            self.wrong.append(f"{self.name}: {place}: published {seen}, counted {counted}")

    def run(self):
        for lang in self.notice.languages:
            if lang in ("zh", "en"):
                Pages(self, lang).run()
        self.json()

    def json(self):
        notice, data = self.notice, json.loads((self.folder / "data/notice.json").read_text())
        earlier = min([notice.as_of, notice.records_as_of], key=last_day)
        self.same("notice.json dates", [data["as_of"], data["statuses_as_of"]], [notice.as_of, earlier])
        self.tally_json("notice.json all", data["statistics"], notice.all)
        for (slug, record), section in zip(notice.sections, data["sections"], strict=True):
            self.tally_json(f"notice.json {slug}", section["statistics"], notice.of_section(slug))
            for topic, counted in zip(section["topics"], record["topics"], strict=True):
                self.tally_json(f"notice.json {slug} {topic['id']}", topic["statistics"], notice.of_topic(slug, counted["id"]))
        for issue, counted in zip(data["issues"], notice.issues, strict=True):
            row = [issue[key] for key in ["number", "status", "status_basis", "due", "days_overdue", "status_as_of", "as_of"]]
            days = counted.days_overdue(notice.day) or None
            self.same("notice.json issue", row, [counted.number, counted.status, None if counted.kind == "not-stated" else counted.basis, counted.due, days, earlier, notice.as_of])
            self.same("notice.json answer", issue.get("answer"), counted.response)
        self.amounts_json(data)

    def amounts_json(self, data):
        """Figures in the data: their earlier values, wholes and kinds, and what each whole comes to."""
        published = [data["stated"], data["accountability"], *(issue["figures"] for issue in data["issues"])]
        text = lambda number: None if number is None else format(number.normalize(), "f")
        for seen, (holder, issue, figures, equations) in zip(published, self.notice.figure_records(), strict=True):
            place, wholes = f"notice.json figures {holder} {issue}", amounts.wholes(figures, equations)
            counted = [[figure["id"], wholes.get(figure["id"]), figure.get("kind") or None, text(Decimal(figure["was"])) if figure.get("was") else None] for figure in figures]
            self.same(place, [[figure["id"], figure.get("of"), figure.get("kind"), figure.get("was")] for figure in seen], counted)
            parts = [[figure["id"], part["figures"], part["rest"], part["is_rest_unexplained"], part["missing"]] for figure in seen for part in figure.get("parts", [])]
            added = [[whole, names, text(rest), unexplained, text(missing)] for whole, names, rest, unexplained, missing in amounts.breakdowns(figures, equations)]
            self.same(f"{place} parts", parts, added)

    def tally_json(self, place, data, tally):
        rate = tally.rate()
        rate = None if rate == "—" else rate.split("%")[0]
        overdue = tally.overdue()
        self.same(f"{place} total", data["total"], tally.total)
        self.same(f"{place} by status", data["by_status"], {status: tally.of(status).n for status in self.notice.statuses})
        self.same(f"{place} inferred", data["inferred_by_status"], {status: tally.of(status).inferred for status in self.notice.statuses})
        self.same(f"{place} overdue", [data["overdue"], data["inferred_overdue"]], [overdue.n, overdue.inferred])
        self.same(f"{place} rate", data["completion_rate_percent"], rate)
        base = tally.rated().n if rate and tally.not_stated().n else None
        self.same(f"{place} base", data.get("completion_rate_of"), base)

    def stats(self, lang, text, table, data):
        """What `gongkai stats` prints."""
        notice, data = self.notice, json.loads(data)
        groups = [(in_language(record.get("short_title") or record["title"], lang), notice.of_section(slug)) for slug, record in notice.sections]
        groups.append((None, notice.all))
        earlier = min([notice.as_of, notice.records_as_of], key=last_day)
        self.same("stats --format json dates", [data["as_of"], data["statuses_as_of"]], [notice.as_of, earlier])
        parts = [*(part["statistics"] for part in data["sections"]), data["all"]]
        rows = list(csv.reader(io.StringIO(table)))[1:]
        lines = text.splitlines()
        self.same(f"stats ({lang}) date", reading.tokens(lines[0]), notice.dates())
        for (name, tally), part, row, line in zip(groups, parts, rows, lines[3:], strict=True):
            self.tally_json(f"stats --format json {name}", part, tally)
            counts = [*map(tally.of, notice.statuses), tally.overdue()]
            whole = Count(tally.total, sum(issue.inferred for issue in tally.issues))
            flat = [str(number) for count in [*counts, whole] for number in count]
            self.same(f"stats --format csv ({lang}) {name}", [*row[1:-1], *reading.tokens(row[-1])], [notice.as_of, earlier, *flat, tally.rate()])
            line = line.removeprefix(name) if name else line
            self.same(f"stats ({lang}) {name}", reading.tokens(line), [*(count.token() for count in counts), str(tally.total), tally.rate()])


class Pages:
    """The pages and downloads of one language."""

    def __init__(self, comparison, lang):
        self.c, self.lang, self.notice = comparison, lang, comparison.notice
        self.folder = comparison.folder if lang == self.notice.languages[0] else comparison.folder / lang
        self.pages = {path.relative_to(self.folder).as_posix(): reading.page(path) for path in self.own_pages()}
        self.main = {name: page.one("main") for name, page in self.pages.items()}

    def own_pages(self):
        others = [self.folder / lang for lang in self.notice.languages]
        return [path for path in self.folder.rglob("*.html") if not any(other in path.parents for other in others)]

    def same(self, place, seen, counted, in_order=True):
        self.c.same(f"{self.lang}/{place}", seen, counted, in_order)

    def run(self):
        self.home()
        for slug, record in self.notice.sections:
            self.section(slug, record)
        self.statistics()
        self.outstanding()
        self.lists()
        self.issues()
        self.money()
        self.places()
        self.downloads()
        for name, page in self.pages.items():
            self.everywhere(name, page)

    # Parts that several pages have.

    def bar(self, place, bar, tally):
        """A bar says its counts, unless it is for the eye alone, and draws them: its parts lie one after another, what is inferred is hatched."""
        counts = [count for count in tally.by_status() if count.n]
        if not bar["aria-hidden"]:
            label = bar["aria-label"].rsplit("：" if self.lang == "zh" else ": ", 1)[-1]
            self.same(f"{place} bar", reading.tokens(label), [count.token() for count in counts] or ["0"])
        parts = [(part.one("rect", of="bar-box"), bool(part.all("line", of="bar-hatch"))) for part in bar.all("g")]
        drawn = [(number(box["x"]), number(box["width"]), hatched) for box, hatched in parts]
        expected, before = [], 0
        for count in counts:
            for n, hatched in [(count.stated, False), (count.inferred, True)]:
                start, end = before * 1000 // tally.total, (before + n) * 1000 // tally.total
                before += n
                expected += [(start, end - start, hatched)] if n else []
        self.same(f"{place} drawn", drawn, expected)

    def legend(self, place, legend, tally):
        seen = [reading.tokens(item.text()) for item in legend.all("li")]
        self.same(f"{place} legend", seen, [[count.token()] for count in tally.by_status()])

    def open_count(self, place, element, tally):
        overdue = tally.overdue()
        late = [overdue.token()] if overdue.n else []
        # Where nothing unfinished has a deadline, nothing is said of being overdue.
        has_deadlines = any(issue.due and issue.is_open for issue in self.notice.issues)
        dates = self.notice.dates() if has_deadlines else []
        self.same(place, element.tokens(), [tally.open().token(), *dates, *late], in_order=False)

    def rows(self, place, element, issues, says_late=True):
        """A list or table of issues: which ones, and days overdue and basis of each. A heading may say the days for all of them."""
        rows = [row for row in element.walk() if row.tag in ("li", "tr") and row.all(of="status")]
        seen, expected = [], []
        for row in rows:
            mark = "".join(basis.text() for basis in row.all(of="status-basis"))
            late = [token for tag in row.all("span", of="overdue") for token in tag.tokens()]
            seen.append((int(first_number(row)), bool(mark), late))
        for issue in issues:
            days = issue.days_overdue(self.notice.day)
            late = [str(days), self.notice.as_of] if days and says_late else []
            expected.append((issue.number, issue.inferred, late if self.lang == "en" else late[::-1]))
        self.same(f"{place} issues", seen, expected)

    def headline(self, with_date):
        kind, number = self.notice.headline()
        tally = self.notice.all
        whole = {"nothing": [], "rate": [str(tally.rated().n)]}.get(kind, [str(tally.total)])
        others = [] if kind == "nothing" else tally.others()[1 if kind == "closed" else 0 :]
        return [number, *whole, *([*self.notice.dates(), *others] if with_date else [])]

    def finding(self, tally, open_ones=()):
        """The numbers of a heading: how many there are, what is left (and which, where they are named), and what of that is late."""
        whole, left, late = tally.all(), tally.open(), tally.overdue()
        mark = lambda count: count.token().partition("!")[1] + count.token().partition("!")[2]
        of = [str(whole.n)] if whole.n else []
        if not whole.n or whole.n == tally.not_stated().n:
            return of
        if left.n:
            said = of + [left.token()] if left.n < whole.n else [str(whole.n) + mark(left)]
        else:
            said = [str(whole.n) + (mark(whole) if tally.done().n == whole.n else "")]
        return [*said, *open_ones, *([late.token()] if late.n else [])]

    def rest(self, place, element, tally):
        """What else stands below a heading: what was closed or is not stated, and the rate where it does not rest on inference alone."""
        rate = [tally.rate()] if tally.done().stated and tally.rate() != "—" else []
        expected = [*tally.others(), *rate]
        said = element.all("p", of="rest")
        self.same(f"{place} rest", said[0].tokens() if said else [], expected)

    def wall(self, place, part, tally):
        """A square for every issue, which says its number and status and looks so."""
        cells = part.all("a", of="cell")
        looks = [f"is-{GLYPHS[issue.kind]}" for issue in tally.issues]
        self.same(f"{place} squares", [first_word(cell) for cell in cells], [str(issue.number) for issue in tally.issues])
        for cell, look, issue in zip(cells, looks, tally.issues, strict=True):
            late = bool(issue.days_overdue(self.notice.day))
            classes = ["cell", look, *["is-inferred"] * issue.inferred, *["is-overdue"] * late]
            self.same(f"{place} square {issue.number}", cell.classes(), classes)
            said = cell.one("span", of="tip").text()
            words = ("推定" in said or "inferred" in said, "逾期" in said or "Overdue" in said)
            self.same(f"{place} square {issue.number} says", words, (issue.inferred, late))

    # The pages.

    def home(self):
        page, main, notice = self.pages["index.html"], self.main["index.html"], self.notice
        site = in_language(notice.record["title"], self.lang)
        title = re.sub(r"\s+", " ", page.one("title").text()).strip().removesuffix(re.sub(r"\s+", " ", site))
        self.same("home <title>", reading.tokens(title), self.headline(False), in_order=False)
        sentence = self.headline(True)
        for place, text in [
            ("description", next(meta["content"] for meta in page.all("meta") if meta["name"] == "description")),
            ("JSON-LD", json.loads("".join(next(s for s in page.all("script") if s["type"] == "application/ld+json").children))["description"]),
        ]:
            self.same(f"home {place}", reading.tokens(text)[: len(sentence)], sentence, in_order=False)
        lead = main.one("section", of="lead")
        self.same("home heading", lead.one("h1").tokens(), self.finding(notice.all))
        self.legend("home", lead.one("ul", of="legend"), notice.all)
        self.rest("home", lead, notice.all)
        self.same("home date", lead.one("p", of="note").tokens(), notice.dates())
        parts = main.all("div", of="wall-part")
        groups = [notice.of_section(slug) for slug, _ in notice.sections] or [notice.all]
        for part, tally in zip(parts, groups, strict=True):
            self.wall(f"home {part.all('h3')[0].text() if part.all('h3') else ''}", part, tally)
            for said in part.all("p", of="count"):
                self.same("home section", said.tokens(), self.finding(tally))
        self.course("home", main)
        open_issues = [issue for issue in notice.issues if issue.is_open]
        part = main.one("h2", id="open").parent
        if open_issues:
            self.open_count("home outstanding", part.one("p"), notice.all)
            far = (last_day("9999"), 0)
            order = lambda issue: (last_day(issue.due), len(issue.due)) if issue.due else far
            self.rows("home outstanding", part.one("table"), sorted(open_issues, key=order)[:30])

    def section(self, slug, record):
        notice, name = self.notice, f"sections/{slug}.html"
        main, tally = self.main[name], notice.of_section(slug)
        head = main.one("div", of="tally")
        open_ones = [str(issue.number) for issue in tally.issues if issue.is_open]
        self.same(f"{name} finding", head.one("p", of="finding").tokens(), self.finding(tally, open_ones[:8]))
        self.rest(name, head, tally)
        for part in head.all("div", of="wall-part"):
            self.wall(name, part, tally)
        self.legend(name, head.one("ul", of="legend"), tally)
        self.same(f"{name} date", head.one("p", of="note").tokens(), notice.dates())
        for topic in record["topics"]:
            part = main.one("h2", id=f"topic-{topic['id']}").parent
            self.rows(f"{name} {topic['id']}", part, notice.of_topic(slug, topic["id"]).issues)

    def statistics(self):
        notice, main = self.notice, self.main["statistics.html"]
        overall = main.one("section", of="overall")
        self.bar("statistics", overall.one("svg", of="bar"), notice.all)
        self.legend("statistics", overall.one("ul", of="legend"), notice.all)
        if notice.all.open().n:
            self.open_count("statistics outstanding", overall.one("div").children_of("p")[-1], notice.all)
        seen = [cell.tokens() for cell in overall.one("table").all("td")]
        expected = [count.token() for count in notice.all.by_status()] + [str(notice.all.total), notice.all.rate()]
        self.same("statistics by status", seen, [[token] for token in expected])
        self.answers()
        groups = []
        for slug, record in notice.sections:
            groups.append(notice.of_section(slug))
            groups += [notice.of_topic(slug, topic["id"]) for topic in record["topics"]]
        sections = [notice.of_section(slug) for slug, _ in notice.sections]
        self.table("sections", [*sections, notice.all])
        if len(groups) > len(sections):
            self.table("sections", groups, at=1)
        in_words = list({str(words): words for issue in notice.issues if not issue.due and (words := issue.record.get("due_text"))}.values())
        said = [notice.tally(lambda issue: not issue.due and issue.record.get("due_text") == words) for words in in_words]
        without = notice.tally(lambda issue: not issue.due and not issue.record.get("due_text"))
        deadlines = [notice.tally(lambda issue: issue.due == due) for due in notice.deadlines()]
        is_rated = not notice.deadlines_select()
        rows = [*deadlines, *said, *self.counted(without)]
        self.table("deadlines", rows, is_rated, has_rates=is_rated and self.any_rate(rows))
        seen = [reading.tokens(row.one("th").text()) for row in self.table_rows("deadlines")[: len(deadlines)]]
        self.same("statistics deadlines", seen, [[due] for due in notice.deadlines()])
        if notice.units:
            units = [notice.of_unit(unit) for unit in notice.acting_units()]
            rows = [*units, *self.counted(notice.tally(lambda issue: not issue.units))]
            self.table("units", rows, has_rates=self.any_rate(rows))

    @staticmethod
    def any_rate(tallies):
        """Whether a table has a column of rates: not where it would hold dashes alone."""
        return any(tally.rate() != "—" for tally in tallies)

    @staticmethod
    def counted(tally):
        """A group as a table has it: none that counts nothing."""
        return [tally] if tally.total else []

    def answers(self):
        """How many issues have each response, and how many none."""
        counts = [sum(issue.response == answer for issue in self.notice.issues) for answer in self.notice.answers]
        tables = self.main["statistics.html"].all("h2", id="answers")
        self.same("statistics answers", bool(tables), any(counts))
        if tables:
            cells = [cell.tokens() for cell in tables[0].parent.one("tbody").all("td")]
            total = self.notice.all.total
            expected = [*filter(None, counts), total - sum(counts)] if sum(counts) < total else [*filter(None, counts)]
            self.same("statistics by answer", cells, [[str(count)] for count in expected])

    def table_rows(self, part, at=0):
        table = self.main["statistics.html"].one("h2", id=part).parent.all("table", of="statistics")[at]
        return [row for row in table.all("tr") if row.all("td", of="numeric")]

    def table(self, part, tallies, is_rated=True, has_rates=True, at=0):
        for row, tally in zip(self.table_rows(part, at), tallies, strict=True):
            name = f"statistics {part} {row.one('th').text()}"
            cells = [cell.tokens() for cell in row.all("td") if "numeric" in cell.classes()]
            rate = [[tally.rate(is_rated)]] if has_rates else []
            self.same(name, cells, [*([count.token()] for count in tally.by_status()), [str(tally.total)], *rate])
            for bar in row.all("svg", of="bar"):
                self.bar(name, bar, tally)

    def course(self, place, main):
        """The steps that issues take: completed, once due, due; and how many are left, where every completion has a day."""
        steps = [(step.classes()[1].removeprefix("is-"), step) for step in main.all("li", of="step")]
        if not steps:
            return
        open_ones = [issue for issue in self.notice.issues if issue.is_open]
        for kind, date in [("due", lambda issue: issue.due), ("moved", lambda issue: issue.original_due)]:
            seen = {}
            for step in (step for of, step in steps if of == kind):
                seen.setdefault(step.one("time")["datetime"], []).extend(int(first_word(cell)) for cell in step.all("a", of="cell"))
            expected = {}
            for issue in open_ones:
                if date(issue):
                    expected.setdefault(last_day(date(issue)).isoformat(), []).append(issue.number)
            # Of more dates, as they are stated, those of a month or a year are one step.
            if len({date(issue) for issue in open_ones if date(issue)}) <= 12 and all(len(numbers) <= 30 for numbers in expected.values()):
                in_order = [{day: sorted(numbers) for day, numbers in course.items()} for course in (seen, expected)]
                self.same(f"{place} {kind}", *in_order)
        done = [int(first_word(cell)) for of, step in steps if of == "completed" for cell in step.all("a", of="cell")]
        self.same(f"{place} completed", [number for number in done if number not in {issue.number for issue in self.notice.issues if issue.is_done}], [])
        left = [token for of, step in steps if of == "completed" for token in step.one("span", of="step-words").tokens()]
        if left:
            self.same(f"{place} left at the end", left[-1:], [str(self.notice.all.open().n)])

    def outstanding(self):
        notice, main = self.notice, self.main["outstanding.html"]
        open_issues = [issue for issue in notice.issues if issue.is_open]
        if not open_issues:
            return
        self.open_count("outstanding", main.one("p", of="summary"), notice.all)
        dues = [due for due in notice.deadlines() if any(issue.due == due for issue in open_issues)]
        parts = [part for part in main.all("section", of="deadline") if part.one("h3")["id"].startswith("due-")]
        for part, due in zip(parts, dues, strict=True):
            days = abs((last_day(due) - notice.day).days)
            self.same(f"outstanding {due}", part.one("h3").tokens(), [due, notice.as_of, str(days)], in_order=False)
            self.rows(f"outstanding {due}", part, [issue for issue in open_issues if issue.due == due], says_late=False)
        for status in notice.used:
            if notice.classes[status] in OPEN:
                part = main.one("h3", id=f"status-{status}")
                self.same(f"outstanding {status}", part.tokens(), [notice.all.of(status).token()])
                seen = [int(article.one(of="number").text()) for article in part.parent.all("article")]
                self.same(f"outstanding {status} issues", seen, [issue.number for issue in open_issues if issue.status == status])
                self.meaning(f"outstanding {status}", part.parent.one("p", of="note"), status)

    def meaning(self, place, element, status):
        """Who says so: this site wherever it is inferred, the issuer wherever it is not, unless the notice has words of its own."""
        count = self.notice.all.of(status)
        site, issuer = ("本网站", "发布单位列为") if self.lang == "zh" else ("for this site", "The issuer lists")
        text = element.text()
        self.same(f"{place} meaning", [site in text, status in self.notice.worded or issuer in text], [count.inferred > 0, status in self.notice.worded or count.stated > 0])
        self.same(f"{place} meaning", element.tokens(), [str(count.inferred)] if count.inferred and count.stated else [])

    def lists(self):
        notice = self.notice
        for status in notice.used:
            main, name = self.main[f"status/{status}.html"], f"status/{status}.html"
            meaning, counted = main.children_of("p")[:2]
            self.meaning(name, meaning, status)
            self.same(f"{name} count", counted.tokens(), [notice.all.of(status).token(), *notice.dates()])
            self.rows(name, main, [issue for issue in notice.issues if issue.status == status])
            self.same(f"{name} rates", "%" in main.text(), False)
        self.same("outstanding rates", bool(re.search(r"\d%", self.without_prose("outstanding.html"))), False)
        main = self.main["issues.html"]
        self.same("issues intro", main.children_of("p")[0].tokens(), [str(notice.all.total)])
        self.legend("issues", main.one("ul", of="legend"), notice.all)
        self.rows("issues", main.one("table", id="issue-list"), notice.issues)
        for unit in notice.acting_units():
            part = self.main["units.html"].one("h2", id=f"unit-{unit}").parent
            self.rows(f"units {unit}", part, notice.of_unit(unit).issues)

    def issues(self):
        notice = self.notice
        width = max(3, len(str(max(issue.number for issue in notice.issues))))
        for issue in notice.issues:
            name = f"issues/{issue.number:0{width}d}.html"
            where = [self.main[name].one("dl", of="facts").one("dd"), self.main["notice.html"].one("article", id=f"issue-{issue.number}").one("p")]
            days = issue.days_overdue(notice.day)
            late = [str(days), notice.as_of] if days else []
            for place in where:
                seen = [token for tag in place.all("span", of="overdue") for token in tag.tokens()]
                self.same(f"{name} overdue", seen, late, in_order=False)
                self.same(f"{name} basis", bool(place.all(of="status-basis")), issue.inferred)

    def amounts_of(self, place, element, whole, figures, equations):
        """What a drawn whole says of each part and of the rest, set back into the base unit, beside what is added up."""
        value = {figure["id"]: Decimal(figure["value"]) for figure in reversed(figures)}
        counted = []
        for name, parts, rest, _, _ in amounts.breakdowns(figures, equations):
            counted += [*(value[part] for part in parts), *([rest] if rest is not None else [])] if name == whole else []
        seen = [self.base_value(amount) for amount in element.all("span", of="split-amount")]
        self.same(place, seen, counted)

    def base_value(self, element):
        """The number of an amount in its base unit; earlier values, days and notes beside it are left out."""
        text = "".join(child if isinstance(child, str) else "" for child in element.children)
        scales = {"万": 10**4, "亿": 10**8, "thousand": 10**3, "million": 10**6, "billion": 10**9}
        number, scale = re.search(r"([\d,]+(?:\.\d+)?)\s*(万|亿|thousand|million|billion)?", text).groups()
        return Decimal(number.replace(",", "")) * scales.get(scale, 1)

    def money(self):
        """The page of money: which sums in which order, what is missing of each, and what its parts come to."""
        notice = self.notice
        records = list(notice.figure_records())
        expected = amounts.money(records)
        self.same("money there", "money.html" in self.main, bool(expected))
        figures = {(holder, issue): (listed, equations) for holder, issue, listed, equations in records}
        drawn = [item for item in self.main["money.html"].all("li", of="sum-of-money")] if expected else []
        for item, (holder, issue, whole, _, missing) in zip(drawn, sorted(expected, key=lambda entry: entry[4] is None), strict=True):
            listed, equations = figures[holder, issue]
            label = next(figure["label"] for figure in listed if figure["id"] == whole)
            self.same("money label", item.one("span", of="split-label").text().strip(), in_language(label, self.lang))
            head = [self.base_value(amount) for part in item.all("p", of="sum-missing") for amount in part.all("strong")]
            self.same(f"money {whole} missing", head, [missing] if missing else [])
            self.amounts_of(f"money {whole}", item, whole, listed, equations)

    def places(self):
        """The page of places: which issues are listed under each, and their numbers on the map in its order."""
        notice = self.notice
        if "places.html" not in self.main:
            return self.same("places there", any(notice.of_place(place).total for place in notice.places), False)
        main = self.main["places.html"]
        for place in notice.places:
            heads = main.all("h2", id=f"place-{place}")
            if heads and notice.of_place(place).total:
                self.rows(f"places {place}", heads[0].parent, notice.of_place(place).issues)
            self.same(f"places {place} there", bool(heads) or not notice.of_place(place).total, True)
        placed = [issue for issue in notice.issues if any(issue in notice.of_place(place).issues for place in notice.places)]
        self.same("places intro", Counter(main.children_of("p")[0].tokens()), Counter([str(notice.all.total), str(len(placed))]))
        drawn = [text.tokens()[0] for text in main.all("text", of="strong")]
        self.same("places map", drawn, [str(notice.of_place(place).total) for place in notice.places] if drawn else [])

    def downloads(self):
        notice = self.notice
        tables.compare(self)
        codes = [cell.text() for row in self.main["data.html"].all("table")[-1].all("tr") for cell in row.all("code")]
        rows = list(csv.reader(io.StringIO((self.folder / "data/issues.csv").read_text(encoding="utf-8-sig"))))
        earlier = min([notice.as_of, notice.records_as_of], key=last_day)
        words = {"stated": {"zh": "发布单位写明", "en": "stated by the issuer"}, "inferred": {"zh": "推定", "en": "inferred"}}
        for row, issue in zip(rows[1:], notice.issues, strict=True):
            cells = dict(zip(codes, row, strict=True))
            seen = [cells[key] for key in ["number", "status_basis", "status_as_of", "due", "days_overdue", "as_of"]]
            days = str(issue.days_overdue(notice.day) or "")
            self.same("issues.csv", seen, [str(issue.number), "" if issue.kind == "not-stated" else words[issue.basis][self.lang], earlier, issue.due or "", days, notice.as_of])
        feed = ElementTree.parse(self.folder / "feed.xml").getroot()
        atom = {"a": "http://www.w3.org/2005/Atom"}
        entries = {entry.find("a:id", atom).text.rsplit(":", 1)[-1]: entry for entry in feed.findall("a:entry", atom)}
        sentence = self.headline(True)
        self.same("feed", reading.tokens(entries["notice"].find("a:summary", atom).text)[: len(sentence)], sentence, in_order=False)
        entries = []
        for path in sorted(self.folder.glob("search-text*.js")):
            text = path.read_text()
            entries += json.loads(text[text.index(".push([") + 6 : text.rindex(")")])
        seen = [(entry["n"], entry["s"], entry.get("i", False)) for entry in entries if "n" in entry]
        self.same("search", seen, [(issue.number, issue.status, issue.inferred) for issue in notice.issues])

    # What holds of every page.

    def without_prose(self, name):
        """What gongkai says on a page, without what the author wrote."""
        authored = {"prose", "figures", "shift", "split-figure", "sum-missing", "statement", "summary", "closing", "cite", "editor-notes"}
        def said(element):
            is_result = element.tag == "p" and "result" in element.classes()
            if is_result or authored & set(element.classes()) and element.tag != "p" or element.tag in reading.UNSEEN:
                return "\n"
            text = "".join(child if isinstance(child, str) else said(child) for child in element.children)
            return f"\n{text}\n" if element.tag in ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "dd", "dt") else text
        return said(self.main[name])

    def everywhere(self, name, page):
        """The foot says the date; the side says how far each section is; no number of completed issues and no rate goes without its word."""
        notice = self.notice
        dates = [item for item in page.one("dl", of="colophon-facts").all("dd") if item.all("time")]
        self.same(f"{name} foot", dates[1].tokens(), notice.dates())
        for aside in page.all("nav"):
            counts = [count for count in aside.all("span", of="count")]
            if aside["aria-labelledby"] == "all-sections":
                for count, (slug, _) in zip(counts, notice.sections, strict=True):
                    tally = notice.of_section(slug)
                    done, *mark = tally.done().token().split("!")
                    self.same(f"{name} side", count.tokens(), [done, "!".join([str(tally.total), *mark])])
        rates = {rate for slug, record in notice.sections for rate in [notice.of_section(slug).rate()]} | {notice.all.rate()}
        rates = {rate.split("!")[0]: rate for rate in rates | {notice.of_unit(unit).rate() for unit in notice.units} if "!" in rate}
        for line in self.without_prose(name).split("\n"):
            for rate in re.findall(r"\d+(?:\.\d+)?%", line):
                if rate in rates:
                    self.same(f"{name} rate beside its word", "推定" in line or "inferred" in line, True)
            done = re.search(r"[1-9]\d*个已完成|已完成 ?[1-9]|[1-9]\d* (?:are |is |was |were )?completed|Completed [1-9]", line)
            if done and notice.all.done().n == notice.all.done().inferred > 0:
                self.same(f"{name} completed beside its word", "推定" in line or "inferred" in line, True)


def number(length):
    whole, tenth = length.removesuffix("%").split(".")
    return int(whole) * 10 + int(tenth)


def first_number(row):
    return next(element.text() for element in row.walk() if "number" in element.classes() or "col-number" in element.classes())


def first_word(element):
    return next(child for child in element.children if isinstance(child, str)).strip()
