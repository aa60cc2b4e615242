"""What was compared, and the table of it."""

from dataclasses import dataclass

from .shown import agrees, parsed, written


@dataclass
class Comparison:
    page: str
    statement: str
    what: str
    shown: object
    recomputed: str
    same: bool
    # Whether another place says the same, so that a change here alone is no statement of its own.
    repeated: bool = False
    # Whether more than rounding is allowed for.
    loose: bool = False


class Report:
    """Collects comparisons of one page; a statement is a row of the table and may hold many numbers."""

    def __init__(self, page):
        self.page, self.comparisons = page, []
        self.statement = ""

    def begin(self, statement):
        self.statement = statement

    def number(self, what, shown, value, noise=None, unit=None):
        try:
            same = agrees(shown, value, noise, unit)
            recomputed = written(shown, value)
        except ValueError:
            same, recomputed = False, "no number is shown"
        self._add(what, shown, recomputed, same, loose=bool(noise) and noise > _half(shown))

    def numbers(self, what, shown, values, noise=None):
        """A row of numbers, as many here as there."""
        if len(shown) != len(values):
            self._add(what, f"{len(shown)} numbers", f"{len(values)} numbers", False)
        for place, (text, value) in enumerate(zip(shown, values)):
            self.number(f"{what}, {place + 1}", text, value, noise)

    def text(self, what, shown, expected):
        self._add(what, shown, str(expected), str(shown) == str(expected))

    def holds(self, what, shown, recomputed, same, loose=False):
        self._add(what, shown, str(recomputed), bool(same), loose=loose)

    def among(self, what, texts, value, noise=None, unit=None):
        """Some number of these says it; used for sentences, whose wording nobody fixed."""
        candidates = [n for text in texts for n in text.numbers()]
        # A whole number says nothing of what is none.
        said = [n for n in candidates if agrees(n, value, noise, unit)
                and (isinstance(value, int) or "." in n)]
        if said:
            loose = bool(noise) and noise > _half(said[0])
            return self._add(what, said[0], written(said[0], value), True, len(said) > 1, loose)
        nearest = min(candidates, key=lambda n: _distance(n, value), default="no number")
        self._add(what, nearest, f"{value:.8g}", False)

    def _add(self, what, shown, recomputed, same, repeated=False, loose=False):
        self.comparisons.append(Comparison(
            self.page.name, self.statement, what, shown, recomputed, same, repeated, loose))


def _half(shown):
    try:
        return parsed(shown)[1] / 2
    except ValueError:
        return 0.0


def _distance(shown, value):
    try:
        return abs(parsed(shown)[0] - value)
    except ValueError:
        return float("inf")


def table(comparisons, every=False):
    """Lines of the table: a line for each statement, or for each number with `every`."""
    lines, groups = [], {}
    for comparison in comparisons:
        groups.setdefault((comparison.page, comparison.statement), []).append(comparison)
    for (page, statement), group in groups.items():
        wrong = [c for c in group if not c.same]
        shown = group if every else wrong[:4] or group[:1]
        for c in shown:
            count = "" if every else f" ({len(group)} numbers)"
            verdict = "same" if c.same else "DIFFERENT"
            lines.append(
                f"{verdict:9}  {page:38.38}  {statement}{count}: {c.what} | {cell(c.shown)} | {cell(c.recomputed)}")
        if not every and len(wrong) > 4:
            lines.append(f"{'DIFFERENT':9}  {page:38.38}  {statement}: and {len(wrong) - 4} more")
    return lines


def cell(text):
    text = " ".join(str(text).split())
    return text if len(text) <= 60 else text[:57] + "…"
