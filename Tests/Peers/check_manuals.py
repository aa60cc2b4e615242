"""Compares the text that `nakami clean` keeps of manuals with what their own mark-up calls the text.

A manual says itself where its text stands: Sphinx' theme of Read the Docs in `itemprop=articleBody`, a
DocBook page outside of its navigation, a LilyPond page in `#main`. Tables of contents, lists of links to
the pages below, indexes and marks beside headings are no text. Said are recall and precision over runs
of three words, or of three characters where a script has no spaces. Run by hand, for example with
Debian's packages python-scrapy-doc, qemu-system-common, debian-handbook and lilypond-doc-html-ja:

    swift build -c release
    pip install html5lib trafilatura readability-lxml
    python Tests/Peers/check_manuals.py read-the-docs /usr/share/doc/python-scrapy-doc/html
    python Tests/Peers/check_manuals.py docbook /usr/share/doc/debian-handbook/html/ja-JP
    python Tests/Peers/check_manuals.py lilypond /usr/share/doc/lilypond/html --files '*.ja.html'
"""

import argparse
import collections
import pathlib
import re
import sys
import unicodedata

import html5lib

import check_pages

# Where the text stands, and what in it is furniture: classes and ids.
MANUALS = {
    "read-the-docs": (
        lambda e: e.get("itemprop") == "articleBody",
        "headerlink toctree-wrapper contents viewcode-link copybtn"),
    "docbook": (
        lambda e: e.tag == "body",
        "navheader navfooter toc list-of-figures docnav nav"),
    "lilypond": (
        lambda e: e.get("id") == "main",
        "nav_table menu footer nav languages index-cp index-ky contents"),
}  # fmt: skip
UNSEEN = ("script", "style", "head", "title", "noscript", "svg", "button", "select")


def text_of(element, furniture, out):
    names = {*(element.get("class") or "").split(), element.get("id") or ""}
    if not isinstance(element.tag, str) or element.tag in UNSEEN or names & furniture:
        return
    gap = " " if element.tag in check_pages.BLOCKS else ""
    out += [gap, element.text or ""]
    for child in element:
        text_of(child, furniture, out)
        out.append(child.tail or "")
    out.append(gap)


def runs(text):
    words = re.findall(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+", unicodedata.normalize("NFKC", text))
    return collections.Counter(tuple(words[i : i + 3]) for i in range(max(0, len(words) - 2)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("manual", choices=sorted(MANUALS))
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--files", default="*.html")
    parser.add_argument("--pages", type=int, default=150)
    parser.add_argument("--nakami", default=".build/release/nakami")
    arguments = parser.parse_args()
    holds, furniture = MANUALS[arguments.manual]
    pages, wanted = [], []
    for path in sorted(arguments.folder.rglob(arguments.files)):
        page = path.read_text(encoding="utf-8", errors="replace")
        document = html5lib.parse(page, treebuilder="etree", namespaceHTMLElements=False)
        text = next((e for e in document.iter() if isinstance(e.tag, str) and holds(e)), None)
        if text is not None and len(pages) < arguments.pages:
            out = []
            text_of(text, set(furniture.split()), out)
            found = runs("".join(out))
            # A page that is an index as a whole has no text to find.
            if sum(found.values()) >= 150:
                pages.append(page)
                wanted.append(found)
    print(f"{arguments.manual}: {len(pages)} pages of {arguments.folder}")
    bad = False
    for name, extract in (
        ("nakami", lambda pages: check_pages.by_nakami(pages, arguments.nakami)),
        ("trafilatura", check_pages.by_trafilatura), ("readability-lxml", check_pages.by_readability),
    ):  # fmt: skip
        try:
            given = [runs(text) for text in extract(pages)]
        except ImportError:
            print(f"{name}: not installed")
            continue
        shared = sum(sum((a & b).values()) for a, b in zip(wanted, given))
        recall = shared / max(1, sum(sum(a.values()) for a in wanted))
        precision = shared / max(1, sum(sum(b.values()) for b in given))
        empty = sum(not b for b in given)
        print(f"{name:18} R {recall:.3f}  P {precision:.3f}  empty {empty}")
        bad = bad or name == "nakami" and (min(recall, precision) < 0.95 or empty > 0)
    sys.exit(bad)


if __name__ == "__main__":
    main()
