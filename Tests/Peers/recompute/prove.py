"""Changes what pages show, one thing at a time, and sees that it is noticed."""

import random

from .page import Page, Text
from .report import Report


def changed(page, text, dice, loose=False):
    """A copy of a page in which one character of what was compared is another one; None if it cannot be."""
    digits = [n for n, c in enumerate(text) if c.isdecimal()]
    content = page.content
    if digits:
        # The last digit is the hardest to notice; where more than rounding is allowed for, the first one that counts.
        first = next((n for n in digits if text[n] != "0"), digits[-1])
        place = text.places[first if loose else digits[-1]]
        other = str((int(content[place]) + 4) % 10) if content[place].isdecimal() else None
    else:
        letters = [n for n, c in enumerate(text) if c.isalpha()]
        if not letters:
            return None, None
        place = text.places[dice.choice(letters)]
        other = "x" if content[place] != "x" else "y"
    if other is None:
        return None, None
    return Page(page.name, page.language, content[:place] + other + content[place + 1 :]), place


def run(world, runs):
    """One change for each statement of each page; True if all were noticed."""
    dice = random.Random(2026)
    tried = missed = 0
    for check, page, report in runs:
        before = {c.what for c in report.comparisons if not c.same}
        places = [c for c in report.comparisons
                  if not c.repeated and isinstance(c.shown, Text) and c.shown.page is page and c.same and len(c.shown.places) == len(c.shown)
                  and len(c.shown) > 0]
        if not places:
            continue
        comparison = dice.choice(places)
        other, place = changed(page, comparison.shown, dice, comparison.loose)
        if other is None:
            continue
        tried += 1
        again = Report(other)
        try:
            check(other, world, again)
            noticed = {c.what for c in again.comparisons if not c.same} - before
        except Exception as error:
            noticed = {repr(error)}
        missed += not noticed
        line = page.content.count("\n", 0, place) + 1
        print(f"{'noticed' if noticed else 'MISSED ':9}  {page.name}:{line}  {check.name}: {comparison.what} "
              f"| {str(comparison.shown)[:40]}")
    print(f"\n{tried} changes, {missed} missed")
    return tried >= 20 and missed == 0
