"""From documents to batches: parts, merges, counts, shares."""

import functools
import re
from collections import Counter, defaultdict

from tokenizers import pre_tokenizers

from .checks import figure, page, paragraphs
from .world import integers


@figure("dataset-split", parts=True)
def dataset_split(figure, page, world, report):
    kinds = ["web", "book", "news", "encyclopedia", "dialogue", "question", "story", "parallel", "userText"]
    rows = iter(figure.table.rows)
    total = {}
    for part in ("training", "validation", "test"):
        shelves = defaultdict(lambda: [0, 0])
        for document, ids in zip(world.part(part), world.tokens(part)):
            shelf = shelves[document["kind"], document["language"]]
            shelf[0] += 1
            shelf[1] += len(ids)
        total[part] = (len(world.part(part)), sum(s[1] for s in shelves.values()))
        for kind in kinds:
            for language in ("en", "ja"):
                if (kind, language) not in shelves:
                    continue
                row = next(rows)
                documents, tokens = shelves[kind, language]
                report.number(f"documents of {part} {kind} {language}", row[3], documents)
                report.number(f"tokens of {part} {kind} {language}", row[4], tokens)
    report.holds("rows", len(figure.table.rows), "as many", next(rows, None) is None)
    tokens = sum(t for _, t in total.values())
    for part, (documents, own) in total.items():
        report.among(f"documents of {part}", [figure.description], documents)
        report.among(f"tokens of {part}", [figure.description], own)
        report.among(f"share of {part}", [figure.description], own / tokens)
    report.among("documents in all", paragraphs(figure, page), sum(d for d, _ in total.values()))


def scripts(text):
    """Text cut where katakana, hiragana, kanji and everything else meet."""
    pieces, last = [], None
    for c in text:
        n = ord(c)
        script = ("k" if 0x30A0 <= n <= 0x30FF or 0x31F0 <= n <= 0x31FF else "h" if 0x3041 <= n <= 0x309F
                  else "j" if 0x3005 <= n <= 0x3007 or 0x3400 <= n <= 0x4DBF or 0x4E00 <= n <= 0x9FFF
                  or 0xF900 <= n <= 0xFAFF or 0x20000 <= n <= 0x323AF else "o")
        if script == last:
            pieces[-1] += c
        else:
            pieces.append(c)
        last = script
    return pieces


class Merges:
    """Byte-pair encoding learned again: how often each winner stood there, and how long the text was."""

    def __init__(self, world):
        cutter = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
        pieces = Counter()
        for document in world.part("training"):
            for _, text in document["fields"]:
                pieces.update(scripts(text))
        words = Counter()
        for piece, count in pieces.items():
            for word, _ in cutter.pre_tokenize_str(piece):
                words[word] += count
        vocabulary = world.vocabulary
        self.words = [[vocabulary[c] for c in word] for word in words]
        self.counts = list(words.values())
        pairs, where = Counter(), defaultdict(set)
        for n, word in enumerate(self.words):
            for pair in zip(word, word[1:]):
                pairs[pair] += self.counts[n]
                where[pair].add(n)
        self.lengths = [sum(len(w) * c for w, c in zip(self.words, self.counts))]
        self.winners = []
        merges = world.bpe["model"]["merges"]
        for merge in merges:
            left, right = merge if isinstance(merge, list) else merge.split(" ")
            pair, new = (vocabulary[left], vocabulary[right]), vocabulary[left + right]
            greatest = max(pairs.values())
            self.winners.append((pair, new, pairs[pair], greatest))
            for n in list(where[pair]):
                self.join(n, pair, new, pairs, where)
            self.lengths.append(self.lengths[-1] - self.winners[-1][2])

    def join(self, n, pair, new, pairs, where):
        word, count = self.words[n], self.counts[n]
        for old in zip(word, word[1:]):
            pairs[old] -= count
            if pairs[old] <= 0:
                del pairs[old]
            where[old].discard(n)
        joined, place = [], 0
        while place < len(word):
            if place + 1 < len(word) and (word[place], word[place + 1]) == pair:
                joined.append(new)
                place += 2
            else:
                joined.append(word[place])
                place += 1
        self.words[n] = joined
        for fresh in zip(joined, joined[1:]):
            pairs[fresh] += count
            where[fresh].add(n)


@functools.cache
def merges(world):
    return Merges(world)


def merge_rows(figure, world, report):
    own = merges(world)
    for row in figure.table.rows:
        number = integers(row[0])[0]
        (left, right), new, count, greatest = own.winners[number - 1]
        for column, id in ((1, left), (2, right), (3, new)):
            report.text(f"merge {number}, {column}", row[column], world.shown(id))
        report.holds(f"merge {number} is the most frequent pair", count, greatest, count == greatest)
        if len(row) > 5:
            report.number(f"new id of merge {number}", row[4], new)
            report.number(f"count of merge {number}", row[5], count)
            report.number(f"length before merge {number}", row[6], own.lengths[number - 1])
            report.number(f"length after merge {number}", row[7], own.lengths[number])
        else:
            report.number(f"count of merge {number}", row[4], count)


@figure("merge-film", parts=True)
def merge_film(figure, page, world, report):
    merge_rows(figure, world, report)


@figure("merge-table", parts=True)
def merge_table(figure, page, world, report):
    merge_rows(figure, world, report)


@figure("corpus-shrinking", parts=True)
def corpus_shrinking(figure, page, world, report):
    own = merges(world)
    for row in figure.table.rows:
        number = integers(row[0])[0]
        report.number(f"length after {number} merges", row[1], own.lengths[number])
    for language in ("en", "ja"):
        size = tokens = 0
        for document in world.part("training"):
            if document["language"] != language and document["kind"] != "parallel":
                continue
            for name, text in document["fields"]:
                own_language = {"english": "en", "japanese": "ja"}.get(name, document["language"])
                if own_language == language:
                    size += len(text.encode())
                    tokens += len(world.encode(text))
        report.among(f"bytes a token, {language}", [figure.description, *paragraphs(figure, page)], size / tokens,
                     noise=0.02)
    texts = paragraphs(figure, page)
    report.among("bytes at the start", texts, own.lengths[0])
    report.among("tokens at the end", texts, own.lengths[-1])


def quoted(text, world):
    """The text of a figure's description, between the first quotation marks."""
    match = re.search("[“「](.+?)[”」]", text)
    return match.group(1).replace("␣", " ").replace("↵", "\n")


@figure("encoding-steps")
def encoding_steps(figure, page, world, report):
    text = quoted(figure.description, world)
    ids, size = world.encode(text), len(text.encode())
    for row in figure.table.rows:
        # Each step joins two tokens in one place.
        counts = integers(row[0])
        steps = counts[0] if len(counts) > 1 else 0
        report.number(f"tokens after {steps} steps", row[1], size - steps)
    last = figure.table.rows[-1]
    shown = str(last[2])
    own = " | ".join(world.shown(i) for i in ids)
    # A long text is shown up to where its first words are done.
    report.holds("tokens in the end", last[2], own, own.startswith(shown))
    if own == shown:
        report.number("tokens", last[1], len(ids))
    report.among("tokens in all", paragraphs(figure, page), len(ids))
    report.among("bytes of the text", paragraphs(figure, page), size)


@figure("token-text")
def token_text(figure, page, world, report):
    text = quoted(figure.description, world)
    ids = world.encode(text)
    for place, (id, row) in enumerate(zip(ids, figure.table.rows)):
        report.text(f"token {place}", row[1], world.shown(id))
        report.number(f"id {place}", row[2], id)
        report.text(f"bytes {place}", row[3], " ".join(f"{b:02X}" for b in world.spelling[id]))
    report.holds("tokens", len(figure.table.rows), len(ids), len(ids) == len(figure.table.rows))


@figure("split-character")
def split_character(figure, page, world, report):
    for row in figure.table.rows:
        report.text("bytes", row[1], " ".join(f"{b:02X}" for b in str(row[0]).encode()))
        if len(row[0]) == 1:
            shown = re.findall(r"\((\d+)\)|（(\d+)）", row[2])
            ids = world.encode(str(row[0]))
            report.holds("ids", row[2], ids, [int(a or b) for a, b in shown] == ids)


@figure("batch", parts=True)
def batch(figure, page, world, report):
    """What is given at a place is what had to be predicted at the one before; rows stand in the training part."""
    rows = figure.table.rows
    lines = {}
    for row in rows:
        lines.setdefault(str(row[0]), []).append(row)
    for name, some in lines.items():
        for before, after in zip(some, some[1:]):
            report.text(f"given, row {name}, {after[1]}", after[2], before[3])
        ids = [world.by_name.get(str(r[2])) for r in some]
        stretch = [i for i in ids if i is not None]
        report.holds(f"row {name}", "".join(str(r[2]) for r in some)[:40], "stands in the training part",
                     ids != stretch or stands_in(world, stretch))


@functools.cache
def training_text(world):
    return " " + " ".join(" ".join(map(str, d)) for d in world.tokens("training")) + " "


def stands_in(world, ids):
    """Whether each document's piece of a row stands in the training part."""
    end = world.special["<|end|>"]
    pieces, piece = [], []
    for id in ids:
        piece.append(id)
        if id == end:
            pieces.append(piece)
            piece = []
    pieces.append(piece)
    return all(" " + " ".join(map(str, p)) + " " in training_text(world) for p in pieces if p)


# Shares that follow from the counts beside them

@page("precision-and-recall")
def precision_and_recall(page, world, report):
    """Tables of found, missed, wrongly touched: the last two columns follow from the first ones."""
    for figure in page.figures:
        if figure.id == "cleaning-confusion":
            for row in figure.table.rows:
                found, missed, wrong = (integers(c)[0] for c in row[1:4])
                report.number(f"precision of {row[0]}", row[5], found / (found + wrong))
                report.number(f"recall of {row[0]}", row[6], found / (found + missed))
        if figure.id == "filter-confusion":
            (hit, missed), (wrong, _) = ([integers(c)[0] for c in row[1:3]] for row in figure.table.rows)
            texts = page.formulas()
            if texts:
                report.among("precision", texts, hit / (hit + wrong))
                report.among("recall", texts, hit / (hit + missed))


@figure("document-shelf")
def document_shelf(figure, page, world, report):
    documents = sum(integers(r[2])[0] for r in figure.table.rows)
    size = sum(integers(r[3])[0] for r in figure.table.rows)
    report.among("documents in all", [figure.description], documents)
    report.among("megabytes in all", [figure.description], size / 1e6)


@figure("noise-matrix")
def noise_matrix(figure, page, world, report):
    """Each row of the first table adds up, and is a column of the second one."""
    short, full = figure.tables[0], figure.tables[-1]
    for place, row in enumerate(short.rows):
        column = [integers(r[place + 1])[0] for r in full.rows]
        report.number(f"together, {row[0]}", row[-1], sum(column))
        cells = [c.strip() for c in re.split("[·・]", row[1])]
        counts = [integers(c)[-1] for c in cells if integers(c)]
        report.holds(f"cells, {row[0]}", row[1], sorted(column)[-3:],
                     sorted(c for c in column if c) == sorted(counts))


@figure("cleaning-rules")
def cleaning_rules(figure, page, world, report):
    texts = paragraphs(figure, page)
    dropped = sum(integers(r[4])[0] for r in figure.table.rows)
    # Whole documents can also lose all their text, so the rules never drop more than were lost.
    report.among("rules", texts, len(figure.table.rows))
    before, after = (integers(n)[0] for n in figure.description.numbers() if "." not in n)
    report.holds("documents dropped", dropped, before - after, dropped <= before - after)
    if world.parts_folder:
        documents = sum(len(world.part(p)) for p in ("training", "validation", "test"))
        size = sum(d["bytes"] for p in ("training", "validation", "test") for d in world.part(p))
        report.among("documents left", [figure.description], documents)
        report.among("megabytes left", [figure.description], size / 1e6)


@page("facts")
def facts(page, world, report):
    """What the model answers to questions of the page is a fact of the town: the right word stands in it."""
    for figure in page.figures:
        if figure.id != "right-and-wrong":
            continue
        people, things = town(world)
        truth = {q["text"]: q for q in world.record("truth")["questions"]}
        for mark, row in zip(figure.table.marks, figure.table.rows):
            q = truth.get(str(row[0]))
            if q is None or mark != "✓":
                continue
            thing = people[q["subject"]].get(q["relation"])
            words = things.get(thing, people_names(thing, people))
            word = words[page.language]
            start = row[1].lower().find(word.lower())
            shown = row[1].cut(start, start + len(word)) if start >= 0 else row[1]
            report.holds(f"fact in the answer to {row[0]}", shown, word, start >= 0)


def people_names(name, people):
    return people[name]["names"] if name in people else {"en": name, "ja": name}


@functools.cache
def town(world):
    """People with their facts and things with their names, read from the file of facts."""
    people, things, columns, section = {}, {}, [], ""
    for line in (world.lessons / "World" / "facts.txt").read_text(encoding="utf-8").splitlines():
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if line.startswith("["):
            section = line.strip("[]")
            if section.startswith("people"):
                columns = [c.strip() for c in section.split(":")[1].split(",")]
                section = "people"
            continue
        name, _, value = line.partition("=")
        if section == "people":
            english, _, japanese = (p.strip() for p in name.partition("/"))
            values = [v.strip() for v in value.split(",")]
            people[english] = {"names": {"en": english, "ja": japanese}, **dict(zip(columns, values))}
        elif "/" in value:
            english, japanese = value.split("/")[0], value.split("/")[1]
            clean = lambda t: re.sub(r"\(.*?\)|（.*?）", "", t).strip()
            key = re.sub(r"^[\d.]+\s+", "", name.strip())
            things[key] = {"en": clean(re.sub(r"^\d+\s+", "", english)), "ja": clean(japanese)}
    return people, things
