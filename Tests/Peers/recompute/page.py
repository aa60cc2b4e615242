"""Pages as a reader sees them: figures, tables and paragraphs, each character with its place in the file."""

import html
import re
from html.parser import HTMLParser

VOID = set("area base br col embed hr img input link meta source track wbr".split())
NUMBER = re.compile(
    r"[<>]?[−-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|e[−-]?\d+)?%?")


class Text(str):
    """A string that knows where in its file each of its characters stands."""

    def __new__(cls, text, page=None, places=()):
        self = super().__new__(cls, text)
        self.page, self.places = page, tuple(places)
        return self

    def cut(self, start, end):
        return Text(self[start:end], self.page, self.places[start:end])

    def trimmed(self):
        start = len(self) - len(self.lstrip())
        return self.cut(start, max(start, len(self.rstrip())))

    def numbers(self):
        """The numbers in it, in their order."""
        found = []
        for match in NUMBER.finditer(self):
            start, end = match.span()
            # A minus between two things is an operator or a hyphen, not a sign.
            before = self[start - 1] if start else " "
            if self[start] in "−-" and (before.isascii() and before.isalnum() or before == ")"):
                start += 1
            found.append(self.cut(start, end))
        return found

    def without(self, *signs):
        """Without marks such as the one before a chosen row."""
        text = self
        for sign in signs:
            if text.startswith(sign):
                text = text.cut(len(sign), len(text)).trimmed()
        return text


class Element:
    def __init__(self, tag, attributes, page):
        self.tag, self.attributes, self.page, self.children = tag, attributes, page, []

    def names(self):
        return (self.attributes.get("class") or "").split()

    def walk(self):
        """Itself and all elements in it, in the order of the file."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    def find(self, *tags, named=None):
        return [e for e in self.walk()
                if (not tags or e.tag in tags) and (named is None or named in e.names())]

    @property
    def text(self):
        pieces, places = [], []
        self._collect(pieces, places)
        return Text("".join(pieces), self.page, places)

    def _collect(self, pieces, places):
        for child in self.children:
            if isinstance(child, Element):
                child._collect(pieces, places)
            else:
                pieces.append(child)
                places.extend(child.places)


class Table:
    """Rows of cells; the first row is the header."""

    def __init__(self, element):
        rows = []
        for row in element.find("tr"):
            cells = [c for c in row.children if isinstance(c, Element) and c.tag in ("td", "th")]
            rows.append([c.text.trimmed() for c in cells])
        # The mark of a chosen row or of a verdict is no part of the cell.
        self.marks = [str(row[0][:1]) if row and row[0][:1] in ("▶", "✓", "✗") else "" for row in rows[1:]]
        self.header, self.rows = rows[0], [
            [row[0].without("▶", "✓", "✗"), *row[1:]] if row else row for row in rows[1:]]
        self.element = element

    def column(self, number):
        return [row[number] for row in self.rows]


class Figure:
    def __init__(self, element, section):
        self.element, self.section = element, section
        self.id = element.attributes["id"].removeprefix("figure-")
        self.tables = [Table(e) for e in element.find("table")]
        self.description = next(
            (e.text.trimmed() for e in element.find("p", named="figure-description")), Text(""))

    @property
    def table(self):
        return self.tables[-1]


class Page(HTMLParser):
    """One file; the text of `content` stands for it where it is given."""

    def __init__(self, name, language, content):
        super().__init__(convert_charrefs=False)
        self.name, self.language, self.content = name, language, content
        self.root = Element("root", {}, self)
        self._open = [self.root]
        self._lines = [0]
        for line in content.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))
        self.feed(content)
        self.close()
        self.figures = []
        self._figures(self.root, None)

    def _figures(self, element, section):
        if element.tag == "section":
            section = element
        if element.tag == "figure" and (element.attributes.get("id") or "").startswith("figure-"):
            self.figures.append(Figure(element, section))
            return
        for child in element.children:
            if isinstance(child, Element):
                self._figures(child, section)

    @property
    def main(self):
        return next(iter(self.root.find("main")), self.root)

    def sections(self):
        return [e for e in self.main.find("section") if "step" in e.names()]

    def prose(self, section):
        """The paragraphs of a section as people read them: no figure, no quiz, no program."""
        found = []

        def walk(element):
            for child in element.children:
                if not isinstance(child, Element):
                    continue
                if child.tag in ("figure", "pre", "table") or "quiz" in child.names():
                    continue
                if child.tag in ("p", "li") and not child.find("ul", "ol")[0:]:
                    found.append(child)
                else:
                    walk(child)
        walk(section)
        return found

    def formulas(self):
        return [e.text.trimmed() for e in self.main.find("p", named="formula")]

    # Reading

    def _place(self):
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def _add(self, text, places):
        self._open[-1].children.append(Text(text, self, places))

    def handle_starttag(self, tag, attributes):
        element = Element(tag, dict(attributes), self)
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag, attributes):
        self._open[-1].children.append(Element(tag, dict(attributes), self))

    def handle_endtag(self, tag):
        for number in range(len(self._open) - 1, 0, -1):
            if self._open[number].tag == tag:
                del self._open[number:]
                return

    def handle_data(self, data):
        start = self._place()
        self._add(data, range(start, start + len(data)))

    def handle_entityref(self, name):
        self._reference(f"&{name};")

    def handle_charref(self, name):
        self._reference(f"&#{name};")

    def _reference(self, source):
        text = html.unescape(source)
        self._add(text, [self._place()] * len(text))


class Site:
    """All pages of an output folder in one language."""

    def __init__(self, folder, language):
        self.folder, self.language = folder, language
        self.pages = []
        for path in sorted((folder / language).rglob("*.html")):
            name = str(path.relative_to(folder))
            self.pages.append(Page(name, language, path.read_bytes().decode("utf-8")))
