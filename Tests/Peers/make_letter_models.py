"""Makes Sources/Dataset/Languages/LetterModels+*.swift: how often three letters follow each other.

The text is that of GNOME's manuals, of the manual pages and of the fortunes, which Debian ships in
many languages; only the counts are kept. Every eighth paragraph is left out for the check at the end.

    apt-get download gnome-user-docs manpages-nb manpages-de … fortunes-de …
    for package in *.deb; do dpkg -x $package root; done
    python Tests/Peers/make_letter_models.py root Sources/Dataset/Languages
"""

import argparse
import collections
import gzip
import math
import pathlib
import random
import re
import unicodedata
import xml.etree.ElementTree as tree
import zlib

ENGLISH = set("the of and to is you for that with this from are be or by not your on if it use can".split())
LANGUAGES = ("en de nl sv da nb fr es pt it ca gl ro pl cs sk sl hr hu fi lt lv tr id vi eo").split()
HELP = {"en": ["C"], "pt": ["pt", "pt_BR"], "hr": ["hr", "sr@latin"]}
MANUALS = {"pt": ["pt_BR"]}
FORTUNES = {
    "en": "fortunes literature people wisdom love work cookie education humorists science riddles".split(),
    "cs": ["cs"], "sk": ["sk"], "pl": ["pl"], "eo": ["eo"], "pt": ["brasil"],
    "it": ["italia", "formiche", "leggi", "luttazzi"], "de": ["de"], "es": ["es"],
}  # fmt: skip


def paragraphs(root, language):
    for name in HELP.get(language, [language]):
        for path in sorted((root / "usr/share/help" / name).rglob("*.page")):
            try:
                page = tree.parse(path).getroot()
            except tree.ParseError:
                continue
            for element in page.iter():
                if element.tag.split("}")[-1] in ("p", "title", "desc"):
                    yield " ".join("".join(element.itertext()).split())
    for name in MANUALS.get(language, [language]):
        for path in sorted((root / "usr/share/man" / name).rglob("*.gz")):
            text = gzip.open(path, "rt", errors="replace").read()
            for block in re.split(r"\n(?=\.[A-Z])|\n\n", text):
                lines = [line for line in block.split("\n") if not line.startswith((".", "'"))]
                line = re.sub(r"\\f.|\\[-&]|\\\(..|\\\*\(..", "", " ".join(lines))
                if len(line) > 40 and "\\" not in line:
                    yield " ".join(line.split())
    for name in FORTUNES.get(language, []):
        for path in sorted((root / "usr/share/games/fortunes").rglob(name)):
            if path.is_dir():
                files = [file for file in path.iterdir() if file.is_file() and not file.suffix]
            else:
                files = [path]
            for file in sorted(files):
                text = file.read_text(errors="replace")
                if "\ufffd" in text:
                    continue
                for block in text.split("\n%\n"):
                    yield " ".join(block.split())


def letters(text):
    text = unicodedata.normalize("NFC", text).lower().replace("i̇", "i")
    return " " + " ".join(re.findall(r"[^\W\d_]+", text)) + " "


def trigrams(text):
    for place in range(len(text) - 2):
        if text[place + 1] != " ":
            yield text[place : place + 3]
        elif text[place] != " " and text[place + 2] != " ":
            yield text[place : place + 3]


def is_latin(text):
    found = [c for c in text if c.isalpha()]
    return sum(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 for c in found) > 0.9 * len(found) > 0


def is_foreign(text, language):
    """Names of commands and English that was not translated stand in every manual."""
    words = letters(text).split()
    common = sum(w in ENGLISH for w in words)
    return language != "en" and common * 10 > len(words)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=pathlib.Path)
    parser.add_argument("output", type=pathlib.Path)
    parser.add_argument("--kept", type=int, default=600)
    arguments = parser.parse_args()
    counts, held, english = {}, {}, set()
    for language in LANGUAGES:
        held[language], counts[language] = [], collections.Counter()
        shares = collections.Counter()
        seen = set()
        for text in paragraphs(arguments.root, language):
            if not is_latin(text) or is_foreign(text, language) or text in seen or text in english:
                continue
            seen.add(text)
            if len(text) < 15 and language != "en":
                continue
            if shares["bytes"] > 1_500_000:
                break
            if zlib.crc32(text.encode()) % 8 == 0:
                held[language].append(text)
                continue
            shares["bytes"] += len(text.encode())
            counts[language].update(trigrams(letters(text)))
        if language == "en":
            english = seen
        print(language, shares["bytes"], len(counts[language]), len(held[language]))
    models = {}
    for language, found in counts.items():
        total = sum(found.values())
        best = sorted(found.items(), key=lambda item: (-item[1], item[0]))
        models[language] = {
            t: round(-2 * math.log2(n / total)) for t, n in best[: arguments.kept]}
    check(models, held)
    write(models, arguments.output)


# What a trigram beyond the kept ones costs, in half bits.
FLOOR = 26
# What English is given ahead of all others together, in half bits.
BONUS = 14


def score(models, text):
    found = list(trigrams(letters(text)))
    return {
        language: sum(model.get(t, FLOOR) for t in found) for language, model in models.items()}


def check(models, held):
    random.seed(1)
    for length in (20, 60):
        right = {}
        confused = collections.Counter()
        for language, texts in held.items():
            hits = total = 0
            for text in random.sample(texts, min(len(texts), 400)):
                start = random.randrange(max(1, len(text) - length))
                piece = text[start : start + length]
                if sum(c.isalpha() for c in piece) < length * 0.6:
                    continue
                scores = score(models, piece)
                scores["en"] -= BONUS
                best = min(scores, key=scores.get)
                total += 1
                hits += (best == "en") == (language == "en")
                if (best == "en") != (language == "en"):
                    confused[language, best] += 1
            right[language] = hits / max(1, total)
        print(length, f"{sum(right.values()) / len(right):.4f}", right, confused.most_common(8))


def write(models, output):
    groups = [LANGUAGES[start : start + 4] for start in range(0, len(LANGUAGES), 4)]
    for number, group in enumerate(groups, 1):
        lines = [
            "// Made by Tests/Peers/make_letter_models.py.", "", "extension LetterModels {",
            f"  static let part{number}: [(code: String, table: String)] = ["]
        for language in group:
            bands = collections.defaultdict(list)
            for trigram, value in models[language].items():
                bands[value].append(trigram.replace(" ", "_"))
            text = " ".join(f"{value}{''.join(sorted(found))}" for value, found in sorted(bands.items()))
            lines += ["    (", f'      code: "{language}",', '      table: """']
            for start in range(0, len(text), 88):
                end = "\\" if start + 88 < len(text) else ""
                lines.append("      " + text[start : start + 88].replace(" ", "/") + end)
            lines += ['      """', "    ),"]
        lines += ["  ]", "}"]
        (output / f"LetterModels+Part{number}.swift").write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
