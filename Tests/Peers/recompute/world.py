"""What the recomputation starts from: the saved model, the texts, and the few things that only the run knows."""

import functools
import json
import re

import numpy as np
from tokenizers import Tokenizer

from .dice import first_weights
from .model import Judged, Model, read_safetensors

ROLES = {"question": "<|question|>", "answer": "<|answer|>", "story": "<|story|>",
         "summary": "<|summary|>", "en": "<|en|>", "ja": "<|ja|>"}
BYTES = None


def byte_letters():
    """GPT-2's letters for bytes, as they stand in tokenizer.json."""
    global BYTES
    if BYTES is None:
        plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
        letters = {b: chr(b) for b in plain}
        extra = 0
        for b in range(256):
            if b not in letters:
                letters[b] = chr(256 + extra)
                extra += 1
        BYTES = {letter: b for b, letter in letters.items()}
    return BYTES


class World:
    """`parts` is a folder that `nakami build --parts` wrote, or None."""

    def __init__(self, output, parts=None):
        self.output, self.parts_folder = output, parts
        self.model = Model.load(output / "model")
        self.tokenizer = Tokenizer.from_file(str(output / "model" / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.bpe = json.loads((output / "model" / "tokenizer.json").read_text())
        self.vocabulary = self.bpe["model"]["vocab"]
        self.special = {t["content"]: t["id"] for t in self.bpe["added_tokens"]}
        letters = byte_letters()
        self.spelling = {
            id: bytes(letters[c] for c in name) for name, id in self.vocabulary.items()
            if name not in self.special}
        self.names = {id: name for name, id in self.special.items()}

    def figure(self, language, id):
        """A figure of the pages, for what the reader is told there: a prompt, settings."""
        return next(f for page in self.sites[language].pages for f in page.figures if f.id == id)

    def record(self, part):
        """A part of the recording, for what nobody can recompute: seeds, prompts, dice."""
        return json.loads((self.output / "run" / (part + ".json")).read_text())

    @functools.cached_property
    def tensors(self):
        return read_safetensors(self.output / "run" / "tensors.safetensors")[1]

    # Text and tokens

    def encode(self, text):
        return self.tokenizer.encode(text, add_special_tokens=False).ids if text else []

    def decode(self, ids):
        return b"".join(self.spelling.get(i, b"") for i in ids).decode("utf-8", "replace")

    def shown(self, id):
        """A token as the pages write it: ␣ for a blank, ↵ for a line end, ‹E3› for bytes of no character."""
        if id in self.names:
            return self.names[id]
        return self.visible(self.spelling[id])

    @staticmethod
    def visible(data):
        text, place = "", 0
        while place < len(data):
            for length in (1, 2, 3, 4):
                try:
                    text += data[place : place + length].decode("utf-8")
                    place += length
                    break
                except UnicodeDecodeError:
                    continue
            else:
                start = place
                place += 1
                while place < len(data) and not _begins(data[place:]):
                    place += 1
                text += "‹" + "\u00a0".join(f"{b:02X}" for b in data[start:place]) + "›"
        signs = {" ": "␣", "\n": "↵", "\t": "⇥", "\u00a0": " "}
        return "".join(signs.get(c, c if c >= " " else chr(0x2400 + ord(c))) for c in text)

    @functools.cached_property
    def by_name(self):
        """Ids by what the pages call them; None where two tokens look alike."""
        found = {}
        for id in range(self.model.vocabulary):
            name = self.shown(id)
            found[name] = None if name in found else id
        return found

    def prompt(self, text, language, kind="question"):
        before = [self.special[f"<|{language}|>"]]
        if kind == "question":
            return before + [self.special["<|question|>"]] + self.encode(text) + [
                self.special["<|answer|>"]]
        return before + self.encode(text)

    def layout(self, document):
        """A document's tokens, from the one that opens it to the end token."""
        ids = [] if document["kind"] == "parallel" else [self.special[f"<|{document['language']}|>"]]
        for name, text in document["fields"]:
            role = {"english": "en", "japanese": "ja"}.get(name, name)
            if role in ROLES:
                ids.append(self.special[ROLES[role]])
            ids += self.encode(text)
        return ids + [self.special["<|end|>"]]

    # Documents

    @functools.cache
    def part(self, name):
        lines = (self.parts_folder / (name + ".jsonl")).read_text(encoding="utf-8").split("\n")
        documents = [json.loads(line) for line in lines if line]
        for document in documents:
            document["bytes"] = sum(len(t.encode()) for _, t in document["fields"])
        return documents

    @functools.cache
    def tokens(self, name):
        return [self.layout(d) for d in self.part(name)]

    @functools.cache
    def sample(self):
        """Whole training documents, as many as for validation, spread evenly."""
        training, count = self.tokens("training"), len(self.part("validation"))
        places = [n * len(training) // count for n in range(count)]
        return [training[p] for p in places], sum(self.part("training")[p]["bytes"] for p in places)

    def documents(self, name):
        if name == "training":
            return self.sample()
        return self.tokens(name), sum(d["bytes"] for d in self.part(name))

    @functools.cache
    def judged(self, name):
        return Judged(self.single, self.documents(name)[0])

    @functools.cache
    def judged_before(self, name):
        """The same of the model before its first step."""
        return Judged(self.untrained.single(), self.documents(name)[0])

    @functools.cached_property
    def single(self):
        return self.model.single()

    # The model before its first step

    @functools.cached_property
    def untrained(self):
        seed = self.record("setting")["seed"]
        shapes = [(t["name"], t["shape"]) for t in self.record("architecture")["tensors"]]
        weights = first_weights(shapes, self.model.layers, self.model.width, seed)
        return Model(weights, self.model.heads, self.model.context)

    def hyper(self, name):
        return float(next(e["value"] for e in self.record("hyperparameters")["entries"]
                          if e["name"] == name))


def _begins(data):
    """Whether a whole character stands at the beginning."""
    for length in (1, 2, 3, 4):
        try:
            data[:length].decode("utf-8")
            return len(data[:length]) > 0
        except UnicodeDecodeError:
            continue
    return False


def integers(text):
    return [int(n.replace(",", "")) for n in re.findall(r"\d[\d,]*", text)]


def order(values):
    """Places from the greatest value to the least; of equals the first one first."""
    return sorted(range(len(values)), key=lambda i: (-values[i], i))


def first_values(row, count=8):
    return [float(v) for v in np.asarray(row).reshape(-1)[:count]]
