"""Ways in which people edit a ledger, and the lines of the notice that change by each."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Callable


@dataclass
class Way:
    name: str
    edit: Callable
    # Lines that go (-) and come (+), each behind its file.
    changes: list = field(default_factory=list)
    arguments: tuple = ()
    says: str = ""
    # What happens to the notice between export and import: takes its folder, and what runs gongkai there.
    meanwhile: Callable = None


SAME = "没有改动"
WAYS = []


def way(name, changes=(), arguments=(), says=None, meanwhile=None):
    said = says if says is not None else ("已改" if changes else SAME)
    return lambda edit: WAYS.append(Way(name, edit, list(changes), tuple(arguments), said, meanwhile)) or edit


def mended(path, old, new):
    """The notice is edited: in a file below content/, one text becomes another."""
    def mend(notice, _):
        file = notice / "content" / path
        text = file.read_text()
        assert text.count(old) == 1, (path, old, text.count(old))
        file.write_text(text.replace(old, new))
    return mend


@way("no edit")
def _(b):
    pass


@way("status", [
    '2-environment/005.yaml -status: not-started',
    '2-environment/005.yaml +status: completed',
])
def _(b):
    b.set("issues", 5, "status", "已完成")


@way("status and day", [
    '2-environment/004.yaml - status: ongoing,',
    '2-environment/004.yaml + status: completed, completed_on: 2024-06-20,',
    '2-environment/004.yaml - history: [{on: 2023-07-01, status: in-progress}, {on: 2024-04-01, status: ongoing}]}',
    '2-environment/004.yaml + history: [{on: 2023-07-01, status: in-progress}, {on: 2024-04-01, status: ongoing}, {on: 2024-06-20, status: completed}]}',
], ["--as-of", "2024-06-30"])
def _(b):
    b.set("issues", 4, "status", "已完成")
    b.set("issues", 4, "completed_on", datetime(2024, 6, 20))


@way("date", [
    '1-projects/001.yaml -completed_on: 2023-11-30',
    '1-projects/001.yaml +completed_on: 2023-11-29',
])
def _(b):
    b.set("issues", 1, "completed_on", datetime(2023, 11, 29))


@way("date as text", [
    '1-projects/001.yaml -completed_on: 2023-11-30',
    '1-projects/001.yaml +completed_on: 2023-11-29',
])
def _(b):
    b.set("issues", 1, "completed_on", "2023年11月29日", "@")


@way("date with slashes", [
    '1-projects/001.yaml -verified_on: 2023-12-15',
    '1-projects/001.yaml +verified_on: 2023-12-16',
])
def _(b):
    b.set("issues", 1, "verified_on", "2023/12/16")


@way("date in another format")
def _(b):
    b.cell("issues", 1, "completed_on").number_format = "yyyy/m/d"


@way("date as its number", says="请把单元格的格式改为日期")
def _(b):
    b.set("issues", 1, "completed_on", 45291, "General")


@way("deadline moved for the first time", [
    "2-environment/005.yaml -due: 2024-09-30",
    "2-environment/005.yaml +due: 2024-12-31",
    "2-environment/005.yaml +original_due: 2024-09-30",
], ["--as-of", "2024-06-30"])
def _(b):
    b.set("issues", 5, "due", datetime(2024, 12, 31))


@way("moved deadline", [
    '1-projects/003.yaml -due: 2024',
    '1-projects/003.yaml +due: 2025-06-30',
], ["--as-of", "2024-06-30"])
def _(b):
    b.set("issues", 3, "due", datetime(2025, 6, 30))


@way("unit added", [
    '1-projects/001.yaml -responsible: [audit-bureau]',
    '1-projects/001.yaml +responsible: [audit-bureau, housing-bureau]',
])
def _(b):
    cell = b.cell("issues", 1, "responsible")
    cell.value += "、" + b.cell("units", "housing-bureau", "name").value


@way("new unit", [
    '1-projects/001.yaml -responsible: [audit-bureau]',
    '1-projects/001.yaml +responsible: [audit-bureau, unit-6]',
    'units.yaml +- id: unit-6',
    'units.yaml +  name:',
    'units.yaml +    zh: 气象观测站',
])
def _(b):
    b.set("issues", 1, "responsible", b.cell("issues", 1, "responsible").value + "\n气象观测站")


@way("nearly a unit", says="是不是")
def _(b):
    cell = b.cell("issues", 1, "responsible")
    cell.value = cell.value[:-1]


@way("measure completed", [
    '1-projects/003.yaml +    completed_on: 2024-01-15',
])
def _(b):
    sheet = b.sheets["measures"]
    key = tuple(sheet.cell(b.first, b.column("measures", name)).value for name in ("issue", "n"))
    b.set("measures", key, "status", "已完成")
    b.set("measures", key, "completed_on", datetime(2024, 1, 15))


@way("figure", [
    '1-projects/001.yaml -  - {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476000, unit: CNY}',
    '1-projects/001.yaml +  - {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476001, unit: CNY}',
])
def _(b):
    b.set("figures", (1, "fines"), "value", 4476001)


@way("number as text", [
    '1-projects/001.yaml -  - {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476000, unit: CNY}',
    '1-projects/001.yaml +  - {id: fines, label: {zh: 罚款, en: Fines, fr: Amendes}, value: 4476001, unit: CNY}',
])
def _(b):
    b.set("figures", (1, "fines"), "value", "4,476,001", "@")


@way("same number as text")
def _(b):
    b.set("figures", (1, "fines"), "value", "4476000.0", "@")


@way("no number", says="不是数值")
def _(b):
    b.set("figures", (1, "fines"), "value", "约450万")


@way("text with quotes", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    '1-projects/002.yaml +title: {zh: \'“欠款”: \'\'未\'\' "收回" #1\', en: \'Agencies on another\'\'s licence\', fr: \'Agences sous licence d\'\'autrui\'}',
])
def _(b):
    b.set("issues", 2, "title", '“欠款”: \'未\' "收回" #1')


@way("text with a line break", [
    '1-projects/002.yaml +statement:',
    '1-projects/002.yaml +  zh: |-',
    '1-projects/002.yaml +    第一行',
    '1-projects/002.yaml +    第二行',
])
def _(b):
    b.set("issues", 2, "statement", "第一行\n第二行")


@way("text like a formula", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    "1-projects/002.yaml +title: {zh: '=不是公式', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
])
def _(b):
    cell = b.cell("issues", 2, "title")
    cell.value = "=不是公式"
    cell.data_type = "s"


@way("word of the narrative", [
    '1-projects/001.zh.md -2. *建章立制*，印发**《望川县招投标管理办法》**；另见[问题4](../2-environment/004.zh.md)。',
    '1-projects/001.zh.md +2. *建立制度*，印发**《望川县招投标管理办法》**；另见[问题4](../2-environment/004.zh.md)。',
])
def _(b):
    cell = b.cell("issues", 1, "response")
    cell.value = cell.value.replace("建章立制", "建立制度")


@way("whole narrative", [
    '2-environment/004.zh.md -落实河长制，巡查河道{{ rivers }}，退耕{{ land }}。另见[问题1的做法](../1-projects/001.zh.md)。',
    '2-environment/004.zh.md +第一段。',
    '2-environment/004.zh.md +',
    '2-environment/004.zh.md +第二段。',
])
def _(b):
    b.set("issues", 4, "response", "第一段。\n第二段。")


@way("next steps", [
    '1-projects/002.yaml -    继续核查',
    '1-projects/002.yaml -    余下的代理机构。',
    '1-projects/002.yaml +    继续核查余下的代理机构。年底前办结。',
])
def _(b):
    cell = b.cell("issues", 2, "next_steps")
    cell.value = (cell.value or "") + "年底前办结。"


@way("added row", [
    '3-service/013.en.md +Say what has been done.',
    '3-service/013.fr.md +Say what has been done.',
    '3-service/013.yaml +# yaml-language-server: $schema=../.schema/issue.json',
    '3-service/013.yaml +number: 13',
    '3-service/013.yaml +# 二级问题的标识 Id of its topic',
    '3-service/013.yaml +topic: windows',
    '3-service/013.yaml +',
    '3-service/013.yaml +# 标题 Title',
    '3-service/013.yaml +title:',
    '3-service/013.yaml +  zh: 新问题',
    '3-service/013.yaml +  en: Write the title.',
    '3-service/013.yaml +  fr: Write the title.',
    '3-service/013.yaml +# 反馈的问题，一句话。What was found, in a sentence.',
    '3-service/013.yaml +statement:',
    '3-service/013.yaml +  zh: 新的问题。',
    '3-service/013.yaml +  en: Say what was found.',
    '3-service/013.yaml +  fr: Say what was found.',
    '3-service/013.yaml +',
    '3-service/013.yaml +# 整改状态，必须填写。Status, which must be given: completed, substantially-completed, in-progress, ongoing, not-started',
    '3-service/013.yaml +status: in-progress',
    '3-service/013.yaml +# 整改时限：年、年月或年月日；没有写明的写 not-stated。Due: a year, a month or a day; `not-stated` where none is stated.',
    '3-service/013.yaml +# due: 2026-12',
    '3-service/013.yaml +',
    '3-service/013.yaml +# 牵头单位、责任单位，写 units.yaml 里的 id。Lead and responsible bodies, by their ids in units.yaml.',
    '3-service/013.yaml +# lead: [general-office]',
    '3-service/013.yaml +# responsible: [general-office]',
    '3-service/013.yaml +',
    '3-service/013.yaml +# 下一步措施：没有完成的问题都要写。Next steps: needed while the issue is outstanding.',
    '3-service/013.yaml +# next_steps:',
    '3-service/013.yaml +#   zh: …',
    '3-service/013.zh.md +已着手。',
])
def _(b):
    sheet, last = b.sheets["issues"], b.last("issues")
    sheet.insert_rows(last + 1)
    for name in ("section", "topic"):
        sheet.cell(last + 1, b.column("issues", name)).value = sheet.cell(last, b.column("issues", name)).value
    for name, value in (("title", "新问题"), ("statement", "新的问题。"), ("status", "正在整改"), ("response", "已着手。")):
        sheet.cell(last + 1, b.column("issues", name)).value = value


@way("added measure", [
    '2-environment/004.yaml - measures: [{text: {zh: 每月巡河, en: Walk the rivers every month, fr: Parcourir les rivières chaque mois}}],',
    '2-environment/004.yaml + measures: [{text: {zh: 每月巡河, en: Walk the rivers every month, fr: Parcourir les rivières chaque mois}}, {text: {zh: 再加一项措施}}],',
])
def _(b):
    sheet, last = b.sheets["measures"], b.last("measures")
    sheet.cell(last + 1, b.column("measures", "issue")).value = sheet.cell(last, b.column("measures", "issue")).value
    sheet.cell(last + 1, b.column("measures", "text")).value = "再加一项措施"


@way("deleted row", says="通报里的没有删去")
def _(b):
    b.sheets["issues"].delete_rows(b.row("issues", 3))


@way("row twice", says="请只留一行")
def _(b):
    sheet, row = b.sheets["issues"], b.row("issues", 3)
    sheet.insert_rows(row + 1)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(row + 1, column).value = sheet.cell(row, column).value


def rows(b, kind, order):
    sheet, first, last = b.sheets[kind], b.first, b.last(kind)
    data = [[sheet.cell(row, column).value for column in range(1, sheet.max_column + 1)] for row in range(first, last + 1)]
    for at, values in enumerate(order(data)):
        for column, value in enumerate(values, 1):
            sheet.cell(first + at, column).value = value


@way("reordered rows")
def _(b):
    rows(b, "issues", lambda data: data[5:] + data[:5])


@way("sorted by status, and one edited", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    "1-projects/002.yaml +title: {zh: '改过的标题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
])
def _(b):
    b.set("issues", 2, "title", "改过的标题")
    at = b.column("issues", "status") - 1
    rows(b, "issues", lambda data: sorted(data, key=lambda row: str(row[at])))


@way("reordered columns")
def _(b):
    sheet = b.sheets["issues"]
    for merged in list(sheet.merged_cells.ranges):
        sheet.unmerge_cells(str(merged))
    a, c = b.column("issues", "title"), b.column("issues", "status")
    for row in range(1, sheet.max_row + 1):
        one, other = sheet.cell(row, a), sheet.cell(row, c)
        one.value, other.value = other.value, one.value


@way("hidden column, edited all the same", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    "1-projects/002.yaml +title: {zh: '改过的标题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
])
def _(b):
    sheet = b.sheets["issues"]
    sheet.column_dimensions[sheet.cell(1, b.column("issues", "statement")).column_letter].hidden = True
    b.set("issues", 2, "title", "改过的标题")


@way("filtered, a hidden row edited", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    "1-projects/002.yaml +title: {zh: '改过的标题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
])
def _(b):
    sheet = b.sheets["issues"]
    b.set("issues", 2, "title", "改过的标题")
    sheet.row_dimensions[b.row("issues", 2)].hidden = True
    sheet.auto_filter.ref = f"A{b.first - 1}:H{sheet.max_row}"


@way("own column", says="自己添的列")
def _(b):
    sheet = b.sheets["issues"]
    column = sheet.max_column + 1
    sheet.cell(b.first - 1, column).value = "备忘"
    sheet.cell(b.first, column).value = "周三再问"


@way("deleted column")
def _(b):
    b.sheets["issues"].delete_cols(b.column("issues", "statement"))


@way("renamed sheets")
def _(b):
    for at, sheet in enumerate(b.book.worksheets):
        sheet.title = f"Sheet{at + 1}"


@way("only one sheet left", [
    "1-projects/002.yaml -title: {zh: '代理机构“挂靠”问题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
    "1-projects/002.yaml +title: {zh: '改过的标题', en: 'Agencies on another''s licence', fr: 'Agences sous licence d''autrui'}",
])
def _(b):
    b.set("issues", 2, "title", "改过的标题")
    for kind, sheet in b.sheets.items():
        if kind not in ("issues", "exported"):
            b.book.remove(sheet)


@way("empty cell of a date", [
    '1-projects/001.yaml -verified_on: 2023-12-15',
])
def _(b):
    b.set("issues", 1, "verified_on", None)


@way("empty title", says="不能由台账删去")
def _(b):
    b.set("issues", 1, "title", None)


@way("unknown status word", says="不认识“差不多了”")
def _(b):
    b.set("issues", 1, "status", "差不多了")


@way("usual word for a status", [
    '2-environment/005.yaml -status: not-started',
    '2-environment/005.yaml +status: completed',
])
def _(b):
    b.set("issues", 5, "status", "已销号")


@way("changed number", says="请只留一行")
def _(b):
    b.set("issues", 3, "number", 4)


@way("other section", says="这一列不在台账里改")
def _(b):
    b.set("issues", 3, "section", b.cell("issues", 12, "section").value)


@way("blanks and breaks around words")
def _(b):
    cell = b.cell("issues", 1, "title")
    cell.value = f"  {cell.value} \n"
    cell = b.cell("issues", 1, "status")
    cell.value = f" {cell.value}"


@way("bodies with the marks of lists")
def _(b):
    for row in range(b.first, b.last("issues") + 1):
        for name in ("lead", "responsible"):
            cell = b.sheets["issues"].cell(row, b.column("issues", name))
            cell.value = cell.value and cell.value.replace("\n", "、")


# What happens where the notice was edited, too, since the ledger was exported.

OPEN = mended("2-environment/005.yaml", "due: 2024-09-30", "due: 2024-10-31")
DONE = [
    "1-projects/001.yaml -completed_on: 2023-11-30",
    "1-projects/001.yaml +completed_on: 2023-11-29",
]


def done(b):
    b.set("issues", 1, "completed_on", datetime(2023, 11, 29))


way("stale: the notice is newer", says="通报里又改过 1 处", meanwhile=OPEN)(lambda b: None)
way("stale: each edited another cell", DONE, says="通报里又改过 1 处", meanwhile=OPEN)(done)
way("stale: a narrative is newer", DONE, says="通报里又改过 1 处", meanwhile=mended("1-projects/001.zh.md", "建章立制", "订立规矩"))(done)
way("stale: one cell edited on both sides", says="两边都改过", meanwhile=OPEN)(
    lambda b: b.set("issues", 5, "due", datetime(2024, 12, 31)))
way("stale: both sides, the notice is to count", DONE, ["--prefer", "notice"], says="以通报为准", meanwhile=OPEN)(
    lambda b: (done(b), b.set("issues", 5, "due", datetime(2024, 12, 31))))
way("stale: both sides, the ledger is to count", DONE + [
    "2-environment/005.yaml -due: 2024-10-31",
    "2-environment/005.yaml +due: 2024-12-31",
], ["--prefer", "ledger"], says="以台账为准", meanwhile=OPEN)(lambda b: (done(b), b.set("issues", 5, "due", datetime(2024, 12, 31))))
way("stale: both sides came to the same", meanwhile=OPEN)(lambda b: b.set("issues", 5, "due", "2024年10月31日", "@"))
way("stale: a date only written otherwise", says="通报里又改过 1 处", meanwhile=OPEN)(
    lambda b: b.set("issues", 5, "due", "2024/9/30", "@"))
way("stale: sorted, columns deleted", DONE, says="通报里又改过 1 处", meanwhile=OPEN)(
    lambda b: (done(b), rows(b, "issues", lambda data: data[4:] + data[:4]), b.sheets["issues"].delete_cols(b.column("issues", "statement"))))
way("stale: a body has another name now", says="没有改动", meanwhile=mended("units.yaml", "县水利局", "县水务局"))(lambda b: None)


def new(record, *arguments):
    """An issue is added, and is completed; the notice states how many there are."""
    edits = [(record, "\nstatus:\n", "\nstatus: completed\n"), ("notice.yaml", "value: 12,", "value: 13,"),
             ("notice.yaml", "value: 4, unit: piece, equals: completed", "value: 5, unit: piece, equals: completed"),
             ("notice.yaml", "value: 33.3,", "value: 38.5,")]
    return lambda notice, run: [run("new", *arguments)] + [mended(*edit)(notice, run) for edit in edits]


way("stale: issues have other numbers now", [
    "2-environment/006.yaml -status: not-started",
    "2-environment/006.yaml +status: in-progress",
], meanwhile=new("2-environment/005.yaml", "2", "--after", "4", "--title", "排水口没有编号", "--renumber"))(lambda b: b.set("issues", 5, "status", "正在整改"))
way("stale: an issue is new in the notice", meanwhile=new("3-service/013.yaml", "3", "--title", "新的问题"))(lambda b: None)
way("stale: a measure was put before another", [
    "1-projects/003.yaml +    completed_on: 2024-01-15",
], meanwhile=mended("1-projects/003.yaml", "measures:\n", "measures:\n  - text: {zh: 先行登记, en: Make a list, fr: Dresser une liste}\n    status: in-progress\n"))(
    lambda b: b.set("measures", (3, 1), "completed_on", datetime(2024, 1, 15)))
GONE = mended("1-projects/003.yaml", "  - text: {zh: 完善合同, en: Improve contracts, fr: Améliorer les contrats}\n", "")
way("stale: a measure was taken out", DONE, says="通报里删去了这一条", meanwhile=GONE)(done)
way("stale: a measure was taken out, and edited", says="通报里删去了这一条", meanwhile=GONE)(
    lambda b: (done(b), b.set("measures", (3, 3), "status", "已完成")))
REWRITTEN = mended("2-environment/005.yaml", "title: {zh: 台风登陆后的排涝,", "title: {zh: 另一个问题,")
way("stale: what has the number was rewritten", DONE, says="换过", meanwhile=REWRITTEN)(done)
way("stale: what has the number was rewritten, and edited", says="换过", meanwhile=REWRITTEN)(
    lambda b: (done(b), b.set("issues", 5, "status", "已完成")))


def forget(b):
    b.book.remove(b.sheets["exported"])


way("what was exported is not known", says="没有导出时的记号")(lambda b: (done(b), forget(b)))
way("what was exported is not known, the ledger is to count", DONE, ["--prefer", "ledger"])(lambda b: (done(b), forget(b)))
way("the column of numbers is gone", says="少了认行用的一列")(lambda b: b.sheets["issues"].delete_cols(b.column("issues", "number")))


@way("the first row of a sheet is gone", says="列标记")
def _(b):
    done(b)
    b.sheets["issues"].delete_rows(1)


@way("a sheet of one's own", DONE, says="自己添的工作表")
def _(b):
    done(b)
    b.book.create_sheet("备忘")["A1"] = "周三再问"


@way("deadline by the end of a month", [
    "2-environment/005.yaml -due: 2024-09-30",
    "2-environment/005.yaml +due: 2024-10",
])
def _(b):
    b.set("issues", 5, "due", "2024年10月底前", "@")
