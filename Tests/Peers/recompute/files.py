"""The saved file, byte by byte, and the shape of the machine."""

import re

import numpy as np

from .checks import figure, paragraphs
from .world import integers


@figure("model-file")
def model_file(figure, page, world, report):
    header = world.model.file["header"]
    tensors = sorted((n for n in header if n != "__metadata__"), key=lambda n: header[n]["data_offsets"][0])
    report.holds("tensors", len(figure.table.rows), len(tensors), len(tensors) == len(figure.table.rows))
    for name, row in zip(tensors, figure.table.rows):
        entry = header[name]
        start, end = entry["data_offsets"]
        report.text("tensor", row[0], name)
        report.text(f"type of {name}", row[1], entry["dtype"])
        report.holds(f"shape of {name}", row[2], entry["shape"], integers(row[2]) == entry["shape"])
        report.number(f"begin of {name}", row[3], start)
        report.number(f"end of {name}", row[4], end)
    texts = [e.text for s in page.sections() for e in page.prose(s)]
    count = sum(w.size for w in world.model.float32.values())
    report.among("parameters", texts, count)
    report.among("bytes of numbers", texts, 4 * count)
    report.among("bytes of the header", texts, world.model.file["length"])
    report.among("bytes of the file", texts, world.model.file["size"])


def corners(figure, report, weights_of):
    """Rows of corners of matrices one below the other; `weights_of` says which weights a row is of."""
    for row in figure.table.rows:
        name = re.search(r"(h\.\d[\w.]*|wte|wpe)\.weight", row[0]).group()
        values = row[2].numbers()
        weight = weights_of(row)[name]
        place = integers(row[1])[0]
        report.numbers(f"{row[0]}, row {place}", values, [float(v) for v in weight[place, : len(values)]])


def beginning(world):
    return {n: np.asarray(w) for n, w in world.untrained.weights.items()}


@figure("learned-weights")
def learned_weights(figure, page, world, report):
    first = str(figure.table.rows[0][0])
    word = first[: first.index("h.")]
    corners(figure, report, lambda row: beginning(world) if row[0].startswith(word) else world.model.float32)


@figure("initial-weights")
def initial_weights(figure, page, world, report):
    corners(figure, report, lambda row: beginning(world))


def histograms(figure, report, weights):
    for row in figure.table.rows:
        values = np.asarray(weights[str(row[0])], np.float64)
        report.number(f"least of {row[0]}", row[1], float(values.min()))
        report.number(f"greatest of {row[0]}", row[2], float(values.max()))
        report.number(f"mean of {row[0]}", row[3], float(values.mean()), noise=1e-8 + 1e-6 * float(values.std()))
        report.number(f"deviation of {row[0]}", row[4], float(values.std()))
        report.number(f"weights of {row[0]}", row[5], values.size)


@figure("learned-histograms")
def learned_histograms(figure, page, world, report):
    histograms(figure, report, world.model.float32)


@figure("weight-histograms")
def weight_histograms(figure, page, world, report):
    histograms(figure, report, beginning(world))
    table = np.asarray(world.untrained.weights["wte.weight"])
    texts = paragraphs(figure, page)
    report.among("mean of the token table", texts, float(table.mean()), noise=1e-8)
    report.among("its deviation", texts, float(table.std()))


@figure("model-map")
def model_map(figure, page, world, report):
    every = world.model.float32
    report.holds("tensors", len(figure.table.rows), len(every), len(figure.table.rows) == len(every))
    for row in figure.table.rows:
        weight = every.get(str(row[0]))
        report.holds("tensor", row[0], "is in the file", weight is not None)
        if weight is not None:
            report.holds(f"shape of {row[0]}", row[1], list(weight.shape), integers(row[1]) == list(weight.shape))
            report.number(f"parameters of {row[0]}", row[2], weight.size)
    report.among("parameters", [figure.description], sum(w.size for w in every.values()))


@figure("parameters-by-part")
def parameters_by_part(figure, page, world, report):
    every = world.model.float32
    total = sum(w.size for w in every.values())
    groups = [
        [n for n in every if n == "wte.weight"], [n for n in every if n == "wpe.weight"],
        [n for n in every if "ln_" in n], [n for n in every if ".attn." in n],
        [n for n in every if ".mlp." in n],
    ]
    for names, row in zip(groups, figure.table.rows):
        size = sum(every[n].size for n in names)
        report.number(f"tensors of {row[0]}", row[1], len(names))
        report.number(f"parameters of {row[0]}", row[2], size)
        report.number(f"share of {row[0]}", row[3], size / total)
    texts = [e.text for s in page.sections() for e in page.prose(s)]
    C, L = world.model.width, world.model.layers
    for what, value in (
        ("token table", every["wte.weight"].size), ("position table", every["wpe.weight"].size),
        ("one block", 12 * C * C + 13 * C), ("all blocks", L * (12 * C * C + 13 * C)), ("all", total),
    ):
        report.among(what, texts, value)
