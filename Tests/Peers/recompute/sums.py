"""Every formula on every page is worked out, and every line of the model that is learned by hand."""

import functools
import re

import torch

from .arithmetic import Span, Sum, rounded, sides, without_words
from .checks import figure, page
from .page import Text
from .shown import agrees, parsed


@page("formulas")
def formulas(page, world, report):
    for formula in page.formulas():
        parts = cut_at_signs(formula)
        for left, right in zip(parts, parts[1:]):
            value = Sum(without_words(left)).value()
            shown = right.trimmed()
            if not re.fullmatch(r"[−-]?[\d,.]+(×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)?%?", without_words(shown)):
                # Another sum: both must come to the same.
                other = Sum(without_words(shown)).value()
                report.holds(left.strip(), shown, f"{value.low:.7g} to {value.high:.7g}",
                             other.low <= value.high * (1 + 1e-9) + 1e-12 and value.low <= other.high * (1 + 1e-9) + 1e-12)
                continue
            number = Text.numbers(shown)[0]
            result, unit = parsed(number)
            same = value.low - unit / 2 - 1e-9 <= result <= value.high + unit / 2 + 1e-9
            report.holds(left.strip(), number, f"{value.low:.8g} to {value.high:.8g}", same,
                         loose=value.high - value.low > unit / 2)


def cut_at_signs(text):
    parts, start = [], 0
    for match in re.finditer("[=≈]", text):
        parts.append(text.cut(start, match.start()))
        start = match.end()
    return [*parts, text.cut(start, len(text))]


# The model that is learned with a pocket calculator

@functools.cache
def by_hand(world, language):
    """The weights as the page gives them, and their slopes by PyTorch."""
    weights = {}
    for row in world.figure(language, "by-hand-weights").table.rows:
        rows = [[parsed(n)[0] for n in Text.numbers(part)] for part in cut_rows(row[1])]
        value = torch.tensor(rows, dtype=torch.float64)
        weights[str(row[0])] = (value if len(rows) > 1 else value[0]).requires_grad_()
    return weights


def cut_rows(text):
    parts, start = [], 0
    for match in re.finditer(";", text):
        parts.append(text.cut(start, match.start()))
        start = match.end()
    return [*parts, text.cut(start, len(text))]


def hand_loss(w):
    """a b → c: the loss of the second place."""
    def norm(x, name):
        mean = x.mean(-1, keepdim=True)
        return (x - mean) / ((x - mean).pow(2).mean(-1, keepdim=True) + 1e-5).sqrt() * w["γ" + name] + w["β" + name]
    x = w["E"][:2] + w["P"]
    n = norm(x, "1")
    q, k, v = (n @ w["W" + s] + w["b" + s] for s in "qkv")
    pattern = (q[1] @ k.T / 2**0.5).softmax(-1)
    y = x[1] + (pattern @ v) @ w["Wo"] + w["bo"]
    hidden = torch.nn.functional.gelu(norm(y, "2") @ w["W1"] + w["b1"], approximate="tanh")
    r = y + hidden @ w["W2"] + w["b2"]
    logits = norm(r, "f") @ w["E"].T
    return -logits.log_softmax(-1)[2]


@functools.cache
def hand_slopes(world, language):
    w = by_hand(world, language)
    loss = hand_loss(w)
    names = list(w)
    return loss.item(), dict(zip(names, torch.autograd.grad(loss, [w[n] for n in names])))


@page("pocket-calculator")
def pocket_calculator(page, world, report):
    """Each line is worked out from the numbers that stand in it, and must give what stands behind it."""
    for figure in page.figures:
        if not figure.id.startswith("by-hand-") or figure.id == "by-hand-weights":
            continue
        # A table for each frame.
        for row in (row for table in figure.tables for row in table.rows):
            if len(row) != 2 or " = " not in row[0]:
                continue
            start = row[0].index(" = ") + 3
            result = row[1].numbers()
            if not result:
                continue
            value = Sum(row[0][start:], exact=True).value().low
            value = rounded(value, 4)
            # What cancels is 0, whatever the last bits say.
            report.number(f"{figure.id}: {row[0][:start - 3]}", result[0], value if abs(value) > 1e-12 else 0.0,
                          noise=1e-9 * abs(value))


NAMES = re.compile(r"^(∂?)([A-Za-zγβ][\wγβ]*)\[(?:([abc])|(\d))(?:,(\d))?\]$")


@page("slopes-by-hand")
def slopes_by_hand(page, world, report):
    """The slopes and the new weights of the lines, beside those of PyTorch, which does not round."""
    figures = {f.id: f for f in page.figures if f.id.startswith("by-hand-")}
    if "by-hand-step" not in figures:
        return
    loss, slopes = hand_slopes(world, page.language)
    weights = by_hand(world, page.language)
    last = {}
    for figure in figures.values():
        for row in (row for table in figure.tables for row in table.rows):
            if len(row) == 2 and row[1].numbers():
                last[str(row[0]).split(" = ")[0].strip()] = row[1].numbers()[0]
    after = {n: w.detach().clone() for n, w in weights.items()}
    for name, shown in last.items():
        match = NAMES.match(name)
        if not match or match.group(2) not in weights:
            continue
        sign, tensor, letter, first, second = match.groups()
        place = [("abc".index(letter) if letter else int(first) - 1)] + ([int(second) - 1] if second else [])
        slope, weight = slopes[tensor], weights[tensor]
        for p in place:
            slope, weight = slope[p], weight[p]
        if sign:
            # Four digits in each of three hundred lines leave about two in a hundred at the end.
            report.number(f"slope of {name[1:]}", shown, float(slope), noise=0.02 * abs(float(slope)) + 3e-5)
        else:
            moved = parsed(shown)[0]
            decay = 0.1 if tensor in ("E", "P") or tensor.startswith("W") else 0.0
            g = float(slope)
            old = weight.item()
            new = old - 0.002 * ((g / (abs(g) + 1e-8) if abs(g) > 1e-6 else 0.0) + decay * old)
            report.number(f"new {name}", shown, new, noise=1e-6)
            target = after[tensor]
            for p in place[:-1]:
                target = target[p]
            target[place[-1]] = moved
    texts = [e.text for e in page.prose(page.main)]
    report.among("loss", texts, loss, noise=1e-6)
    report.among("weights", texts, sum(w.numel() for w in weights.values()))
    with torch.no_grad():
        report.among("loss after the step", texts, hand_loss(after).item(), noise=2e-5)
