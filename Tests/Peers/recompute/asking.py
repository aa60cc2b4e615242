"""Requests in many wordings: what the model answers to each, as it was typed and as it was recast."""

import functools
import re

from .checks import figure, paragraphs
from .shown import parsed


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
        # Either form may be answered with something else that is true of the same person.
        said = [answers(world, language, (text,))[0] for text in (recast, typed)]
        relations = [relation_of(recast, own, answer) for answer in said]
        relations = [r for n, r in enumerate(relations) if r is not None and r not in relations[:n]]
        report.holds("the answer", said[0], "is true", bool(relations))
        if not relations:
            continue

        def counted(relation):
            people = own[relation]
            first = people[0]["name"]
            forms = [tuple(text.replace(first, p["name"]) for p in people) for text in (typed, recast)]
            return len(people), [
                sum(a in p["accepted"] for a, p in zip(answers(world, language, asked), people)) for asked in forms]

        shown = [parsed(row[column].numbers()[0])[0] for column in (4, 5)]
        found = [counted(r) for r in relations]
        count, right = next((f for f in found if f[1] == shown), found[0])
        for column, own_right, form in ((4, right[0], "typed"), (5, right[1], "recast")):
            for cell, number, what in zip(row[column].numbers(), (own_right, count), ("right", "asked")):
                report.number(f"{what}, {form}: {typed}", cell, number)
        for kind, number in enumerate((count, *right)):
            totals[kind] += number
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
