"""The list of checks: each recomputes what one figure, or one kind of sentence, shows."""

from dataclasses import dataclass
from typing import Callable


@dataclass(frozen=True)
class Check:
    name: str
    figure: str | None
    needs_parts: bool
    run: Callable

    def applies(self, page):
        return self.figure is None or any(f.id == self.figure for f in page.figures)

    def __call__(self, page, world, report):
        report.begin(self.name)
        if self.figure is None:
            return self.run(page, world, report)
        for figure in page.figures:
            if figure.id == self.figure:
                self.run(figure, page, world, report)


ALL: list[Check] = []


def figure(id, parts=False):
    """Registers what recomputes a figure, on every page on which it stands."""
    def register(function):
        ALL.append(Check(id, id, parts, function))
        return function
    return register


def page(name):
    """Registers what recomputes something that any page may hold."""
    def register(function):
        ALL.append(Check(name, None, False, function))
        return function
    return register


def paragraphs(figure, page):
    """The texts of the section in which a figure stands."""
    if figure.section is None:
        return []
    return [e.text for e in page.prose(figure.section)]
