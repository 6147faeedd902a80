"""Wholes and their parts, added up from the YAML alone: what is left of each whole, and what of it is not stated to be settled."""

import re
from decimal import Decimal

SETTLED = {"recovered", "done"}
MONEY = re.compile("[A-Z]{3}")
SHARES = {"percent", "percentage-points"}


def are_alike(a, b):
    """Whether two figures can be added up."""
    apart = lambda figure: MONEY.fullmatch(figure["unit"]) or figure["unit"] in SHARES
    return a["unit"] == b["unit"] or not (apart(a) or apart(b))


def sums(figures, equations):
    """Sums that equations declare: the whole, its parts, and whether the rest is said to be unexplained."""
    known = {figure["id"]: figure for figure in reversed(figures)}
    for equation in equations:
        sides = re.split("[=＝]", equation)
        if len(sides) != 2 or re.search("[<>≤≥±*/×÷()（）]", equation):
            continue
        for left, right in (sides, sides[::-1]):
            words = [word.strip() for word in re.split("[+＋]", left)]
            rest = words[-1] in ("unexplained", "未说明")
            words = words[:-1] if rest else words
            whole = right.strip()
            if whole in known and words and all(word in known for word in words) and (len(words) > 1 or rest):
                if all(word != whole and are_alike(known[word], known[whole]) for word in words):
                    yield whole, words, rest
                    break


def wholes(figures, equations):
    """The whole of each figure that has one, as it says itself or else as an equation has it."""
    found = {}
    for whole, parts, _ in sums(figures, equations):
        for part in parts:
            found.setdefault(part, whole)
    return found | {figure["id"]: figure["of"] for figure in figures if figure.get("of")}


def breakdowns(figures, equations):
    """Each whole, in order, with its parts, what is left, whether that is unexplained, and what is missing of it."""
    known = {figure["id"]: figure for figure in reversed(figures)}
    found = [(whole, parts, rest) for whole, parts, rest in sums(figures, equations)]
    for whole in figures:
        taken = {part for name, parts, _ in found if name == whole["id"] for part in parts}
        is_part = lambda figure: figure.get("of") == whole["id"] and (figure["unit"] == whole["unit"] or figure.get("kind") and are_alike(figure, whole))
        parts = [figure["id"] for figure in figures if is_part(figure) and figure["id"] not in taken]
        if parts:
            found.append((whole["id"], parts, False))
    found.sort(key=lambda entry: [figure["id"] for figure in figures].index(entry[0]))
    for whole, parts, is_declared in found:
        value = Decimal(known[whole]["value"])
        rest = value - sum(Decimal(known[part]["value"]) for part in parts)
        kinds = [known[part].get("kind") for part in parts]
        missing = value - sum(Decimal(known[part]["value"]) for part, kind in zip(parts, kinds) if kind in SETTLED) if any(kinds) else None
        left = rest if rest > 0 else None
        yield whole, parts, left, left is not None and (is_declared or any(kinds)), missing


def money(records):
    """The sums of the page of money in its order: the holder, the whole, and what is missing of it; none where no part says what became of it."""
    found = []
    for holder, issue, figures, equations in records:
        for whole, _, _, _, missing in breakdowns(figures, equations):
            unit = next(figure["unit"] for figure in figures if figure["id"] == whole)
            known = next((entry for entry in found if entry[:3] == [holder, issue, whole]), None)
            if known:
                known[4] = missing if known[4] is None else known[4]
            elif MONEY.fullmatch(unit):
                found.append([holder, issue, whole, unit, missing])
    currencies = list(dict.fromkeys(entry[3] for entry in found))
    found.sort(key=lambda entry: (currencies.index(entry[3]), -(entry[4] or 0)))
    return found
