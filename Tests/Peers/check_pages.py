"""Compares the text that `nakami clean` keeps of HTML pages with what html5lib finds in them.

Words in menus, headers and footers are meant to go; those of no other place may. Run by hand:

    swift build -c release
    pip install html5lib
    python Tests/Peers/check_pages.py /usr/share/doc [--nakami .build/release/nakami]
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import html5lib

SKIPPED = {
    "script", "style", "nav", "header", "footer", "template", "noscript", "head", "title", "iframe",
    "object", "select", "option", "button", "textarea", "form",
}  # fmt: skip
FURNITURE = re.compile(r"nav|menu|header|footer|sidebar|toc|related|breadcrumb|search", re.I)
BLOCKS = set(
    "p div li dt dd td th tr table ul ol dl h1 h2 h3 h4 h5 h6 pre blockquote section article main"
    " body br hr address aside figure figcaption".split())


def walk(element, out):
    tag = element.tag.split("}")[-1] if isinstance(element.tag, str) else ""
    names = element.get("class", "") + " " + element.get("id", "") if tag else ""
    if tag and tag not in SKIPPED and not FURNITURE.search(names):
        if tag in BLOCKS:
            out.append(" ")
        out.append(element.text or "")
        for child in element:
            walk(child, out)
        if tag in BLOCKS:
            out.append(" ")
    out.append(element.tail or "")


def words(text):
    return re.findall(r"[^\W\d_]{4,}", unicodedata.normalize("NFKC", text))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--nakami", default=".build/release/nakami")
    parser.add_argument("--pages", type=int, default=300)
    arguments = parser.parse_args()
    run = subprocess.run(
        [arguments.nakami, "clean", arguments.folder, "--json"], stdout=subprocess.PIPE, check=True)
    total = lost = pages = 0
    worst = []
    for line in run.stdout.decode().splitlines():
        document = json.loads(line)
        path = arguments.folder / document["id"]
        if path.suffix not in (".html", ".htm") or path.stat().st_size > 300_000:
            continue
        if pages == arguments.pages:
            break
        try:
            html = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        pages += 1
        out = []
        walk(html5lib.parse(html, treebuilder="etree"), out)
        text = unicodedata.normalize("NFKC", " ".join(document["fields"].values()))
        known, joined = set(words(text)), re.sub(r"\s", "", text)
        all_words = words("".join(out))
        missing = [word for word in all_words if word not in known and word not in joined]
        total += len(all_words)
        lost += len(missing)
        worst.append((len(missing), len(all_words), document["id"], missing[:8]))
    for row in sorted(worst, key=lambda row: -row[0])[:10]:
        print(*row)
    print(f"{pages} pages, {total} words, {lost} of them lost ({lost / max(total, 1):.2%})")
    sys.exit(lost * 100 > total)


if __name__ == "__main__":
    main()
