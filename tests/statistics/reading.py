"""Pages as a reader meets them: a tree of elements, and the tokens of a text, its numbers with what stands beside them and its dates."""

import re
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "hr", "input", "rect", "line", "circle", "path"}
UNSEEN = {"script", "style", "template"}
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
TOKEN = re.compile(
    r"(?P<zh>\d{4}年(?:\d+月(?:\d+日)?)?)|(?P<en>(?:\d{1,2} )?(?:" + "|".join(MONTHS) + r") \d{4})"
    r"|(?P<all>（推定）|\(inferred\))|(?P<some>（(?:其中(?P<nz>\d+)个为推定|推定(?P<cz>\d+))）|\((?P<ne>[\d,]+) (?:of them )?inferred\))"
    r"|(?P<part>（部分推定）|\(partly inferred\))|(?P<dash>—)|(?P<number>\d[\d,]*(?:\.\d+)?%?)"
)


class Element:
    def __init__(self, tag, attributes, parent):
        self.tag, self.attributes, self.parent, self.children = tag, dict(attributes), parent, []

    def __getitem__(self, name):
        return self.attributes.get(name) or ""

    def classes(self):
        return self["class"].split()

    def walk(self):
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child.walk()

    def all(self, tag=None, of=None, id=None):
        fits = lambda e: (not tag or e.tag == tag) and (not of or of in e.classes()) and (not id or e["id"] == id)
        return [element for element in self.walk() if fits(element)]

    def one(self, *what, **named):
        found = self.all(*what, **named)
        if not found:
            raise LookupError(f"there is no {what or ''}{named or ''} in <{self.tag} class={self['class']!r} id={self['id']!r}>")
        return found[0]

    def children_of(self, tag):
        return [child for child in self.children if isinstance(child, Element) and child.tag == tag]

    def text(self):
        parts = [child if isinstance(child, str) else "" if child.tag in UNSEEN else child.text() for child in self.children]
        return "".join(parts)

    def tokens(self):
        return tokens(self.text())


class Builder(HTMLParser):
    def __init__(self):
        super().__init__()
        self.root = self.at = Element("root", [], None)

    def handle_starttag(self, tag, attributes):
        element = Element(tag, attributes, self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag, attributes):
        self.at.children.append(Element(tag, attributes, self.at))

    def handle_endtag(self, tag):
        at = self.at
        while at.parent and at.tag != tag:
            at = at.parent
        if at.parent:
            self.at = at.parent

    def handle_data(self, data):
        self.at.children.append(data)


def page(path):
    builder = Builder()
    builder.feed(path.read_text(encoding="utf-8"))
    return builder.root


def date_in_words(text):
    if "年" in text:
        parts = re.findall(r"\d+", text)
    else:
        words = text.split(" ")
        parts = [words[-1], str(MONTHS.index(words[-2]) + 1), *words[:-2]]
    return "-".join(part.zfill(2) for part in parts)


def tokens(text):
    """The numbers and dates of a text, in order; what is said of a number's basis joins the number before it."""
    seen = []
    for match in TOKEN.finditer(text):
        kind, said = match.lastgroup, match.group()
        if match["zh"] or match["en"]:
            seen.append(date_in_words(said))
        elif match["number"]:
            seen.append(said.replace(",", ""))
        elif match["dash"]:
            seen.append(said)
        else:
            some = match["nz"] or match["cz"] or match["ne"]
            mark = "all" if match["all"] else "part" if match["part"] else some.replace(",", "")
            seen[-1:] = [f"{seen[-1] if seen else kind}!{mark}"]
    return seen
