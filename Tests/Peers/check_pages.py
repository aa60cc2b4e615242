"""Compares the text that `nakami clean` keeps of HTML pages with what html5lib finds in them.

Words in menus, headers and footers are meant to go; those of no other place may. With `--set` it
takes one of three public sets with marked articles instead, and says precision, recall and F1 as the
set itself counts them, beside trafilatura and readability-lxml where these are installed. Run by hand:

    swift build -c release
    pip install html5lib trafilatura readability-lxml
    python Tests/Peers/check_pages.py /usr/share/doc [--nakami .build/release/nakami]
    python Tests/Peers/check_pages.py article-extraction-benchmark --set scrapinghub
    python Tests/Peers/check_pages.py trafilatura --set trafilatura
    python Tests/Peers/check_pages.py readability --set mozilla

The folders are checkouts of scrapinghub/article-extraction-benchmark, adbar/trafilatura and
mozilla/readability. Parts of this project need none of them.
"""

import argparse
import collections
import gzip
import json
import pathlib
import re
import subprocess
import sys
import tempfile
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


# Sets with marked articles. Each is a list of (page, what its article holds, what it does not).


def scrapinghub(folder):
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    for name, entry in truth.items():
        page = gzip.open(folder / "html" / f"{name}.html.gz", "rt", encoding="utf-8").read()
        yield page, entry["articleBody"], None


def mozilla(folder):
    for case in sorted((folder / "test/test-pages").iterdir()):
        if (case / "expected.html").exists():
            out = []
            expected = (case / "expected.html").read_text(encoding="utf-8")
            text_of(html5lib.parse(expected, treebuilder="etree"), out)
            yield (case / "source.html").read_text(encoding="utf-8"), "".join(out), None


def trafilatura_set(folder):
    entries = json.loads((folder / "tests/evaldata.json").read_text(encoding="utf-8"))
    for url in sorted(entries):
        entry = entries[url]
        for place in ("cache", "eval"):
            path = folder / "tests" / place / entry["file"]
            if path.is_file():
                data = path.read_bytes()
                try:
                    page = data.decode("utf-8")
                except UnicodeDecodeError:
                    page = data.decode("cp1252", errors="replace")
                yield page, entry["with"], entry["without"]
                break


SETS = {"scrapinghub": scrapinghub, "trafilatura": trafilatura_set, "mozilla": mozilla}


def text_of(element, out):
    tag = element.tag.split("}")[-1] if isinstance(element.tag, str) else ""
    out.append(" " if tag in BLOCKS else "")
    out.append(element.text or "" if tag not in ("script", "style") else "")
    for child in element:
        text_of(child, out)
    out.append(" " if tag in BLOCKS else "")
    out.append(element.tail or "")


# What is extracted is compared, not what is chosen to learn from, nor how quotation marks and wide letters are
# written afterwards: a reference is looked for letter by letter.
WHOLE = [
    word for rule in (
        "language", "exact-duplicate", "near-duplicate", "spam", "unsuitable", "personal-data", "quotes",
        "compatibility")
    for word in ("--without", rule)]


def by_nakami(pages, nakami):
    with tempfile.TemporaryDirectory() as folder:
        for index, page in enumerate(pages):
            (pathlib.Path(folder) / f"{index:05}.html").write_text(
                page, encoding="utf-8", errors="surrogatepass")
        run = subprocess.run(
            [nakami, "clean", folder, "--json", *WHOLE], stdout=subprocess.PIPE, check=True)
    texts = [""] * len(pages)
    for line in run.stdout.decode().split("\n"):
        if line:
            document = json.loads(line)
            texts[int(document["id"].split("/")[-1][:5])] = "\n".join(document["fields"].values())
    return texts


def by_trafilatura(pages):
    from trafilatura import extract

    return [extract(page, include_comments=False, include_tables=True) or "" for page in pages]


def by_readability(pages):
    from readability import Document

    texts = []
    for page in pages:
        out = []
        try:
            text_of(html5lib.parse(Document(page).summary(), treebuilder="etree"), out)
        except Exception:
            out = []
        texts.append("".join(out))
    return texts


def shingles(text):
    tokens = re.findall(r"\w+", text)
    return collections.Counter(
        tuple(tokens[place : place + 4]) for place in range(max(1, len(tokens) - 3)) if tokens)


def scores(cases, texts):
    """Mean over pages of shared runs of four words; or marked passages that are there, in sum."""
    if cases[0][2] is not None:
        def plain(text):
            return re.sub(r"\s+", " ", text).strip()

        found = wrong = wanted = 0
        for (_, inside, outside), text in zip(cases, texts):
            text = plain(text)
            wanted += len(inside)
            found += sum(plain(part) in text for part in inside)
            wrong += sum(plain(part) in text for part in outside)
        return found / max(1, found + wrong), found / wanted
    precisions, recalls = [], []
    for (_, inside, _), text in zip(cases, texts):
        wanted, given = shingles(inside), shingles(text)
        shared = sum((wanted & given).values())
        if given:
            precisions.append(shared / sum(given.values()))
        if wanted:
            recalls.append(shared / sum(wanted.values()))
    return sum(precisions) / len(precisions), sum(recalls) / len(recalls)


def compare(arguments):
    cases = list(SETS[arguments.set](arguments.folder))
    pages = [case[0] for case in cases]
    print(f"{arguments.set}: {len(cases)} pages")
    for name, extract in (
        ("nakami", lambda pages: by_nakami(pages, arguments.nakami)),
        ("trafilatura", by_trafilatura), ("readability-lxml", by_readability),
    ):  # fmt: skip
        try:
            texts = extract(pages)
        except ImportError:
            print(f"{name}: not installed")
            continue
        precision, recall = scores(cases, texts)
        f1 = 2 * precision * recall / (precision + recall)
        empty = sum(not text.strip() for text in texts)
        print(f"{name:18} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  empty {empty}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--nakami", default=".build/release/nakami")
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--set", choices=sorted(SETS))
    arguments = parser.parse_args()
    if arguments.set:
        compare(arguments)
        return
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
