"""Reads sums as they stand on a page and works them out, with what rounding may have taken from each number."""

import math
import re

from .shown import parsed

TOKEN = re.compile(
    r"\s*(?:(?P<number>\d[\d,]*(?:\.\d+)?(?:×10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+|e[−-]\d+)?%?)"
    r"|(?P<name>tanh|ln|√|e\^|e)|(?P<sign>[-−+×·÷/^()²³]))")


class Span:
    """A number that lies between two others."""

    def __init__(self, low, high=None):
        self.low, self.high = low, low if high is None else high

    @classmethod
    def read(cls, text, exact):
        value, unit = parsed(text)
        digits = len(re.sub(r"[^\d]", "", text.split("×")[0].split("e")[0]).lstrip("0"))
        # Short numbers such as 0.9 are meant as they stand, and so are whole ones.
        if exact or "." not in text or digits <= 2:
            return cls(value)
        return cls(value - unit / 2, value + unit / 2)

    def _of(self, pairs):
        return Span(min(pairs), max(pairs))

    def __add__(self, o):
        return Span(self.low + o.low, self.high + o.high)

    def __sub__(self, o):
        return Span(self.low - o.high, self.high - o.low)

    def __neg__(self):
        return Span(-self.high, -self.low)

    def __mul__(self, o):
        return self._of([a * b for a in (self.low, self.high) for b in (o.low, o.high)])

    def __truediv__(self, o):
        return self._of([a / b for a in (self.low, self.high) for b in (o.low, o.high)])

    def __pow__(self, o):
        return self._of([a**b for a in (self.low, self.high) for b in (o.low, o.high)])

    def map(self, function):
        return self._of([function(self.low), function(self.high)])


class Sum:
    """expression = term (± term)…, term = factor (×÷ factor)…, factor = −? atom (^ factor | ² | ³)"""

    def __init__(self, text, exact=False):
        self.exact, self.tokens, place = exact, [], 0
        text = text.rstrip()
        while place < len(text):
            match = TOKEN.match(text, place)
            if not match:
                raise ValueError(f"no sum: {text[place:place + 20]!r}")
            self.tokens.append((match.lastgroup, match.group(match.lastgroup)))
            place = match.end()
        self.place = 0

    @property
    def next(self):
        return self.tokens[self.place] if self.place < len(self.tokens) else (None, None)

    def take(self, *signs):
        if self.next[1] in signs:
            self.place += 1
            return self.tokens[self.place - 1][1]
        return None

    def value(self):
        result = self.expression()
        if self.next[0]:
            raise ValueError(f"left over: {self.next[1]}")
        return result

    def expression(self):
        result = self.term()
        while sign := self.take("+", "−", "-"):
            other = self.term()
            result = result + other if sign == "+" else result - other
        return result

    def term(self):
        result = self.factor()
        while sign := self.take("×", "·", "÷", "/"):
            other = self.factor()
            result = result * other if sign in "×·" else result / other
        return result

    def factor(self):
        if self.take("−", "-"):
            return -self.factor()
        result = self.atom()
        while True:
            if self.take("²"):
                result = result ** Span(2)
            elif self.take("³"):
                result = result ** Span(3)
            elif self.take("^"):
                result = result ** self.factor()
            else:
                return result

    def atom(self):
        kind, text = self.next
        self.place += 1
        if kind == "number":
            return Span.read(text, self.exact)
        if text == "(":
            result = self.expression()
            if not self.take(")"):
                raise ValueError("a parenthesis is open")
            return result
        if text == "e^":
            return self.factor().map(math.exp)
        if text == "e":
            return Span(math.e)
        if text in ("ln", "√", "tanh"):
            return self.atom().map({"ln": math.log, "√": math.sqrt, "tanh": math.tanh}[text])
        raise ValueError(f"not expected: {text}")


def without_words(text):
    """The sum without what is written around it, such as a unit."""
    return re.sub(r"[^\d)⁰¹²³⁴⁵⁶⁷⁸⁹%]+$", "", re.split(r"[、，]|,(?!\d)", text)[0])


def sides(formula):
    """The sums on both sides of each sign of equality."""
    return [s for s in re.split(r"[=≈]", formula)]


def rounded(value, digits):
    """To so many digits, halves away from zero."""
    if value == 0:
        return 0.0
    exponent = math.floor(math.log10(abs(value))) - digits + 1
    scaled = abs(value) / 10.0**exponent
    return math.copysign(math.floor(scaled + 0.5 + 1e-9) * 10.0**exponent, value)
