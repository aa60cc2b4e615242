"""One prompt on its way through the model: all of it computed anew from the saved weights."""

import functools
import math

import torch

from .checks import figure, paragraphs
from .world import first_values, integers, order


class Prompt:
    """The prompt that the pages of a language follow, and what of its answer was read when they look in."""

    def __init__(self, world, language):
        steps = world.figure(language, "prompt-steps").table
        self.text = str(steps.rows[0][1])
        self.given = world.prompt(self.text, language)
        answer = world.model.greedy([self.given])[0]
        # As many positions as the first figure has rows.
        positions = len(world.figure(language, "embedding-rows").table.rows)
        self.ids = (self.given + answer)[:positions]
        self.trace = {}
        self.logits = world.model.forward([self.ids], self.trace)[0]

    def last(self, hook):
        return self.trace[hook][0, -1]


@functools.cache
def prompt(world, language):
    return Prompt(world, language)


def head_of(figure, trace):
    """Block and head from the description, which names both and the block first."""
    return integers(figure.description)[:2]


def name_of(world, p, place):
    """A token of the prompt as figures name it: one that stands at several places has its place below it."""
    names = [world.shown(i) for i in p.ids]
    small = "".join(chr(0x2080 + int(digit)) for digit in str(place))
    return names[place] + (small if names.count(names[place]) > 1 else "")


def three_digits(value):
    """As a ratio is shown: a large one is a whole number."""
    rounded = float(f"{value:.3g}")
    return round(rounded) if rounded >= 100 else value


@figure("prompt-tokens")
def prompt_tokens(figure, page, world, report):
    p = prompt(world, page.language)
    ids = p.given
    report.holds("how many", f"{len(figure.table.rows)} rows", len(ids), len(ids) == len(figure.table.rows))
    for place, (id, row) in enumerate(zip(ids, figure.table.rows)):
        report.number(f"position {place}", row[0], place)
        report.text(f"token {place}", row[1], world.shown(id))
        report.number(f"id {place}", row[2], id)
        report.text(f"bytes {place}", row[3], " ".join(f"{b:02X}" for b in world.spelling.get(id, b"")))
    report.among("tokens in all", [figure.description], len(ids))


@figure("embedding-rows")
def embedding_rows(figure, page, world, report):
    p = prompt(world, page.language)
    sums = p.trace["hook_embed"][0] + p.trace["hook_pos_embed"][0]
    for place, row in enumerate(figure.table.rows):
        report.text(f"token {place}", row[0], name_of(world, p, place))
        report.numbers(f"row {place}", row[1].numbers(), first_values(sums[place]))


@figure("query-key-value")
def query_key_value(figure, page, world, report):
    p = prompt(world, page.language)
    layer, head = head_of(figure, p.trace)
    count = len(p.ids)
    for number, row in enumerate(figure.table.rows):
        part, place = "qkv"[number // count], number % count
        vector = p.trace[f"blocks.{layer}.attn.hook_{part}"][0, place, head]
        report.text(f"{part} {place}", row[0], f"{part} {name_of(world, p, place)}")
        report.numbers(f"{part} {place}", row[1].numbers(), first_values(vector))
    report.among("numbers of a head", [figure.description], world.model.width // world.model.heads)


@figure("attention-scores")
def attention_scores(figure, page, world, report):
    p = prompt(world, page.language)
    layer, head = head_of(figure, p.trace)
    scores = p.trace[f"blocks.{layer}.attn.hook_attn_scores"][0, head]
    for query, row in enumerate(figure.table.rows):
        for key, cell in enumerate(row[1:]):
            if key <= query:
                report.number(f"query {query}, key {key}", cell, float(scores[query, key]))
            else:
                report.text(f"query {query}, key {key} is hidden", cell, "–")


@figure("attention-pattern")
def attention_pattern(figure, page, world, report):
    p = prompt(world, page.language)
    layer, head = head_of(figure, p.trace)
    pattern = p.trace[f"blocks.{layer}.attn.hook_pattern"][0, head]
    for query, row in enumerate(figure.table.rows):
        key = order(pattern[query].tolist())[0]
        report.text(f"looking from {query}", row[0], name_of(world, p, query))
        report.text(f"looked at by {query}", row[1], name_of(world, p, key))
        report.number(f"weight of {query}", row[2], float(pattern[query, key]))
    report.among("weight of the last", [figure.description], float(pattern[-1].max()))
    scores = p.trace[f"blocks.{layer}.attn.hook_attn_scores"][0, head]
    texts = paragraphs(figure, page)
    for key in (0, 1):
        report.among(f"score of the second token and {key}", texts, float(scores[1, key]))
        report.among(f"attention of the second token to {key}", texts, float(pattern[1, key]))
    report.among("difference of the two scores", texts, float(scores[1, 1] - scores[1, 0]), noise=0.001)


@figure("heads")
def heads(figure, page, world, report):
    p = prompt(world, page.language)
    for number, row in enumerate(figure.table.rows):
        layer, head = divmod(number, world.model.heads)
        pattern = p.trace[f"blocks.{layer}.attn.hook_pattern"][0, head]
        report.text(f"head {number}", row[0], f"L{layer}H{head}")
        # The first two positions have hardly a choice.
        greatest = pattern.max(-1).values
        greatest = greatest[2:] if len(greatest) > 3 else greatest
        report.number(f"mean greatest weight of {row[0]}", row[1], float(greatest.mean()))
        report.text(f"{row[0]} looks at", row[2], name_of(world, p, order(pattern[-1].tolist())[0]))


@figure("mlp")
def mlp(figure, page, world, report):
    p = prompt(world, page.language)
    layer = integers(figure.description)[0]
    values = p.last(f"blocks.{layer}.mlp.hook_post")
    report.among("neurons", [figure.description], len(values))
    report.among("values above 0.5", [figure.description], int((values > 0.5).sum()))
    ranked = order(values.tolist())
    for place, row in enumerate(figure.table.rows):
        neuron = integers(row[0])[0]
        report.number(f"neuron of rank {place + 1}", row[0].numbers()[0], ranked[place])
        report.number(f"value of rank {place + 1}", row[1], float(values[neuron]))


@figure("residual-stream")
def residual_stream(figure, page, world, report):
    p = prompt(world, page.language)
    hooks = ["blocks.0.hook_resid_pre"]
    for layer in range(world.model.layers):
        hooks += [f"blocks.{layer}.hook_resid_mid", f"blocks.{layer}.hook_resid_post"]
    vectors = [p.last(h) for h in hooks]
    lengths = [float(v.norm()) for v in vectors]
    for place, row in enumerate(figure.table.rows):
        report.number(f"length after {row[0]}", row[1], lengths[place])
        report.numbers(f"vector after {row[0]}", row[2].numbers(), first_values(vectors[place]))
    longer = sum(b > a for a, b in zip(lengths, lengths[1:]))
    texts = [figure.description]
    report.among("length at first", texts, lengths[0])
    report.among("length at last", texts, lengths[-1])
    report.among("additions that made it longer", texts, longer)
    report.among("additions", texts, len(lengths) - 1)


def residual_hooks(world):
    """Where the residual stream is read: after the embedding, and after each attention and each MLP."""
    return ["blocks.0.hook_resid_pre"] + [
        f"blocks.{n}.hook_resid_{place}" for n in range(world.model.layers) for place in ("mid", "post")]


@figure("layer-guesses")
def layer_guesses(figure, page, world, report):
    p = prompt(world, page.language)
    hooks = residual_hooks(world)
    report.holds("a row for each place", len(figure.table.rows), len(hooks), len(figure.table.rows) == len(hooks))
    for hook, row in zip(hooks, figure.table.rows):
        shares = world.model.read(p.last(hook)).softmax(-1).tolist()
        ranked = order(shares)
        report.number(f"probability after {row[0]}", row[2], shares[ranked[0]])
        for column, place in ((1, 0), (3, 1), (4, 2)):
            report.text(f"guess {place + 1} after {row[0]}", row[column], world.shown(ranked[place]))


def removals(world):
    for layer in range(world.model.layers):
        yield layer, "attention", None
        for head in range(world.model.heads):
            yield layer, "attention", head
        yield layer, "mlp", None


@figure("head-by-head")
def head_by_head(figure, page, world, report):
    """Each head's last row, and the followed token without it; followed is the head that it misses most."""
    p = prompt(world, page.language)
    answer = world.model.greedy([p.given])[0] + [world.special["<|end|>"]]
    token = answer[len(p.ids) - len(p.given)]
    without = {}
    for row in figure.table.rows:
        layer, head = integers(row[0])[:2]
        weights = p.trace[f"blocks.{layer}.attn.hook_pattern"][0, head, -1]
        best = order(weights.tolist())[0]
        report.text(f"{row[0]} looks at", row[1], name_of(world, p, best))
        report.number(f"weight of {row[0]}", row[2], float(weights[best]))
        logits = world.model.without(layer, "attention", head).logits(list(p.ids))[-1]
        without[layer, head] = float(logits.softmax(-1)[token])
        report.number(f"probability without {row[0]}", row[3], without[layer, head])
    report.among("the least of them", [figure.description], min(without.values()))
    least = min(without, key=without.get)
    report.holds("the head that is followed", followed(world, page.language), least,
                 tuple(followed(world, page.language)) == least)


def judged_answer(figure, world, ids):
    """The tokens of the answer that is judged, and which of them are shown.

    Shown are those of the first rows, in which nothing is removed; they are a piece of the model's own
    answer, or, where that is wrong, the right one.
    """
    first = figure.table.rows[0][0]
    shown = [world.by_name[str(row[1])] for row in figure.table.rows if row[0] == first]
    own = world.model.greedy([ids])[0] + [world.special["<|end|>"]]
    for start in range(len(own) - len(shown) + 1):
        if own[start : start + len(shown)] == shown:
            return own, range(start, start + len(shown))
    return shown, range(len(shown))


@functools.cache
def knocked_out(world, ids, answer, removal):
    model = world.model if removal is None else world.model.without(*removal)
    logits = model.logits(list(ids + answer[:-1]))[len(ids) - 1 :]
    return logits.softmax(-1)


@figure("knockouts")
def knockouts(figure, page, world, report):
    p = prompt(world, page.language)
    answer, places = judged_answer(figure, world, p.given)
    rows = iter(figure.table.rows)
    least = {}
    for removal in [None, *removals(world)]:
        shares = knocked_out(world, tuple(p.given), tuple(answer), removal)
        for place in places:
            row, token = next(rows), answer[place]
            best = order(shares[place].tolist())[0]
            name = f"{row[1]} without {row[0]}"
            report.text(f"token of {name}", row[1], world.shown(token))
            report.number(f"probability of {name}", row[2], float(shares[place, token]))
            report.text(f"likeliest for {name}", row[3], world.shown(best))
            report.number(f"likeliest for {name}", row[4], float(shares[place, best]))
            if removal is not None and removal[2] is not None and place == 0:
                least[removal] = float(shares[place, token])
    report.holds("rows", f"{len(figure.table.rows)} rows", "as many", next(rows, None) is None)
    if least:
        layer, _, head = min(least, key=least.get)
        said = f"L{layer}H{head}"
        report.holds("the head that is missed most", figure.description, said, said in figure.description)
        report.among("probability without it", [figure.description], min(least.values()))


@figure("logits")
def logits(figure, page, world, report):
    p = prompt(world, page.language)
    own = p.logits[-1]
    shares = own.softmax(-1)
    ranked = order(own.tolist())
    for place, row in enumerate(figure.table.rows):
        id = ranked[place]
        report.text(f"rank {place + 1}", row[0], world.shown(id))
        report.number(f"id of {row[0]}", row[1], id)
        report.number(f"logit of {row[0]}", row[2], float(own[id]))
        report.number(f"probability of {row[0]}", row[3], float(shares[id]))
    texts = paragraphs(figure, page)
    first, second = ranked[:2]
    for id in (first, second):
        report.among(f"logit of {world.shown(id)}", texts, float(own[id]))
        report.among(f"probability of {world.shown(id)}", texts, float(shares[id]))
    # What stands beside two shown numbers follows from them as they are shown.
    report.among("difference of the logits", texts, round(float(own[first]), 3) - round(float(own[second]), 3))
    gap = round(float(own[first]), 3) - round(float(own[second]), 3)
    report.among("ratio of the probabilities", texts, three_digits(math.exp(gap)))


@figure("inside-map")
def inside_map(figure, page, world, report):
    p = prompt(world, page.language)
    hooks = residual_hooks(world)
    report.holds("a row for each part", len(figure.table.rows), len(hooks), len(figure.table.rows) == len(hooks))
    before = None
    for hook, row in zip(hooks, figure.table.rows):
        stream = p.last(hook)
        if before is not None:
            report.number(f"length of what {row[0]} adds", row[1], float((stream - before).norm()))
        report.number(f"length of the sum after {row[0]}", row[2], float(stream.norm()))
        if hook.endswith("_post") or before is None:
            shares = world.model.read(stream).softmax(-1).tolist()
            first = world.shown(order(shares)[0])
            report.holds(f"first guess after {row[0]}", row[3], first, str(row[3]).startswith(first))
        before = stream


# One block, part by part, at the position that is followed


def followed(world, language):
    """The block and the head that are followed, as the figure of the scores names them."""
    return head_of(world.figure(language, "attention-scores"), None)


def rows_of_vectors(figure, report, vectors):
    """Rows of a name, a length and the first eight values."""
    report.holds("rows", len(figure.table.rows), len(vectors), len(figure.table.rows) == len(vectors))
    for row, vector in zip(figure.table.rows, vectors):
        report.number(f"length of {row[0]}", row[1], float(vector.norm()))
        report.numbers(f"values of {row[0]}", row[2].numbers(), first_values(vector))


def normalization(figure, page, world, report, before, name):
    p = prompt(world, page.language)
    x = p.last(before)
    centred = x - x.mean()
    deviation = (centred.pow(2).mean() + world.model.epsilon).sqrt()
    gain, bias = world.model.weights[name + ".weight"], world.model.weights[name + ".bias"]
    columns = [x, centred / deviation, gain, bias, centred / deviation * gain + bias]
    for row in figure.table.rows:
        place = integers(row[0])[0]
        for what, cell, values in zip(("before", "scaled", "gain", "bias", "after"), row[1:], columns):
            report.number(f"number {place}, {what}", cell, float(values[place]), noise=2e-6)
    texts = [figure.description]
    report.among("mean", texts, float(x.mean()), noise=2e-6)
    report.among("deviation", texts, float(deviation), noise=2e-6)
    report.among("length before", texts, float(x.norm()))
    report.among("length after", texts, float(columns[-1].norm()))


@figure("layer-normalization")
def layer_normalization(figure, page, world, report):
    layer, _ = followed(world, page.language)
    normalization(figure, page, world, report, f"blocks.{layer}.hook_resid_pre", f"h.{layer}.ln_1")


@figure("last-normalization")
def last_normalization(figure, page, world, report):
    last = f"blocks.{world.model.layers - 1}.hook_resid_post"
    normalization(figure, page, world, report, last, "ln_f")


@figure("value-mix")
def value_mix(figure, page, world, report):
    """The tokens that weigh most, all others together, and the sum: the first number of each."""
    p = prompt(world, page.language)
    layer, head = followed(world, page.language)
    weights = p.trace[f"blocks.{layer}.attn.hook_pattern"][0, head, -1]
    values = p.trace[f"blocks.{layer}.attn.hook_v"][0, :, head, 0]
    rows, ranked = figure.table.rows, order(weights.tolist())
    named = [r for r in rows[:-1] if str(r[2])]
    rest = [r for r in rows[:-1] if not str(r[2])]
    left = list(ranked[: len(named)])
    for row in named:
        key = next((k for k in left if name_of(world, p, k) == row[0]), left[0])
        left.remove(key)
        report.text("token", row[0], name_of(world, p, key))
        report.number(f"weight of {row[0]}", row[1], float(weights[key]))
        report.number(f"value of {row[0]}", row[2], float(values[key]))
        report.number(f"product of {row[0]}", row[3], float(weights[key] * values[key]))
    others = ranked[len(named) :]
    for row in rest:
        report.number("weight of the others", row[1], float(weights[others].sum()))
        report.number("products of the others", row[3], float((weights[others] * values[others]).sum()))
    report.number("sum", rows[-1][3], float((weights * values).sum()))


@figure("attention-output")
def attention_output(figure, page, world, report):
    p = prompt(world, page.language)
    layer, _ = followed(world, page.language)
    name = f"h.{layer}.attn.c_proj"
    z = p.last(f"blocks.{layer}.attn.hook_z")
    size = world.model.width // world.model.heads
    weight, bias = world.model.weights[name + ".weight"], world.model.weights[name + ".bias"]
    parts = [z[h] @ weight[h * size : (h + 1) * size] for h in range(world.model.heads)]
    rows_of_vectors(figure, report, [*parts, bias, sum(parts) + bias])


@figure("two-additions")
def two_additions(figure, page, world, report):
    p = prompt(world, page.language)
    layer, _ = followed(world, page.language)
    hooks = ("hook_resid_pre", "hook_attn_out", "hook_resid_mid", "hook_mlp_out", "hook_resid_post")
    rows_of_vectors(figure, report, [p.last(f"blocks.{layer}.{h}") for h in hooks])


@figure("stage")
def stage(figure, page, world, report):
    """The number that each step ends with; what the MLP does to a logit is told by a figure of its own."""
    p = prompt(world, page.language)
    layer, head = followed(world, page.language)
    block, count = f"blocks.{layer}.", len(p.ids)
    weights = p.trace[block + "attn.hook_pattern"][0, head, -1]
    scores = p.trace[block + "attn.hook_attn_scores"][0, head, -1]
    query = p.trace[block + "attn.hook_q"][0, -1, head]
    first, second = order(weights.tolist())[:2]
    products = query * p.trace[block + "attn.hook_k"][0, first, head]
    logits = p.logits[-1]
    best, next_best = order(logits.tolist())[:2]
    gap = round(float(logits[best]), 3) - round(float(logits[next_best]), 3)
    steps = [
        ("tokens", count), ("embedding", p.last("hook_embed")[0]),
        ("position", p.last("blocks.0.hook_resid_pre")[0]),
    ]
    if layer > 0:
        steps.append(("what arrives", p.last(block + "hook_resid_pre")[0]))
    steps += [
        ("the copy", p.last(block + "ln1.hook_normalized")[0]),
        ("the query", query[order(products.abs().tolist())[0]]),
        ("numbers of the keys", count * len(query)), ("one score", scores[first]),
        ("the lead", scores[first] - scores[second]), ("cells that stay", count * (count + 1) // 2), ("shares", 1),
        ("the sum of the values", p.last(block + "attn.hook_z")[head][0]),
        ("after attention", p.last(block + "hook_resid_mid")[0]), (None, None),
        ("after the MLP", p.last(block + "hook_resid_post")[0]),
    ]
    if layer + 1 < world.model.layers:
        steps.append(("the last guess", float(logits.softmax(-1).max())))
    steps.append(("ratio of the first two", three_digits(math.exp(gap))))
    report.holds("a row for each step", len(figure.table.rows), len(steps), len(figure.table.rows) == len(steps))
    for (name, value), row in zip(steps, figure.table.rows):
        if name is not None:
            report.number(name, row[1].numbers()[-1], float(value), noise=0.002)
