"""The causal map made again: every question asked without one part of the model after the other."""

import functools

from .checks import figure, paragraphs
from .inside import removals


@functools.cache
def wrong_without(world, removal):
    """Answers to all questions without a part, and the places of those that are wrong."""
    truth = world.record("truth")
    model = world.single if removal is None else world.single.without(*removal)
    prompts = [world.prompt(q["text"], q["language"]) for q in truth["questions"]]
    answers = [world.decode(ids).strip() for ids in model.greedy(prompts)]
    wrong = {n for n, (q, answer) in enumerate(zip(truth["questions"], answers))
             if answer not in [truth["answers"][place] for place in q["answers"]]}
    return answers, wrong


@functools.cache
def broken(world):
    """For each part the questions that the whole model answers rightly and the damaged one does not."""
    whole = wrong_without(world, None)[1]
    return {removal: wrong_without(world, removal)[1] - whole for removal in removals(world)}


def order_of_relations(world):
    questions = world.record("truth")["questions"]
    found = []
    # Those seen in training are asked first.
    for phrasing in ("seen", "heldOutPhrasing", "heldOutCombination"):
        for q in questions:
            if q["phrasing"] == phrasing and q["relation"] not in found:
                found.append(q["relation"])
    return found


@figure("causal-map")
def causal_map(figure, page, world, report):
    questions = world.record("truth")["questions"]
    right = set(range(len(questions))) - wrong_without(world, None)[1]
    relations, map = order_of_relations(world), broken(world)
    rows = iter(figure.table.rows)
    for removal in removals(world):
        for language in ("en", "ja"):
            row = next(rows)
            name = f"{row[0]}, {language}"
            own = {n for n in right if questions[n]["language"] == language}
            lost = map[removal] & own
            for cell, count, what in zip(row[2].numbers(), (len(lost), len(own)), ("lost", "of")):
                report.number(f"{what} without {name}", cell, count)
            for cell, relation in zip(row[3:], relations):
                some = {n for n in own if questions[n]["relation"] == relation}
                report.number(f"{relation} without {name}", cell, len(lost & some) / len(some))
    report.holds("rows", len(figure.table.rows), "as many", next(rows, None) is None)
    texts = [figure.description]
    # Of several the first is told of.
    most = max(map, key=lambda r: len(map[r]))
    heads = {r: len(map[r]) for r in map if r[2] is not None}
    needed, idle = max(heads, key=heads.get), min(heads, key=heads.get)
    for what, count in (("right answers", len(right)), ("lost without the part that is missed most", len(map[most])),
                        ("lost without the head that is missed most", heads[needed]),
                        ("lost without the head that is missed least", heads[idle])):
        report.among(what, texts, count)
    for layer, _, head in (needed, idle):
        said = f"L{layer}H{head}"
        report.holds("the head", figure.description, said, said in figure.description)
    first = min(n for n in map[needed] if questions[n]["language"] == page.language)
    for what, text in (("the question", questions[first]["text"]), ("the answer", wrong_without(world, needed)[0][first])):
        report.holds(f"{what} of the damaged model", figure.description, text, text in figure.description)
    if "/lessons/" not in page.name:
        return
    texts = paragraphs(figure, page)
    for what, count in (("right answers", len(right)), ("the most that is lost", len(map[most])),
                        ("lost without the head", heads[needed]), ("lost without the idle head", heads[idle])):
        report.among(f"{what}, in the text", texts, count)
