"""Requests in many wordings: what the model answers to each, as it was typed and as it was recast."""

import functools
import re

from .checks import figure, paragraphs


@functools.cache
def facts(world, language):
    """Every fourth question of each relation as training asks it, with the name of the person."""
    truth = world.record("truth")
    found = {}
    for q in truth["questions"]:
        if q["language"] == language and q["phrasing"] == "seen":
            found.setdefault(q["relation"], []).append(q)
    return {
        relation: [{"name": q["subject"] if language == "en" else q["text"].split("さん")[0],
                    "accepted": [truth["answers"][n] for n in q["answers"]]} for q in some[::4]]
        for relation, some in found.items()}


def relation_of(text, own, answer):
    """The relation of which the answer tells the truth about the first person."""
    return next((r for r, some in own.items() if answer in some[0]["accepted"]), None)


@functools.cache
def answers(world, language, texts):
    prompts = [world.prompt(t, language) for t in texts]
    return [world.decode(ids).strip() for ids in world.single.greedy(prompts, limit=40)]


@figure("request-recasts")
def request_recasts(figure, page, world, report):
    own, language = facts(world, page.language), page.language
    totals = [0, 0, 0]
    for row in figure.table.rows:
        typed = str(row[0])
        if not row[4].numbers():
            continue
        recast = typed if str(row[3])[0] in "(（" else str(row[3])
        # The first request of each relation tells of the first of its people.
        answer = answers(world, language, (recast,))[0]
        relation = relation_of(recast, own, answer)
        report.holds("the answer", answer, "is true", relation is not None)
        if relation is None:
            continue
        people = own[relation]
        first = people[0]["name"]
        for column, text, kind in ((4, typed, 1), (5, recast, 2)):
            asked = tuple(text.replace(first, p["name"]) for p in people)
            right = sum(a in p["accepted"] for a, p in zip(answers(world, language, asked), people))
            for cell, count, what in zip(row[column].numbers(), (right, len(people)), ("right", "asked")):
                report.number(f"{what}, {'typed' if column == 4 else 'recast'}: {typed}", cell, count)
            totals[kind] += right
        totals[0] += len(people)
    texts = [figure.description]
    report.among("requests", texts, len(figure.table.rows))
    report.among("right as typed", texts, totals[1] / totals[0])
    report.among("right as recast", texts, totals[2] / totals[0])


KANA_AND_KANJI = re.compile("[぀-ヿ㐀-鿿々〆]")


@figure("language-scores")
def language_scores(figure, page, world, report):
    """The scores add up, and where a sentence mixes two scripts the letters tell what they are."""
    for row in figure.table.rows:
        scores = [float(n.lstrip("<>").rstrip("%")) for cell in row[2:] for n in cell.numbers()]
        report.holds(f"sum of {row[0]}", row[2], "100 %", abs(sum(scores) - 100) <= 0.2, loose=True)
        kana, latin = len(KANA_AND_KANJI.findall(row[0])), len(re.findall("[A-Za-z]", row[0]))
        if kana and latin:
            value = 2.5 * kana / (2.5 * kana + latin)
            report.number(f"Japanese in {row[0]}", row[3], value)
            report.among("worked out in the text", paragraphs(figure, page), value)
    report.among("sentences", [figure.description], len(figure.table.rows))
