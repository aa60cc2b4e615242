"""The exam taken again: losses, baselines, calibration, questions, and what the dice of the town say."""

import functools
import math

import numpy as np

from .checks import figure, paragraphs
from .counting import KneserNey
from .world import integers


def per_byte(judged, size):
    return float(judged.nats.sum()) / size


@figure("evaluation-table", parts=True)
def evaluation_table(figure, page, world, report):
    for part, row in zip(("training", "validation", "test"), figure.table.rows):
        judged, size = world.judged(part), world.documents(part)[1]
        report.number(f"tokens, {part}", row[1], judged.tokens)
        report.number(f"nats per token, {part}", row[2], judged.loss, noise=1e-5)
        report.number(f"nats per byte, {part}", row[3], per_byte(judged, size), noise=1e-5)
    test = world.judged("test")
    texts = [figure.description, *paragraphs(figure, page)]
    report.among("loss", texts, test.loss, noise=1e-5)
    report.among("perplexity", texts, math.exp(test.loss), noise=2e-5)
    report.among("share of right first guesses", texts, float(test.right.mean()), noise=1e-4)
    for part in ("training", "validation"):
        report.among(f"loss, {part}", texts, world.judged(part).loss, noise=1e-5)


@functools.cache
def baseline(world, order):
    model = KneserNey(world.tokens("training"), order, world.model.vocabulary)
    return model.surprise(world.tokens("test"))


def floor(world):
    return sum(d["nats"] for d in world.part("test"))


@figure("one-ruler", parts=True)
def one_ruler(figure, page, world, report):
    tokens, size = world.judged("test").tokens, world.documents("test")[1]
    nats = {
        "bytes": size * math.log(256),
        "tokens": tokens * math.log(world.model.vocabulary),
        "untrained": float(world.judged_before("test").nats.sum()),
    }
    for n in range(1, 6):
        nats[n] = baseline(world, n)
    parts = {p: world.judged(p) for p in ("training", "validation", "test")}
    by_byte = {p: per_byte(j, world.documents(p)[1]) for p, j in parts.items()}
    expected = [(nats[k] / size, nats[k] / tokens) for k in ("bytes", "tokens", "untrained", 1, 2, 3, 4, 5)]
    model = {p: (by_byte[p], parts[p].loss) for p in parts}
    floor_row = (floor(world) / size, floor(world) / tokens)
    rows = figure.table.rows
    for row, (byte, token) in zip(rows, expected):
        report.number(f"nats per byte, {row[0]}", row[1], byte, noise=1e-5)
        report.number(f"bits per byte, {row[0]}", row[2], byte / math.log(2), noise=1e-5)
        report.number(f"nats per token, {row[0]}", row[3], token, noise=2e-5)
    # The model's rows stand between the last baseline and the floor, in an order of their own.
    for row in rows[8:-1]:
        best = min(model, key=lambda p: abs(_value(row[1]) - model[p][0]) + abs(_value(row[3]) - model[p][1]))
        byte, token = model.pop(best)
        report.number(f"nats per byte, {row[0]}", row[1], byte, noise=1e-5)
        report.number(f"bits per byte, {row[0]}", row[2], byte / math.log(2), noise=1e-5)
        report.number(f"nats per token, {row[0]}", row[3], token, noise=1e-5)
    row = rows[-1]
    report.number("nats per byte, floor", row[1], floor_row[0])
    report.number("bits per byte, floor", row[2], floor_row[0] / math.log(2))
    report.number("nats per token, floor", row[3], floor_row[1])
    texts = [figure.description, *paragraphs(figure, page)]
    above = by_byte["test"] / floor_row[0] - 1
    report.among("above the floor", texts, above, noise=2e-4)
    report.among("before learning", texts, nats["untrained"] / size, noise=1e-5)
    report.among("loss per token or byte", texts, parts["test"].loss if len(texts) > 2 and any(
        "e^" in t for t in texts) else by_byte["test"], noise=1e-5)


def _value(cell):
    from .shown import parsed
    return parsed(cell)[0]


@figure("calibration", parts=True)
def calibration(figure, page, world, report):
    test = world.judged("test")
    bins = np.minimum((test.confidence * 10).astype(int), 9)
    error = 0.0
    for number, row in enumerate(figure.table.rows):
        inside = bins == number
        count = int(inside.sum())
        # A guess on the border of two heaps may fall to either side.
        near = int((np.abs(test.confidence * 10 - np.rint(test.confidence * 10)) < 1e-5).sum())
        report.number(f"guesses in heap {number + 1}", row[1], count, noise=min(near, 1))
        if not count:
            continue
        sure, right = float(test.confidence[inside].mean()), float(test.right[inside].mean())
        report.number(f"mean probability in heap {number + 1}", row[2], sure, noise=2e-5)
        report.number(f"right in heap {number + 1}", row[3], right, noise=1.1 / count)
        error += count / test.tokens * abs(sure - right)
    report.among("expected calibration error", [figure.description, *paragraphs(figure, page)], error, noise=2e-5)


@functools.cache
def asked(world):
    """Every question with the model's answer and whether it is one of the right ones."""
    questions = world.record("truth")["questions"]
    truth = world.record("truth")["answers"]
    answers = world.single.greedy([world.prompt(q["text"], q["language"]) for q in questions])
    found = []
    for q, ids in zip(questions, answers):
        answer = world.decode(ids).strip()
        accepted = [truth[n] for n in q["answers"]]
        found.append({**q, "answer": answer, "accepted": accepted, "right": answer in accepted})
    return found


@figure("question-scores")
def question_scores(figure, page, world, report):
    rows = iter(figure.table.rows)
    for language in ("en", "ja"):
        for phrasing in ("seen", "heldOutPhrasing", "heldOutCombination"):
            some = [q for q in asked(world) if q["language"] == language and q["phrasing"] == phrasing]
            if not some:
                continue
            row = next(rows)
            right = sum(q["right"] for q in some)
            report.number(f"right, {language} {phrasing}", row[2], right)
            report.number(f"asked, {language} {phrasing}", row[3], len(some))
            report.number(f"share, {language} {phrasing}", row[4], right / len(some))
    every, right = len(asked(world)), sum(q["right"] for q in asked(world))
    for texts in ([figure.description], paragraphs(figure, page)):
        report.among("right answers", texts, right)
        report.among("questions", texts, every)
        report.among("share", texts, right / every)


@figure("right-and-wrong")
def right_and_wrong(figure, page, world, report):
    by_text = {q["text"]: q for q in asked(world) if q["language"] == page.language}
    for mark, row in zip(figure.table.marks, figure.table.rows):
        q = by_text.get(str(row[0]))
        report.holds("the question", row[0], "is one of the town", q is not None)
        if q is None:
            continue
        report.text(f"answer to {row[0]}", row[1], q["answer"])
        report.holds(f"mark of {row[0]}", mark, "✓" if q["right"] else "✗", (mark == "✓") == q["right"])


class Spelling:
    """The probability that text goes on with certain words, however tokens cut them.

    A word may be written by several rows of tokens, so the probability of its bytes is the sum over all rows that
    spell them (Cao and Rimell 2021); rows below a share of 10⁻⁵ of the whole are given up.
    """

    smallest = 1e-5

    def __init__(self, world):
        self.world, self.model = world, world.model
        self.tokens = list(world.spelling.items())
        self.known = {}

    def shares(self, ids):
        key = tuple(ids)
        if key not in self.known:
            self.known[key] = self.model.logits(list(ids))[-1].softmax(-1).numpy()
        return self.known[key]

    def probabilities(self, texts, prefix, opening):
        tokens = self.world.encode(prefix)
        fixed = tokens[: max(0, len(tokens) - 3)]
        start = opening + fixed
        rest = b"".join(self.world.spelling[t] for t in tokens[len(fixed) :])
        product, ids = 1.0, list(start)
        for token in tokens[len(fixed) :]:
            product *= float(self.shares(ids)[token])
            ids.append(token)
        threshold = self.smallest * product
        whole = self.spread([rest], start, threshold)[0]
        spelled = [rest + t.encode() for t in texts]
        found = [s / whole for s in self.spread(spelled, start, threshold)]
        longest = sorted(range(len(texts)), key=lambda n: (-len(spelled[n]), n))
        for place, number in enumerate(longest):
            for longer in longest[:place]:
                if len(spelled[longer]) > len(spelled[number]) and spelled[longer].startswith(spelled[number]):
                    found[number] -= found[longer]
        return [max(0.0, s) for s in found]

    def spread(self, targets, start, threshold):
        totals = [0.0 if t else 1.0 for t in targets]
        self.follow([(n, t) for n, t in enumerate(targets) if t], 1.0, list(start), threshold, totals)
        return totals

    def follow(self, targets, weight, ids, threshold, totals):
        if not targets:
            return
        shares = self.shares(ids) * weight
        for id, spelled in self.tokens:
            reached = float(shares[id])
            if reached < threshold:
                continue
            further = []
            for number, rest in targets:
                if len(spelled) >= len(rest):
                    if spelled.startswith(rest):
                        totals[number] += reached
                elif rest.startswith(spelled):
                    further.append((number, rest[len(spelled) :]))
            if further and len(ids) + 1 < self.model.context:
                self.follow(further, reached, ids + [id], threshold, totals)


@functools.cache
def probes(world):
    """Every place whose truth is known, with the model's expectation and how far it is off."""
    spelling = Spelling(world)
    results = []
    for probe in world.record("truth")["probes"]:
        opening = [] if probe["kind"] == "parallel" else [world.special[f"<|{probe['language']}|>"]]
        for field in [*probe["before"], {"name": probe["field"], "text": ""}]:
            role = {"english": "en", "japanese": "ja"}.get(field["name"], field["name"])
            if f"<|{role}|>" in world.special:
                opening.append(world.special[f"<|{role}|>"])
            opening += world.encode(field["text"])
        texts = [n["text"] for n in probe["next"]]
        truth = [n["probability"] for n in probe["next"]]
        own = spelling.probabilities(texts, probe["prefix"], opening)
        divergence = sum(t * math.log(t / max(o, 1e-9)) for t, o in zip(truth, own) if t > 0)
        distance = (abs(1 - sum(own)) + sum(abs(t - o) for t, o in zip(truth, own))) / 2
        results.append({"probe": probe, "texts": texts, "truth": truth, "model": own,
                        "divergence": divergence, "distance": distance})
    return results


@figure("true-and-learned")
def true_and_learned(figure, page, world, report):
    results = probes(world)
    own = [r for r in results if r["probe"]["language"] == page.language]
    places = []
    for row in figure.table.rows:
        if not places or places[-1][0] != row[0]:
            places.append((row[0], []))
        places[-1][1].append(row)
    for after, rows in places:
        texts = [str(r[1]).replace("␣", " ").strip() for r in rows]
        found = [r for r in own if len(r["texts"]) == len(texts)
                 and all(t.strip().startswith(s.rstrip("…")) for t, s in zip(r["texts"], texts))
                 and (str(r["probe"]["prefix"])[-8:].strip() in str(after).replace("␣", " "))]
        best = min(found, default=None, key=lambda r: sum(
            abs(_value(row[2].lstrip("<>")) - t) for row, t in zip(rows, r["truth"])))
        report.holds(f"the place", after, "one of the town", best is not None)
        if best is None:
            continue
        for row, truth, model in zip(rows, best["truth"], best["model"]):
            report.number(f"truth of {row[1]}", row[2], truth)
            report.number(f"model on {row[1]}", row[3], model, noise=2e-5)
    mean = sum(r["divergence"] for r in results) / len(results)
    distance = sum(r["distance"] for r in results) / len(results)
    texts = [figure.description, *paragraphs(figure, page)]
    report.among("places", texts, len(results))
    report.among("mean divergence", texts, mean, noise=2e-4)
    report.among("mean share to be moved", texts, distance, noise=1e-4)
