"""What the program for use says: the same numbers, and a text that is drawn again, die by die."""

import functools
import math

import numpy as np

from .checks import figure, paragraphs
from .dice import Xoshiro
from .world import integers, order


@figure("same-numbers")
def same_numbers(figure, page, world, report):
    inference = world.record("inference")
    inference = next((e for e in inference.get("elsewhere") or [] if e["language"] == page.language), inference)
    prompt = inference["prompt"]
    report.holds("the prompt", prompt, "stands there", prompt in figure.description)
    ids = world.encode(prompt)
    ids = next(([o] + ids for o in (world.special["<|en|>"], world.special["<|ja|>"])
                if [o] + ids == [t["id"] for t in inference["tokens"]]), None)
    report.holds("its tokens", len(inference["tokens"]), ids and len(ids), ids is not None)
    if ids is None:
        return
    logits = world.model.logits(ids)[-1]
    for place, (row, id) in enumerate(zip(figure.table.rows, order(logits.tolist()))):
        report.text(f"rank {place + 1}", row[0], world.shown(id))
        # 32 bits carry the fifth place after the point only roughly.
        for column in (1, 2):
            report.number(f"logit of {row[0]}, {column}", row[column], float(logits[id]), noise=1e-5)


class Drawn:
    """The text that was drawn, drawn again: the same seed, the same cut, the logits of PyTorch."""

    def __init__(self, world, language):
        run = next(a for a in world.record("usage")["answers"]
                   if a["language"] == language and a["temperature"] > 0)
        self.prompt, self.temperature, self.top_p = run["prompt"], run["temperature"], run["topP"]
        self.top_k = run["topK"]
        ids = world.prompt(self.prompt, language, "continuation")
        dice = Xoshiro(run["seed"])
        self.steps, self.text = [], []
        for _ in range(len(run["choices"])):
            logits = world.model.logits(ids)[-1].numpy()
            step = self.choose(logits, dice.uniform())
            self.steps.append(step)
            if step["chosen"] == world.special["<|end|>"]:
                break
            self.text.append(step["chosen"])
            ids = ids + [step["chosen"]]

    def choose(self, logits, draw):
        ranked = np.array(order(logits.tolist()))
        plain = softmax(logits)
        shares = softmax(logits / self.temperature)[ranked]
        limit = self.top_k or len(shares)
        shares[limit:] = 0
        sums = np.cumsum(shares)
        count = int(np.searchsorted(sums, self.top_p * sums[-1])) + 1 if self.top_p < 1 else limit
        kept = shares[:count] / sums[count - 1]
        place = min(int(np.searchsorted(np.cumsum(kept), draw, side="right")), count - 1)
        return {
            "ranked": ranked, "logits": logits, "plain": plain, "kept": kept, "count": count,
            "draw": draw, "place": place, "chosen": int(ranked[place]),
            "start": float(kept[:place].sum()),
            "entropy": float(-(plain[plain > 0] * np.log(plain[plain > 0])).sum()),
        }


def softmax(values):
    powers = np.exp(values - values.max())
    return powers / powers.sum()


@functools.cache
def drawn(world, language):
    return Drawn(world, language)


@figure("choice-film")
def choice_film(figure, page, world, report):
    d = drawn(world, page.language)
    for row in figure.table.rows:
        number = integers(row[0])[0]
        step = d.steps[number - 1]
        chosen, ranked = step["chosen"], step["ranked"]
        second = next(int(i) for i in ranked if i != chosen)
        report.text(f"choice {number}", row[1], world.shown(chosen))
        report.number(f"probability of choice {number}", row[2], float(step["plain"][chosen]))
        name = world.shown(second)
        report.holds(f"second of choice {number}", row[3], name, row[3].startswith(name))
        report.number(f"its probability, {number}", row[3].numbers()[-1], float(step["plain"][second]))
        report.number(f"entropy of choice {number}", row[4], step["entropy"])


@figure("choices")
def choices(figure, page, world, report):
    d = drawn(world, page.language)
    number = integers(figure.description)[0]
    step = d.steps[number - 1]
    for place, row in enumerate(figure.table.rows):
        id = int(step["ranked"][place]) if place < len(figure.table.rows) else None
        if world.shown(id) != row[0]:
            id = step["chosen"]
        where = int(np.flatnonzero(step["ranked"] == id)[0])
        kept = float(step["kept"][where]) if where < step["count"] else 0.0
        report.text(f"candidate {place + 1}", row[0], world.shown(id))
        report.number(f"logit of {row[0]}", row[1], float(step["logits"][id]))
        # Behind it what the settings made of it, where they change it.
        if len(row) == 6:
            report.number(f"scaled logit of {row[0]}", row[2], float(step["logits"][id]) / d.temperature)
        report.number(f"probability of {row[0]}", row[-3], float(step["plain"][id]))
        if kept:
            report.number(f"after the cut, {row[0]}", row[-2], kept)
    report.holds("the token that was drawn", figure.description, world.shown(step["chosen"]),
                 world.shown(step["chosen"]) in figure.description)
    report.among("its probability", [figure.description], float(step["plain"][step["chosen"]]))
    report.among("candidates above the cut", [figure.description], step["count"])
    # A lesson tells of the choice in another section than the one that shows it.
    texts = [e.text for section in page.sections() for e in page.prose(section)]
    first, second = (float(step["logits"][i]) for i in step["ranked"][:2])
    report.among("first logit", texts, first)
    report.among("temperature", texts, d.temperature, noise=1e-6)
    report.among("top-p", texts, d.top_p, noise=1e-6)
    if "/lessons/" in page.name:
        report.among("first logit, scaled", texts, first / d.temperature)
        report.among("candidates that stay, in the text", texts, step["count"])
        return
    report.among("second logit", texts, second)
    # What stands beside two shown numbers follows from them as they are shown.
    report.among("difference of the two", texts, round(first, 3) - round(second, 3))
    ratio = math.exp(first - second)
    report.among("ratio of the two", texts, round(ratio) if ratio >= 100 else ratio)
    report.among("the draw", texts, step["draw"])
    report.among("where its stretch begins", texts, step["start"])
    report.among("where its stretch ends", texts, step["start"] + float(step["kept"][step["place"]]))


@figure("postprocessing")
def postprocessing(figure, page, world, report):
    d = drawn(world, page.language)
    raw = world.decode(d.text).replace("\n", "↵").strip(" ")
    shown = str(figure.table.rows[0][1]).replace("\n", "↵")
    report.holds("the text as it was drawn", shown[-40:], raw[-40:], shown.strip() == raw.strip())
