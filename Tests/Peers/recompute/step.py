"""One step: what follows from the logits and the probabilities of a batch, before and after it.

The model of that step was not kept, so its logits and its probabilities for the tokens that came are read from the
recording; everything that is made of them is computed here.
"""

import math

from .checks import figure, paragraphs
from .world import order


def surprises(text, when):
    return [-math.log(p) for p in text[when]]


class Step:
    """The most surprising token of the batch in a language, and the batch."""

    def __init__(self, world, language):
        record = world.record("algorithm")
        self.batch = record["batch"]
        texts = self.batch["texts"]
        worst = None
        for number, text in enumerate(texts):
            # Padding has no language, and every text is of one.
            if text.get("language") != language:
                continue
            for place, nats in enumerate(surprises(text, "before")):
                if worst is None or nats > worst[0]:
                    worst = nats, number, place
        _, number, self.place = worst
        self.text = texts[number]
        self.before, self.after = self.text["before"][self.place], self.text["after"][self.place]
        ids = [t["id"] for t in self.text["tokens"]]
        self.given, self.target = ids[: self.place + 1], ids[self.place + 1]
        pairs = [p for t in texts for p in zip(t["before"], t["after"])]
        self.count = len(pairs)
        self.likelier = sum(after > before for before, after in pairs)
        self.losses = [sum(n for t in texts for n in surprises(t, when)) / self.count for when in ("before", "after")]
        own = next(e for e in (record["example"], record["exampleInOtherLanguage"])
                   if e["target"]["id"] == self.target and e["place"] == self.place)
        self.logits = {c["token"]["id"]: c["logit"] for c in own["candidates"]}
        best = max(own["candidates"], key=lambda c: c["logit"])
        self.favorite, self.favorite_share = best["token"]["id"], best["probability"]
        self.shares_after = dict(zip(self.logits, own["candidatesAfter"]))

    def shares(self):
        """Softmax of the logits that are known; one probability says how much all tokens have together."""
        known = {self.favorite: self.favorite_share} if self.target not in self.logits else {self.target: self.before}
        (id, share), = known.items()
        total = math.exp(self.logits[id]) / share
        return {id: math.exp(logit) / total for id, logit in self.logits.items()}


@figure("loss-example")
def loss_example(figure, page, world, report):
    step = Step(world, page.language)
    before = step.shares()
    ids = list(step.logits)
    ranked = [ids[n] for n in order([step.logits[i] for i in ids])]
    for row, id in zip(figure.table.rows, ranked):
        report.text("candidate", row[0], world.shown(id))
        report.number(f"id of {row[0]}", row[1], id)
        report.number(f"logit of {row[0]}", row[2], step.logits[id])
        report.number(f"probability of {row[0]}", row[3], before[id], noise=1e-5 * before[id])
    given = "".join(world.shown(i) for i in step.given)
    report.holds("what stood before", figure.description, given[-24:], given[-24:] in figure.description)
    texts = [figure.description]
    report.among("probability of what came", texts, step.before)
    report.among("loss", texts, -math.log(step.before))
    report.among("predictions in the batch", texts, step.count)
    texts = paragraphs(figure, page)
    for what, value in (("probability of what came", step.before), ("loss", -math.log(step.before)),
                        ("probability of the favorite", before[ranked[0]]),
                        ("mean of the batch", step.losses[0])):
        report.among(f"{what}, in the text", texts, value, noise=1e-5)
    report.among("predictions, in the text", texts, step.count)


@figure("after-the-step")
def after_the_step(figure, page, world, report):
    step = Step(world, page.language)
    before, after = step.shares(), step.shares_after
    # Of the other tokens after the step only the probability is known.
    whole = sum(after.values()) + (0 if step.target in after else step.after)
    report.holds("sum of the probabilities after", f"{whole:.6f}", "at most 1", whole <= 1 + 1e-6)
    if step.target in after:
        after = {**after, step.target: step.after}
    ids = list(step.logits)
    for row, id in zip(figure.table.rows, [ids[n] for n in order([step.logits[i] for i in ids])]):
        report.text("candidate", row[0], world.shown(id))
        report.number(f"{row[0]} before", row[1], before[id], noise=1e-5 * before[id])
        report.number(f"{row[0]} after", row[2], after[id], noise=1e-5 * after[id])
    for texts in ([figure.description], paragraphs(figure, page)):
        for what, value in (("probability before", step.before), ("probability after", step.after),
                            ("loss of the batch before", step.losses[0]), ("after", step.losses[1])):
            report.among(what, texts, value, noise=1e-6)
    report.among("surprise before", texts, -math.log(step.before))
    report.among("surprise after", texts, -math.log(step.after))
    report.among("predictions", texts, step.count)
    report.among("that became likelier", texts, step.likelier)
