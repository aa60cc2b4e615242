"""Numbers as they are shown, and whether a recomputed one would be shown so."""

import math

RAISED = str.maketrans("⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "-0123456789")


def parsed(shown):
    """The number, and one unit of the last digit that is shown."""
    text = shown.strip().lstrip("<>").replace("−", "-").replace(",", "")
    scale = 1.0
    if text.endswith("%"):
        text, scale = text[:-1], 0.01
    exponent = 0
    if "×10" in text:
        text, power = text.split("×10")
        exponent = int(power.translate(RAISED))
    elif "e" in text:
        text, power = text.split("e")
        exponent = int(power)
    places = len(text.split(".")[1]) if "." in text else 0
    unit = scale * 10.0 ** (exponent - places)
    return float(text) * scale * 10.0**exponent, unit


def agrees(shown, value, noise=None, unit=None):
    """Whether the value, rounded, is what is shown.

    `noise` allows for programs that round after each operation; `unit` stands for a last digit that the
    text does not tell, as in a count that is shown in thousands.
    """
    if value is None or math.isnan(value):
        return False
    if noise is None:
        noise = 0 if isinstance(value, int) else 1e-6 * abs(value) + 1e-9
    number, own = parsed(shown)
    half = (unit or own) / 2
    # As in <0.1% and >99.9%: rounding would hide that it is not nothing, or not the whole.
    if shown.startswith("<"):
        return abs(number - own) < own / 10 and 0 < value <= half + noise
    if shown.startswith(">"):
        return abs(number - (1 - own)) < own / 10 and value >= number + half - noise
    return abs(value - number) <= half * (1 + 1e-9) + noise


def written(shown, value):
    """The recomputed number with two digits more than the shown one has."""
    if value is None:
        return "–"
    if isinstance(value, int):
        return f"{value:,}"
    _, unit = parsed(shown)
    if shown.endswith("%"):
        return f"{value * 100:.{max(0, 2 - round(math.log10(unit * 100)))}f}%"
    places = 2 - round(math.log10(unit))
    if places > 9 or abs(value) >= 1e7:
        return f"{value:.8g}"
    return f"{value:.{max(0, places)}f}"
