"""Pruned, rounded, cut: each smaller model made again from the saved weights, and judged again."""

import functools
import re

import numpy as np

from .checks import figure, paragraphs
from .model import Judged
from .world import integers


def matrices(model, embedding=False):
    """Names of the matrices of the blocks, and of the table of tokens with `embedding`."""
    return [n for n, w in model.float32.items()
            if w.ndim == 2 and (n.startswith("h.") or (embedding and n == "wte.weight"))]


def pruned(model, percent):
    """Each matrix of the blocks without that share of its weights, the smallest; of equals the first go first."""
    changes = {}
    for name in matrices(model):
        values = model.float32[name].copy().reshape(-1)
        count = int(np.floor(len(values) * percent / 100 + 0.5))
        values[np.argsort(np.abs(values), kind="stable")[:count]] = 0
        changes[name] = values.reshape(model.float32[name].shape)
    return changes


def rounded(column, limit):
    """Whole numbers and scales of columns: the largest of each becomes the limit."""
    scale = np.abs(column).max(axis=0).astype(np.float32) / np.float32(limit)
    return np.rint(column / np.where(scale > 0, scale, 1)), scale


def quantized(model, bits):
    limit = 2 ** (bits - 1) - 1
    changes = {}
    for name in matrices(model, embedding=True):
        # A row of the table of tokens is an output channel, too.
        weight = model.float32[name].T if name == "wte.weight" else model.float32[name]
        whole, scale = rounded(weight, limit)
        value = (whole * scale).astype(np.float32)
        changes[name] = value.T if name == "wte.weight" else value
    return changes


def cut(model, blocks=1):
    smaller = model.changed({})
    smaller.weights = {n: w for n, w in model.weights.items()
                       if not n.startswith("h.") or int(n.split(".")[1]) < blocks}
    smaller.layers = blocks
    return smaller


def products(model, layers):
    """Weights of matrices that each token is multiplied with."""
    return layers * 12 * model.width**2 + model.vocabulary * model.width


class Variants:
    """What stands in the rows of the table: all that can be made from the saved model."""

    def __init__(self, world):
        model = world.model
        single = world.single
        count = sum(w.size for w in model.float32.values())
        whole = products(model, model.layers)
        record = world.record("shrinking")
        self.blocks = record["distillation"]["layerCount"]
        self.rows = []
        for variant in record["variants"]:
            kind = variant["kind"]
            if kind == "full":
                self.add(single, 4 * count, whole, 4 * whole)
            elif kind == "pruned":
                changes = pruned(model, variant["prunedPercent"])
                zeros = sum(int((v == 0).sum()) for n, v in {**model.float32, **changes}.items())
                self.add(single.changed(changes), 4 * (count - zeros) + (count + 7) // 8, whole, 4 * whole)
            elif kind == "quantized":
                bits = variant["bits"]
                names = matrices(model, embedding=True)
                size = {n: (model.float32[n].size * bits + 7) // 8 + 4 * (
                    model.float32[n].shape[0 if n == "wte.weight" else 1]) for n in names}
                rest = sum(4 * w.size for n, w in model.float32.items() if n not in names)
                self.add(single.changed(quantized(model, bits)), rest + sum(size.values()), whole,
                         sum(size.values()))
            else:
                # The weights of the pupils that went on learning are not kept; their shape is known.
                smaller = cut(single, self.blocks)
                size = 4 * sum(w.numel() for w in smaller.weights.values())
                work = products(model, self.blocks)
                self.add(smaller if kind == "cut" else None, size, work, 4 * work)

    def add(self, model, size, work, read):
        self.rows.append({"model": model, "bytes": size, "products": work, "read": read})


@functools.cache
def variants(world):
    return Variants(world).rows


@functools.cache
def loss(world, row):
    model = variants(world)[row]["model"]
    if model is None or not world.parts_folder:
        return None
    return Judged(model, world.tokens("validation")).loss


@functools.cache
def questions(world, limit):
    """At most so many questions of each language and kind, spread evenly."""
    every = world.record("truth")["questions"]
    chosen = []
    for language in ("en", "ja"):
        for phrasing in ("seen", "heldOutPhrasing", "heldOutCombination"):
            some = [q for q in every if q["language"] == language and q["phrasing"] == phrasing]
            count = min(limit, len(some))
            chosen += [some[n * len(some) // count] for n in range(count)] if count else []
    return chosen


@functools.cache
def right_answers(world, row):
    """Right answers in English and in Japanese."""
    model = variants(world)[row]["model"]
    if model is None:
        return None
    asked = questions(world, per_kind(world))
    answers = model.greedy([world.prompt(q["text"], q["language"]) for q in asked])
    truth = world.record("truth")["answers"]
    right = {"en": 0, "ja": 0}
    for q, ids in zip(asked, answers):
        right[q["language"]] += world.decode(ids).strip() in [truth[n] for n in q["answers"]]
    return right


def per_kind(world):
    counts = world.record("shrinking")["variants"][0]["questions"]
    # Three kinds in each language, all with enough questions.
    return counts[0]["asked"] // 3


def sized(number, value):
    """A size as it is shown: three digits of kB or MB."""
    text = str(number)
    scale = 1e6 if "MB" in text else 1e3 if "kB" in text else 1
    return value / scale


def rows_of_variants(figure, page, world, report):
    rows = variants(world)
    report.holds("rows", len(figure.table.rows), len(rows), len(rows) == len(figure.table.rows))
    for place, (row, own) in enumerate(zip(figure.table.rows, rows)):
        report.number(f"size of {row[0]}", row[1].numbers()[0], sized(row[1], own["bytes"]))
        validation = loss(world, place)
        if validation is not None:
            report.number(f"loss of {row[0]}", row[2], validation, noise=2e-5 + 6e-5)
        right = right_answers(world, place)
        asked = questions(world, per_kind(world))
        for column, language in ((3, "en"), (4, "ja")):
            shown = re.split("[/／]", row[column])
            start = len(shown[0])
            if right is not None:
                report.number(f"right answers of {row[0]}, {language}", row[column].cut(0, start),
                              right[language])
            report.number(f"questions, {language}", row[column].cut(start + 1, len(row[column])),
                          sum(q["language"] == language for q in asked))
        report.number(f"products of {row[0]}", row[5], own["products"])
        report.number(f"bytes read by {row[0]}", row[6].numbers()[0], sized(row[6], own["read"]))


@figure("shrinking-table")
def shrinking_table(figure, page, world, report):
    rows_of_variants(figure, page, world, report)
    if world.parts_folder:
        report.among("validation documents", [figure.description], len(world.part("validation")))
        report.among("validation tokens", [figure.description], world.judged("validation").tokens)


@figure("shrinking-tradeoff")
def shrinking_tradeoff(figure, page, world, report):
    rows_of_variants(figure, page, world, report)
    texts = paragraphs(figure, page)
    rows = variants(world)
    record = world.record("shrinking")["variants"]
    report.among("versions", [figure.description], len(rows))
    whole = rows[0]["bytes"]
    for own, variant in zip(rows, record):
        if variant["kind"] == "quantized" and len(texts) > 2:
            report.among(f"times smaller with {variant['bits']} bits", texts, whole / own["bytes"])


@figure("quantized-weights")
def quantized_weights(figure, page, world, report):
    name = re.search(r"h\.\d[\w.]*weight", figure.element.text).group()
    column = int(re.search(r"\[:, (\d+)\]", figure.element.text).group(1))
    weights = world.model.float32[name][:, column]
    for row in figure.table.rows:
        place = integers(row[0])[0]
        report.number(f"weight {place}", row[1], float(weights[place]))
        for bits, (whole_cell, back_cell) in ((8, row[2:4]), (4, row[4:6])):
            whole, scale = rounded(weights[:, None], 2 ** (bits - 1) - 1)
            report.number(f"weight {place} in {bits} bits", whole_cell, int(whole[place, 0]))
            report.number(f"weight {place} back from {bits} bits", back_cell, float(whole[place, 0] * scale[0]))
    texts = [figure.description, *paragraphs(figure, page)]
    largest = float(np.abs(weights).max())
    report.among("largest weight", texts, largest)
    report.among("scale for 8 bits", texts, largest / 127)
    report.among("scale for 4 bits", texts, largest / 7)


@figure("pruned-weights")
def pruned_weights(figure, page, world, report):
    # Rows of three corners one below the other: as learned, and with two shares gone.
    name = re.search(r"h\.\d[\w.]*weight", figure.element.text).group()
    percents = []
    for row in figure.table.rows:
        numbers = integers(row[0])
        percents.append(numbers[0] if numbers else 0)
    for row, percent in zip(figure.table.rows, percents):
        place = integers(row[1])[0]
        weight = (pruned(world.model, percent) if percent else world.model.float32)[name]
        values = row[2].numbers()
        report.numbers(f"row {place} without {percent}%", values, [float(v) for v in weight[place, : len(values)]])
    half = sorted(set(percents))[1]
    before = world.model.float32[name]
    gone = pruned(world.model, half)[name] == 0
    texts = [figure.description, *paragraphs(figure, page)]
    report.among("threshold", texts, float(np.abs(before[gone]).max()))
    report.among("weights set to zero", texts, int(gone.sum()))
    report.among("weights of the matrix", texts, before.size)
