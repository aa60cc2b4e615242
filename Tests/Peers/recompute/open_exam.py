"""The open exam sat again: answers, how sure each is, the threshold, and what becomes of every question."""

import functools

from .checks import figure, paragraphs
from .shown import parsed

KINDS = ("known", "stranger", "untold", "trueClaim", "falseClaim", "reverse", "two")


def answered(world, prompts):
    """Greedy answers, and the probability of each token that was written, the end token included."""
    found = []
    for ids, answer in zip(prompts, world.single.greedy(prompts)):
        written = answer + [world.special["<|end|>"]]
        shares = world.model.logits(ids + answer)[len(ids) - 1 :].softmax(-1)
        found.append((world.decode(answer).strip(), [float(shares[n, t]) for n, t in enumerate(written)]))
    return found


@functools.cache
def sat(world):
    """Every question with the model's answer; what is right comes from the truth, not from the verdict."""
    truth = world.record("truth")["answers"]
    questions = world.record("exam")["results"]
    prompts = [world.prompt(q["question"], q["language"]) for q in questions]
    results, counts = [], {}
    for q, (answer, shares) in zip(questions, answered(world, prompts)):
        key = q["language"], q["kind"]
        counts[key] = counts.get(key, 0) + 1
        right = answer in [truth[n] for n in q["accepted"]] or bool(q["mentions"]) and all(
            word in answer for word in q["mentions"])
        results.append({
            "question": q["question"], "language": q["language"], "kind": q["kind"], "answer": answer,
            "right": right, "shares": shares,
            # Every second question of what was taught and about nobody is there for choosing.
            "choosing": q["kind"] in ("known", "stranger") and counts[key] % 2 == 1})
    count, threshold = chosen_rule([r for r in results if r["choosing"]])
    for result in results:
        result["sure"] = min(result["shares"][:count], default=0.0)
    return results, count, threshold


def chosen_rule(results):
    """How many first tokens are looked at, and the threshold, with the fewest mistakes; None for no threshold."""
    best = None
    for count in range(1, 5):
        judged = sorted((min(r["shares"][:count]), r["right"]) for r in results)
        mistakes = sum(not right for _, right in judged)
        found, gap = (mistakes, None), 0.0
        for place, (sure, right) in enumerate(judged):
            mistakes += 1 if right else -1
            room = (judged[place + 1][0] if place + 1 < len(judged) else 1.0) - sure
            if room > 0 and (mistakes < found[0] or (
                    mistakes == found[0] and found[1] is not None and room > gap)):
                found, gap = (mistakes, sure + room / 2), room
        if found[1] is not None and (best is None or found[0] < best[0]):
            best = found[0], count, found[1]
    return best[1:] if best else (1, None)


def judged(world, language, kind=None):
    """The questions on which nothing was chosen."""
    return [r for r in sat(world)[0] if r["language"] == language and not r["choosing"]
            and kind in (None, r["kind"])]


def outcome(results, threshold):
    """Right, held back, made up."""
    given = [r for r in results if r["sure"] >= (threshold or 0.0)]
    right = sum(r["right"] for r in given)
    return right, len(results) - len(given), len(given) - right


def kinds(world, language):
    return [k for k in KINDS if judged(world, language, k)]


@figure("exam-outcomes")
def exam_outcomes(figure, page, world, report):
    threshold = sat(world)[2]
    asked = kinds(world, page.language)
    report.holds("a row for each kind", len(figure.table.rows), len(asked), len(figure.table.rows) == len(asked))
    for kind, row in zip(asked, figure.table.rows):
        own = judged(world, page.language, kind)
        report.text(f"the first question, {kind}", row[1], own[0]["question"])
        report.number(f"asked, {kind}", row[2], len(own))
        for cell, count, what in zip(row[3:], outcome(own, threshold), ("right", "held back", "made up")):
            report.number(f"{what}, {kind}", cell, count)
    texts = [figure.description]
    every = judged(world, page.language)
    taught = judged(world, page.language, "known")
    report.among("questions", texts, len(every))
    report.among("right as taught", texts, outcome(taught, threshold)[0])
    if threshold is not None:
        report.among("threshold", texts, threshold, noise=1e-5)
    texts = paragraphs(figure, page)
    for kind, places in (("known", (0,)), ("stranger", (1, 2)), ("reverse", (0,))):
        own = judged(world, page.language, kind)
        report.among(f"asked, {kind}", texts, len(own))
        for place in places:
            report.among(f"{kind}, {place}", texts, outcome(own, threshold)[place])


@figure("exam-confidence")
def exam_confidence(figure, page, world, report):
    for kind, row in zip(kinds(world, page.language), figure.table.rows):
        sure = sorted(r["sure"] for r in judged(world, page.language, kind))
        # The value that half of the others exceed: of two in the middle the lower one.
        middle = sure[(len(sure) - 1) // 2]
        for cell, value, what in zip(row[1:], (sure[0], middle, sure[-1]), ("least", "middle", "surest")):
            report.number(f"{what}, {kind}", cell, value, noise=1e-5)
        if kind in ("known", "stranger"):
            report.among(f"half of them surer than, {kind}", [figure.description], middle, noise=1e-5)


def fifths(results):
    """Answers by how sure the model was: the fifth, how many, how sure and how right on average."""
    for fifth in range(5):
        inside = [r for r in results if min(4, int(r["sure"] * 5)) == fifth]
        if inside:
            yield (fifth, len(inside), sum(r["sure"] for r in inside) / len(inside),
                   sum(r["right"] for r in inside) / len(inside))


@figure("exam-calibration")
def exam_calibration(figure, page, world, report):
    rows, furthest = iter(figure.table.rows), None
    for kind in kinds(world, page.language):
        own = judged(world, page.language, kind)
        for fifth, count, sure, right in fifths(own):
            row = next(rows)
            name = f"{kind}, fifth {fifth + 1}"
            for cell, value, what in zip(row[1].numbers(), (fifth / 5, fifth / 5 + 0.2), ("from", "to")):
                report.number(f"{what}, {name}", cell, value)
            report.number(f"questions, {name}", row[2], count)
            report.number(f"mean confidence, {name}", row[3], sure, noise=1e-5)
            report.number(f"right, {name}", row[4], right)
        sure, right = (sum(r[key] for r in own) / len(own) for key in ("sure", "right"))
        if furthest is None or abs(sure - right) > furthest[0]:
            furthest = abs(sure - right), len(own), sure, right
    report.holds("rows", len(figure.table.rows), "as many", next(rows, None) is None)
    texts = [figure.description]
    report.among("questions of the kind that is furthest from it", texts, furthest[1])
    report.among("its confidence", texts, furthest[2], noise=1e-5)
    report.among("its right answers", texts, furthest[3])


@figure("exam-threshold")
def exam_threshold(figure, page, world, report):
    own = judged(world, page.language)
    for row in figure.table.rows:
        at = parsed(row[0])[0]
        for cell, count, what in zip(row[1:], outcome(own, at), ("right", "held back", "made up")):
            report.number(f"{what} at {row[0]}", cell, count)
    threshold = sat(world)[2]
    texts = [figure.description]
    for what, count in zip(("right", "", "made up"), outcome(own, 0.0)):
        if what:
            report.among(f"{what} if all are given", texts, count)
    if threshold is None:
        return
    report.among("threshold", texts, threshold, noise=1e-5)
    for what, count in zip(("right", "held back", "made up"), outcome(own, threshold)):
        report.among(f"{what} with the threshold", texts, count)
    texts = paragraphs(figure, page)
    report.among("threshold in the text", texts, threshold, noise=1e-5)
    for what, count in (("asked", len(own)), ("made up", outcome(own, 0.0)[2]),
                        ("still made up", outcome(own, threshold)[2]),
                        ("right ones held back", sum(r["right"] and r["sure"] < threshold for r in own))):
        if count:
            report.among(f"{what}, in the text", texts, count)


@figure("exam-thresholds")
def exam_thresholds(figure, page, world, report):
    asked, hold = kinds(world, page.language), sat(world)[2]
    places = sorted({n / 10 for n in range(10)} | {0.95, 0.99} | ({hold} if hold is not None else set()))
    expected = [(kind, at) for kind in asked for at in places]
    report.holds("rows", len(figure.table.rows), len(expected), len(figure.table.rows) == len(expected))
    for (kind, at), row in zip(expected, figure.table.rows):
        report.number(f"threshold, {kind}", row[1], float(at))
        own = judged(world, page.language, kind)
        for cell, count, what in zip(row[2:], outcome(own, at), ("right", "held back", "made up")):
            report.number(f"{what} at {at}, {kind}", cell, count)
    if hold is not None:
        report.among("threshold", [figure.description], hold, noise=1e-5)


def examples(results):
    """The surest wrong answer and the least sure one; where none is wrong, the surest right one."""
    wrong = [r for r in results if not r["right"]]
    if not wrong:
        return [max(results, key=lambda r: r["sure"])]
    surest, least = max(wrong, key=lambda r: r["sure"]), min(wrong, key=lambda r: r["sure"])
    return [surest] if surest is least else [surest, least]


def in_script(text, language):
    letters = [c for c in text if c.isalpha()]
    return bool(letters) and all((ord(c) < 0x250) == (language == "en") for c in letters)


@figure("exam-answers")
def exam_answers(figure, page, world, report):
    expected = [e for k in kinds(world, page.language) for e in examples(judged(world, page.language, k))]
    report.holds("rows", len(figure.table.rows), len(expected), len(figure.table.rows) == len(expected))
    threshold = sat(world)[2] or 0.0
    verdicts = {}
    for result, row in zip(expected, figure.table.rows):
        report.text("the question", row[1], result["question"])
        report.text(f"answer to {row[1]}", row[2], "↵".join(result["answer"].split("\n")))
        report.number(f"confidence of {row[1]}", row[3], result["sure"], noise=1e-5)
        verdict = "held" if result["sure"] < threshold else result["right"]
        # Each verdict has one name, and each name is one verdict.
        name = verdicts.setdefault(verdict, str(row[4]))
        report.text(f"what became of {row[1]}", row[4], name)
    report.holds("names of the verdicts", len(set(verdicts.values())), len(verdicts),
                 len(set(verdicts.values())) == len(verdicts))
    some = [r for r in judged(world, page.language, "stranger") if r["answer"]]
    # The first one that is answered in the language of the page.
    stranger = next((r for r in some if in_script(r["answer"], page.language)), some[0])
    prose = [e.text for s in page.sections() for e in page.prose(s)]
    report.holds("the question about nobody", stranger["question"], "stands there",
                 any(stranger["question"] in t for t in prose))
    quotes = [t.trimmed() for t in prose]
    said = next((t for t in quotes if t == stranger["answer"]), None)
    report.holds("the answer about nobody", said, stranger["answer"], said is not None)
    wrong = [r for r in judged(world, page.language) if not r["right"] and r["answer"]]
    surest = max(wrong, key=lambda r: r["sure"])
    if surest["sure"] >= threshold:
        said = next((t for t in quotes if t == surest["answer"]), None)
        report.holds("the surest wrong answer", said, surest["answer"], said is not None)
        report.among("its confidence", quotes, surest["sure"], noise=1e-5)
