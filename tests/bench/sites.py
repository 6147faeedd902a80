"""The corpus as each generator wants it: content, configuration, templates.

What gongkai works out (figures in each language's form, counts of sections), the others get ready-made; what gongkai checks, they do not.
"""

import hashlib
import json
import os
import shutil
import sys
from multiprocessing import Pool
from pathlib import Path

import corpus
from corpus import AS_OF, LANGUAGES, NOTICE, SECTIONS, TOPICS, UNITS

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
GENERATORS = ("gongkai", "hugo", "zola", "eleventy")
LISTED_STATUSES = sorted(set(corpus.STATUSES), key=corpus.STATUSES.index)


def prepare(folder, generator, n):
    """Writes a site unless the same one is there already; gives its folder."""
    folder = Path(folder)
    sources = [HERE / "corpus.py", HERE / "sites.py", *sorted(p for p in (HERE / "templates" / generator).rglob("*") if p.is_file())]
    key = hashlib.sha256(b"".join(p.read_bytes() for p in sources)).hexdigest()
    mark = folder / ".corpus"
    if mark.exists() and mark.read_text() == key:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    chunk = 250
    jobs = [(str(folder), generator, n, first, min(first + chunk, n + 1)) for first in range(1, n + 1, chunk)]
    if len(jobs) == 1:
        tallies = [write_issues(jobs[0])]
    else:
        with Pool() as pool:
            tallies = pool.map(write_issues, jobs, chunksize=1)
    tally = [[sum(t[s][k] for t in tallies) for k in (0, 1)] for s in range(len(SECTIONS))]
    FRAMES[generator](folder, n, tally)
    mark.write_text(key)
    return folder


def write_issues(job):
    """Writes some issues; gives how many each section has and how many of them are completed."""
    folder, generator, n, first, end = job
    tally = [[0, 0] for _ in SECTIONS]
    made = set()
    for number in range(first, end):
        issue = corpus.issue(number, n)
        tally[issue.section][0] += issue.status == "completed"
        tally[issue.section][1] += 1
        for path, text in ISSUES[generator](issue, width(n)):
            path = f"{folder}/{path}"
            parent = path.rpartition("/")[0]
            if parent not in made:
                os.makedirs(parent, exist_ok=True)
                made.add(parent)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    return tally


def topic_id(section, topic):
    return f"{SECTIONS[section][0]}-{TOPICS[topic][0]}"


def width(n):
    return max(3, len(str(n)))


def put(folder, path, text):
    path = Path(folder) / path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def copy_templates(folder, generator, *assets):
    shutil.copytree(HERE / "templates" / generator, folder, dirs_exist_ok=True)
    theme = ROOT / "themes" / "bulletin"
    for target in assets:
        target = Path(folder) / target
        target.mkdir(parents=True, exist_ok=True)
        styles = sorted((theme / "styles").glob("*.css"))
        (target / "style.css").write_bytes(b"\n".join(p.read_bytes() for p in styles))
        for file in (theme / "static").iterdir():
            if file.is_file():
                shutil.copy(file, target / file.name)


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def scalar(text):
    """A text in YAML as an author writes it: in quotes only where it must be."""
    text = str(text)
    return quoted(text) if ": " in text or " #" in text or text[0] in "{[*&!%@`'\"" else text


# gongkai


def gongkai_folder(section):
    return f"content/{section + 1}-{SECTIONS[section][0]}"


def gongkai_issue(issue, digits):
    stem = f"{gongkai_folder(issue.section)}/{issue.number:0{digits}d}"
    lines = [f"number: {issue.number}", f"topic: {topic_id(issue.section, issue.topic)}"]
    for key, text in (("title", issue.title), ("statement", issue.statement)):
        lines += [f"{key}:", f"  zh: {scalar(text['zh'])}", f"  en: {scalar(text['en'])}"]
    lines.append(f"status: {issue.status}")
    for key in ("due", "completed_on", "verified_on"):
        if value := getattr(issue, key):
            lines.append(f"{key}: {value}")
    lines.append(f"lead: [{', '.join(u[0] for u in issue.lead)}]")
    lines.append(f"responsible: [{', '.join(u[0] for u in issue.responsible)}]")
    lines.append("figures:")
    for f in issue.figures:
        lines.append(f"  - {{id: {f['id']}, label: {{zh: {f['label']['zh']}, en: {f['label']['en']}}}, value: {f['value']}, unit: {f['unit']}}}")
    lines.append("documents:")
    for document in issue.documents:
        lines += [f"  - zh: {scalar(document['zh'])}", f"    en: {scalar(document['en'])}"]
    if issue.next_steps:
        lines += ["next_steps:", f"  zh: {scalar(issue.next_steps['zh'])}", f"  en: {scalar(issue.next_steps['en'])}"]
    lines.append("history:")
    lines += [f"  - {{on: {change['on']}, status: {change['status']}}}" for change in issue.history]
    yield f"{stem}.yaml", "\n".join(lines) + "\n"
    for lang in LANGUAGES:
        yield f"{stem}.{lang}.md", issue.narrative[lang]


def gongkai_frame(folder, n, tally):
    both = lambda text: f"\n  zh: {scalar(text['zh'])}\n  en: {scalar(text['en'])}"
    put(folder, "content/notice.yaml", f"""title:{both(NOTICE['title'])}
issuer:{both(NOTICE['issuer'])}
issued_on: 2024-07-01
as_of: {AS_OF}
summary:{both(NOTICE['summary'])}
inspection:
  body: {{zh: {NOTICE['body']['zh']}, en: {NOTICE['body']['en']}}}
  subject: {{zh: {NOTICE['subject']['zh']}, en: {NOTICE['subject']['en']}}}
  from: 2023-03-01
  to: 2023-04-30
  fed_back_on: 2023-06-01
languages: [zh, en]
base_url: https://notice.example/
contact:
  telephones: [{NOTICE['telephone']}]
  address:
    zh: {NOTICE['address']['zh']}
    en: {quoted(NOTICE['address']['en'])}
  email: {NOTICE['email']}
stated:
  - {{id: issues, label: {{zh: 反馈问题, en: Issues reported}}, value: {n}, unit: piece, equals: total}}
""")
    put(folder, "content/units.yaml", "".join(f"- {{id: {id}, name: {{zh: {zh}, en: {en}}}}}\n" for id, zh, en in UNITS))
    for lang in LANGUAGES:
        put(folder, f"content/overview.{lang}.md", overview(lang))
    for section, (_, zh, en, short_zh, short_en) in enumerate(SECTIONS):
        topics = "".join(f"  - {{id: {topic_id(section, i)}, title: {{zh: {z}, en: {e}}}}}\n" for i, (_, z, e) in enumerate(TOPICS))
        put(folder, f"{gongkai_folder(section)}/section.yaml", f"""title: {{zh: {zh}, en: {en}}}
short_title: {{zh: {short_zh}, en: {short_en}}}
topics:
{topics}""")


def overview(lang):
    return {
        "zh": "市委把整改作为重要政治任务，逐项研究，逐项落实，按时公开。\n\n- **提高认识。**召开会议传达反馈意见，统一思想。\n- **压实责任。**明确牵头单位和责任单位，定期调度。\n",
        "en": "The city treats rectification as a major political task: every finding is studied, acted on and reported in time.\n\n- **Understanding.** Meetings passed on the findings.\n- **Responsibility.** Lead and responsible units are named and report regularly.\n",
    }[lang]


# The others: front matter, with every text ready in one language.


def matter(issue, lang):
    side = LANGUAGES.index(lang)
    made = {
        "title": issue.title[lang], "number": issue.number, "statement": issue.statement[lang], "issue_status": issue.status,
        "section_slug": SECTIONS[issue.section][0], "topic": topic_id(issue.section, issue.topic), "topic_title": TOPICS[issue.topic][1 + side],
        "due": issue.due, "completed_on": issue.completed_on, "verified_on": issue.verified_on,
        "lead": [{"id": u[0], "name": u[1 + side]} for u in issue.lead],
        "responsible": [{"id": u[0], "name": u[1 + side]} for u in issue.responsible],
        "figures": [{"label": f["label"][lang], "text": f["text"][lang]} for f in issue.figures],
        "documents": [d[lang] for d in issue.documents],
        "next_steps": issue.next_steps and issue.next_steps[lang],
        "history": issue.history,
    }
    return {key: value for key, value in made.items() if value}


def yaml_value(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k}: {yaml_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(yaml_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else quoted(value)


def yaml_matter(fields, body=""):
    return "---\n" + "".join(f"{k}: {yaml_value(v)}\n" for k, v in fields.items()) + f"---\n{body}"


def toml_value(value):
    if isinstance(value, dict):
        return "{" + ", ".join(f"{k} = {toml_value(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(toml_value, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    return str(value) if isinstance(value, int) else quoted(value)


def toml_matter(fields, extra, body=""):
    lines = [f"{k} = {toml_value(v)}\n" for k, v in fields.items()]
    lines += ["[extra]\n"] + [f"{k} = {toml_value(v)}\n" for k, v in extra.items()]
    return "+++\n" + "".join(lines) + f"+++\n{body}"


# Pages beside those of issues and sections: template, name in both languages, whether the menu has it.
PAGES = [
    ("notice", "通报全文", "Full notice", True), ("overview", "工作部署", "Overview", True), ("issues", "全部问题", "All issues", True),
    ("outstanding", "未完成事项", "Outstanding", True), ("statistics", "统计", "Statistics", True), ("contact", "联系方式", "Contact", True),
    ("data", "数据下载", "Data", True), ("search", "搜索", "Search", True), ("by-unit", "单位", "Units", False),
    ("accessibility", "无障碍", "Accessibility", False),
]


def words(lang):
    """What all templates of a language share."""
    zh = lang == "zh"
    pick = lambda a, b: a if zh else b
    return {
        "tag": pick("zh-CN", "en"), "other": pick("en", "zh"), "other_name": pick("English", "中文"), "folder": pick("", "en/"),
        "title": NOTICE["title"][lang], "issuer": NOTICE["issuer"][lang], "summary": NOTICE["summary"][lang],
        "issued_on": "2024-07-01", "as_of": AS_OF, "address": NOTICE["address"][lang], "telephone": NOTICE["telephone"], "email": NOTICE["email"],
        "home": pick("首页", "Home"), "skip": pick("跳到正文", "Skip to content"), "sections": pick("各方面", "Sections"),
        "status": pick("整改状态", "Status"), "due": pick("整改时限", "Due"), "completed_on": pick("完成日期", "Completed on"),
        "verified_on": pick("核实销号日期", "Verified on"), "lead": pick("牵头单位", "Lead unit"), "responsible": pick("责任单位", "Responsible unit"),
        "statement": pick("反馈问题", "What the inspection found"), "figures": pick("主要数据", "Key figures"), "response": pick("整改情况", "What was done"),
        "next_steps": pick("下一步措施", "Next steps"), "documents": pick("制度文件", "Documents issued"), "history": pick("状态变化", "Changes of status"),
        "number": pick("序号", "No."), "issue": pick("问题", "Issue"), "section": pick("方面", "Section"), "previous": pick("上一个", "Previous"),
        "next": pick("下一个", "Next"), "as_of_word": pick("统计截至", "As of"), "total": pick("合计", "Total"), "rate": pick("整改完成率", "Completion rate"),
        "cite": pick("引用", "Cite this page"), "outstanding": pick("未完成事项", "Outstanding matters"), "not_found": pick("没有这个页面", "Page not found"),
        "statuses": {s: pick(z, e) for s, z, e in [
            ("completed", "已完成", "Completed"), ("substantially-completed", "基本完成", "Substantially completed"),
            ("in-progress", "正在整改", "In progress"), ("ongoing", "长期坚持", "Ongoing")]},
        "menu": [{"href": f"{p[0]}.html", "title": pick(p[1], p[2])} for p in PAGES if p[3]],
    }


def site_data(n, tally):
    """Sections and units with their counts, ready-made."""
    return {
        lang: {
            "total": n, "completed": sum(t[0] for t in tally), "outstanding": n - sum(t[0] for t in tally),
            "sections": [
                {"number": i + 1, "slug": s[0], "title": s[1 + side], "short": s[3 + side], "completed": tally[i][0], "total": tally[i][1],
                 "bar": tally[i][0] * 1000 // max(1, tally[i][1]),
                 "topics": [{"id": topic_id(i, k), "title": t[1 + side]} for k, t in enumerate(TOPICS)]}
                for i, s in enumerate(SECTIONS)
            ],
            "units": [{"id": u[0], "name": u[1 + side]} for u in UNITS],
            "statuses": LISTED_STATUSES,
        }
        for side, lang in enumerate(LANGUAGES)
    }


def page_title(lang, page):
    return page[1 + LANGUAGES.index(lang)]


# Hugo


def hugo_issue(issue, digits):
    for lang in LANGUAGES:
        fields = matter(issue, lang) | {"status": [issue.status], "units": [u["id"] for key in ("lead", "responsible") for u in matter(issue, lang)[key]]}
        yield f"content/{lang}/sections/{SECTIONS[issue.section][0]}/{issue.number:0{digits}d}.md", yaml_matter(fields | {"weight": issue.number}, issue.expanded(lang))


def hugo_frame(folder, n, tally):
    copy_templates(folder, "hugo", "static/assets")
    put(folder, "data/site.json", json.dumps(site_data(n, tally), ensure_ascii=False))
    put(folder, "data/words.json", json.dumps({lang: words(lang) for lang in LANGUAGES}, ensure_ascii=False))
    for lang in LANGUAGES:
        put(folder, f"content/{lang}/_index.md", yaml_matter({"title": NOTICE["title"][lang]}))
        put(folder, f"content/{lang}/sections/_index.md", yaml_matter({"title": "sections", "build": {"render": "never"}}))
        put(folder, f"content/{lang}/units/_index.md", "---\ntitle: units\nbuild: {render: never}\ncascade: {build: {render: never}}\n---\n")
        put(folder, f"content/{lang}/status/_index.md", "---\ntitle: status\nbuild: {render: never}\n---\n")
        for position, section in enumerate(SECTIONS):
            put(folder, f"content/{lang}/sections/{section[0]}/_index.md", yaml_matter({"title": section[1 + LANGUAGES.index(lang)], "weight": position + 1}))
        for page in PAGES:
            put(folder, f"content/{lang}/{page[0]}.md", yaml_matter({"title": page_title(lang, page), "layout": page[0]}, overview(lang) if page[0] == "overview" else ""))


# Zola


def zola_suffix(lang):
    return "" if lang == "zh" else ".en"


def zola_issue(issue, digits):
    for lang in LANGUAGES:
        extra = matter(issue, lang)
        fields = {
            "title": extra.pop("title"), "weight": issue.number, "path": f"{words(lang)['folder']}issues/{issue.number:0{digits}d}",
            "taxonomies": {"status": [issue.status], "units": [u["id"] for key in ("lead", "responsible") for u in extra[key]]},
        }
        yield f"content/sections/{SECTIONS[issue.section][0]}/{issue.number:0{digits}d}{zola_suffix(lang)}.md", toml_matter(fields, extra, issue.expanded(lang))


def zola_frame(folder, n, tally):
    copy_templates(folder, "zola", "static/assets")
    put(folder, "site.json", json.dumps(site_data(n, tally), ensure_ascii=False))
    put(folder, "words.json", json.dumps({lang: words(lang) for lang in LANGUAGES}, ensure_ascii=False))
    for lang in LANGUAGES:
        end = zola_suffix(lang)
        put(folder, f"content/_index{end}.md", toml_matter({"title": NOTICE["title"][lang]}, {}))
        put(folder, f"content/sections/_index{end}.md", toml_matter({"title": "sections", "render": False}, {}))
        for section in SECTIONS:
            put(folder, f"content/sections/{section[0]}/_index{end}.md", toml_matter(
                {"title": section[1 + LANGUAGES.index(lang)], "sort_by": "weight", "template": "section.html", "page_template": "issue.html"}, {"slug": section[0]}))
        for page in PAGES:
            put(folder, f"content/{page[0]}{end}.md", toml_matter(
                {"title": page_title(lang, page), "template": f"{page[0]}.html"}, {"name": page[0]}, overview(lang) if page[0] == "overview" else ""))


# Eleventy


def eleventy_issue(issue, digits):
    for lang in LANGUAGES:
        yield f"src/{lang}/issues/{issue.number:0{digits}d}.md", yaml_matter(matter(issue, lang), issue.expanded(lang))


def eleventy_frame(folder, n, tally):
    copy_templates(folder, "eleventy", "src/assets")
    put(folder, "src/_data/notice.json", json.dumps(site_data(n, tally), ensure_ascii=False))
    put(folder, "src/_data/words.json", json.dumps({lang: words(lang) for lang in LANGUAGES}, ensure_ascii=False))
    put(folder, "package.json", '{"type": "module"}\n')
    for lang in LANGUAGES:
        put(folder, f"src/{lang}/{lang}.json", json.dumps({"lang": lang}))
        put(folder, f"src/{lang}/issues/issues.11tydata.js", "export default { layout: 'issue.njk', permalink: (data) => `${data.lang === 'en' ? 'en/' : ''}issues/${data.page.fileSlug}.html`, tags: ['issues'] };\n")
        base = f"{words(lang)['folder']}"
        put(folder, f"src/{lang}/index.njk", yaml_matter({"title": NOTICE["title"][lang], "layout": "home.njk", "permalink": f"{base}index.html"}))
        put(folder, f"src/{lang}/404.njk", yaml_matter({"title": words(lang)["not_found"], "layout": "not-found.njk", "permalink": f"{base}404.html"}))
        put(folder, f"src/{lang}/sections.njk", f"---\nlayout: section.njk\npagination: {{data: notice.{lang}.sections, size: 1, alias: part}}\npermalink: \"{base}sections/{{{{ part.slug }}}}.html\"\neleventyComputed: {{title: \"{{{{ part.title }}}}\"}}\n---\n")
        put(folder, f"src/{lang}/status.njk", f"---\nlayout: status.njk\npagination: {{data: notice.{lang}.statuses, size: 1, alias: status}}\npermalink: \"{base}status/{{{{ status }}}}.html\"\neleventyComputed: {{title: \"{{{{ words.{lang}.statuses[status] }}}}\"}}\n---\n")
        for page in PAGES:
            kind = "md" if page[0] == "overview" else "njk"
            put(folder, f"src/{lang}/{page[0]}.{kind}", yaml_matter(
                {"title": page_title(lang, page), "layout": f"{page[0]}.njk", "permalink": f"{base}{page[0]}.html"}, overview(lang) if page[0] == "overview" else ""))


ISSUES = {"gongkai": gongkai_issue, "hugo": hugo_issue, "zola": zola_issue, "eleventy": eleventy_issue}
FRAMES = {"gongkai": gongkai_frame, "hugo": hugo_frame, "zola": zola_frame, "eleventy": eleventy_frame}

# `sites.py FOLDER N` writes a notice of N issues for gongkai.
if __name__ == "__main__":
    prepare(sys.argv[1], "gongkai", int(sys.argv[2]))
