"""How it was learned: the plan of the learning rate, a step term by term, and the first and last looks."""

import functools
import math
import re

import numpy as np

from .checks import figure, paragraphs
from .world import integers, order


def rate(world, step):
    """A straight line up, then half a cosine down; steps count from 1."""
    peak, low = world.hyper("learningRate"), world.hyper("minimumLearningRate")
    warm, total = world.hyper("warmupSteps"), world.hyper("steps")
    s = step - 1
    if s < warm:
        return peak * (s + 1) / (warm + 1)
    return low + (peak - low) * (1 + math.cos(math.pi * (s - warm) / (total - warm))) / 2


@figure("learning-rate")
def learning_rate(figure, page, world, report):
    for row in figure.table.rows:
        step = integers(row[0])[0]
        report.number(f"rate of step {step}", row[1], rate(world, step), noise=2e-6 * rate(world, step))
    report.among("step of the peak", [figure.description], int(world.hyper("warmupSteps")) + 1)


@figure("hyperparameters")
def hyperparameters(figure, page, world, report):
    config = world.model.config
    rows = figure.table.rows
    for number, key in enumerate(("n_layer", "n_head", "n_embd", "n_positions", "vocab_size")):
        report.number(key, rows[number][1], config[key])
    report.among("how many", [figure.description], len(rows))


@figure("adam-step")
def adam_step(figure, page, world, report):
    """The terms follow from weight, gradient and the two means before the step, which the recording knows."""
    rows = figure.table.rows
    step = integers(re.sub(r"(?a)\w+\.[\w.]+\[\d+\]", "", figure.description))[0]
    name = re.search(r"(?a)(\w+\.[\w.]+)\[(\d+)\]", figure.description)
    known = next(s for s in world.record("algorithm")["adamSteps"] if s["step"] == step
                 and (s["parameter"], str(s["index"])) == name.groups())
    b1, b2, eps, decay = known["beta1"], known["beta2"], known["epsilon"], known["weightDecay"]
    w, g = known["weightBefore"], known["gradient"]
    m = b1 * known["firstMomentBefore"] + (1 - b1) * g
    v = b2 * known["secondMomentBefore"] + (1 - b2) * g * g
    corrected = m / (1 - b1**step), v / (1 - b2**step)
    change = -rate(world, step) * (corrected[0] / (math.sqrt(corrected[1]) + eps) + decay * w)
    expected = [w, g, m, v, *corrected, change, w + change]
    if len(rows) == len(expected) + 1:
        # With the gradient before it was clipped.
        expected[1:2] = [known["rawGradient"], known["rawGradient"] * known["clipFactor"]]
    report.holds("terms", len(rows), len(expected), len(rows) == len(expected))
    for row, number in zip(rows, expected):
        report.number(str(row[0]), row[-1].numbers()[-1], number, noise=5e-6 * abs(number))
    texts = [e.text for s in page.sections() for e in page.prose(s)]
    for what, value in (("learning rate", rate(world, step)), ("weight before", w), ("weight after", w + change)):
        report.among(what, texts, value, noise=5e-6 * abs(value))


@figure("untrained-text")
def untrained_text(figure, page, world, report):
    report.among("loss of pure guessing", [figure.description], math.log(world.model.vocabulary))
    if world.parts_folder:
        report.among("loss before learning", [figure.description], world.judged_before("validation").loss, noise=1e-5)


@figure("text-over-time")
def text_over_time(figure, page, world, report):
    """Of the looks the first and the last can be repeated: the new model and the kept one."""
    rows = figure.table.rows
    language = page.language
    prompts = {r[1]: world.prompt(str(r[1]), language) for r in rows}
    last = integers(rows[-1][0])[0]
    for row in rows:
        step = integers(row[0])[0]
        if step == last and kept_last(world):
            report.text(f"answer of step {step}", row[2],
                        world.decode(world.model.greedy([prompts[row[1]]], limit=24)[0]).strip())


def kept_last(world):
    training = world.record("training")
    return training["bestStep"] == training["snapshots"][-1]["step"]


@figure("prediction-over-time")
def prediction_over_time(figure, page, world, report):
    rows = figure.table.rows
    prediction = next(p for p in world.record("training")["snapshots"][-1]["predictions"]
                      if p["language"] == page.language)
    ids = world.prompt(prediction["prompt"], page.language) + world.encode(prediction["answer"])
    report.holds("the prompt", prediction["prompt"], "stands there", prediction["prompt"] in figure.description)
    models = [(rows[0], world.untrained)] + ([(rows[-1], world.model)] if kept_last(world) else [])
    for row, model in models:
        shares = model.logits(ids)[-1].softmax(-1)
        for name, cell in zip(figure.table.header[1:], row[1:]):
            report.number(f"{name}, step {row[0]}", cell, float(shares[world.by_name[str(name)]]))


@figure("attention-over-time")
def attention_over_time(figure, page, world, report):
    # The sentence that is quoted may hold numbers, too.
    layer, head = integers(re.sub("[「“].*?[」”]", "", str(figure.description)))[:2]
    rows = figure.table.rows
    training = world.record("training")
    others = {s["language"]: s["tokens"] for s in training.get("attentionElsewhere") or []}
    tokens = [t["id"] for t in others.get(page.language, training["attentionTokens"])]
    for model, some in ((world.untrained, rows[: len(tokens)]), (world.model, rows[-len(tokens):])):
        if model is world.model and not kept_last(world):
            continue
        trace = {}
        model.forward([tokens], trace)
        pattern = trace[f"blocks.{layer}.attn.hook_pattern"][0, head]
        for place, row in enumerate(some):
            key = order(pattern[place].tolist())[0]
            report.text(f"step {row[0]}, looking from {place}", row[1], world.shown(tokens[place]))
            report.text(f"step {row[0]}, looked at by {place}", row[2], world.shown(tokens[key]))
            report.number(f"step {row[0]}, weight of {place}", row[3], float(pattern[place, key]))


@functools.cache
def plane(world, language):
    """The two directions along which the watched tokens of a language differ most in the end."""
    training = world.record("training")
    words = training.get("embeddingWords") or [{"language": language}] * len(training["embeddingTokens"])
    ids = [t["id"] for t, w in zip(training["embeddingTokens"], words) if w["language"] == language]
    last = np.asarray(world.model.weights["wte.weight"])[ids]
    first = np.asarray(world.untrained.weights["wte.weight"])[ids]
    mean = last.mean(0)
    axes = np.linalg.svd(last - mean)[2][:2]
    return ids, (first - mean) @ axes.T, (last - mean) @ axes.T


@figure("embedding-over-time")
def embedding_over_time(figure, page, world, report):
    if not kept_last(world):
        return
    ids, first, last = plane(world, page.language)
    from .shown import parsed
    rows = figure.table.rows
    places = {world.shown(id): n for n, id in enumerate(ids)}
    known = [(row, places[str(row[0])]) for row in rows if str(row[0]) in places]
    report.holds("tokens", len(rows), "are watched", len(known) == len(rows))
    for axis in (0, 1):
        # An axis has no direction of its own.
        sign = np.sign(sum(parsed(row[3 + axis])[0] * last[n, axis] for row, n in known)) or 1
        for row, n in known:
            report.number(f"{row[0]} at first, {'xy'[axis]}", row[1 + axis], float(sign * first[n, axis]), noise=2e-5)
            report.number(f"{row[0]} at last, {'xy'[axis]}", row[3 + axis], float(sign * last[n, axis]), noise=2e-5)


@figure("weights-over-time")
def weights_over_time(figure, page, world, report):
    name = re.search(r"h\.\d[\w.]*weight", figure.element.text).group()
    first = integers(figure.table.rows[0][0])[0]
    before = np.asarray(world.untrained.weights[name])
    for row in figure.table.rows:
        weight = before if integers(row[0])[0] == first else world.model.float32[name]
        if weight is not before and not kept_last(world):
            continue
        place = integers(row[1])[0]
        values = row[2].numbers()
        report.numbers(f"step {row[0]}, row {place}", values, [float(v) for v in weight[place, : len(values)]])


@figure("loss-curve")
def loss_curve(figure, page, world, report):
    training = world.record("training")
    texts = paragraphs(figure, page)
    said = [e.text for e in figure.element.find("text")]
    report.among("loss of pure guessing", [*texts, *said], math.log(world.model.vocabulary))
    tokens = int(world.hyper("batchSize") * world.hyper("contextLength"))
    if any("×" in t for t in texts) and "/lessons/" in page.name:
        report.among("tokens of a step", texts, tokens)
        report.among("tokens in all", texts, int(tokens * world.hyper("steps")))
        if world.parts_folder:
            size = sum(len(d) for d in world.tokens("training"))
            report.among("times the training part", texts, tokens * world.hyper("steps") / size)


def parameters(width, layers, vocabulary, context):
    return vocabulary * width + context * width + layers * (12 * width**2 + 13 * width) + 2 * width


@figure("sweep")
def sweep(figure, page, world, report):
    tuning = world.record("tuning")
    for row, trial in zip(figure.table.rows, tuning["trials"]):
        count = parameters(trial["width"], trial["layerCount"], world.model.vocabulary, tuning["contextLength"])
        report.number(f"parameters of {row[0]} {row[1]}", row[2], count)
        steps = tuning["tokensPerTrial"] / (trial["batchSize"] * tuning["contextLength"])
        report.number(f"steps of {row[0]} {row[1]}", row[3], steps, noise=0.5)
        report.holds(f"lowest of {row[0]} {row[1]}", row[4], row[5], parsed_at_most(row[4], row[5]))
    report.among("models", [figure.description], len(figure.table.rows))
    report.among("tokens read by each", [figure.description], tuning["tokensPerTrial"])


def parsed_at_most(low, high):
    from .shown import parsed
    return parsed(low)[0] <= parsed(high)[0]


@figure("overfitting")
def overfitting(figure, page, world, report):
    from .shown import parsed
    rows = figure.table.rows
    texts = [figure.description, *paragraphs(figure, page)]
    few = [parsed(r[2])[0] for r in rows]
    best = few.index(min(few))
    report.among("best step of the few", texts, integers(rows[best][0])[0])
    report.among("best loss of the few", texts, few[best])
    for column, what in ((1, "training loss of the few"), (2, "validation loss of the few"), (4, "of all")):
        report.among(f"{what} at the end", texts, parsed(rows[-1][column])[0])
