"""A recorded answer as pages show it, and the address that asks the live page for it."""

import urllib.parse


def fixed(value: float, places: int) -> str:
    """A number as pages show it."""
    scaled = int(abs(value) * 10**places + 0.5)
    whole, rest = divmod(scaled, 10**places)
    return ("−" if value < 0 and scaled > 0 else "") + f"{whole:,}.{rest:0{places}}"


def percent(share: float, places: int = 2) -> str:
    least = 100.0 * 10**places
    if 0 < share and share * least < 0.5:
        return f"<{fixed(100 / least, places)}%"
    if share < 1 and share * least > least - 0.5:
        return f">{fixed(100 - 100 / least, places)}%"
    return fixed(share * 100, places) + "%"


def shown(token: dict) -> str:
    """A token as pages show it."""
    text = token["text"]
    if text.startswith("<|") and text.endswith("|>") or token.get("bytes") not in (None, list(text.encode())):
        return text
    return text.translate({0x20: "␣", 0xA0: "⍽", 0x3000: "□", 0x0A: "↵", 0x09: "⇥"})


def address(**settings: object) -> str:
    return "#" + urllib.parse.urlencode({key: value for key, value in settings.items() if value is not None}, doseq=True)


def settings(answer: dict) -> dict:
    """What an address asks for, to get a recorded answer again."""
    drawn = answer["temperature"] > 0
    return {
        "q": answer["steps"], "kind": answer["kind"], "t": fixed(answer["temperature"], 3) if drawn else None,
        "k": answer["topK"] or None if drawn else None, "p": fixed(answer["topP"], 3) if drawn and answer["topP"] < 1 else None,
        "seed": answer["seed"], "n": len(answer["choices"]),
    }


def prepared(answer: dict) -> dict:
    """The answer with the text that the model was given, normalized and recast."""
    text = answer["prompt"]
    for step in answer["preprocessing"]:
        if step["name"] in ("normalization", "recast", "cut"):
            text = step["after"]
    return {**answer, "steps": text}
