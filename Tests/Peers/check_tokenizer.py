"""Compares `nakami tokenizer` with Hugging Face `tokenizers`: merges, ids, and the way back.

Run by hand:

    swift build -c release
    pip install tokenizers==0.23.3
    python Tests/Peers/check_tokenizer.py --data FILE [--vocabulary 1024] [--nakami .build/release/nakami]
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
import unicodedata

from tokenizers import Tokenizer, models, pre_tokenizers, trainers

SPECIAL = ["<|end|>", "<|en|>", "<|ja|>", "<|question|>", "<|answer|>", "<|story|>", "<|summary|>"]

arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
arguments.add_argument("--data", required=True)
arguments.add_argument("--vocabulary", type=int, default=1024)
arguments.add_argument("--strings", type=int, default=10_000)
arguments.add_argument("--nakami", default=".build/release/nakami")
arguments = arguments.parse_args()
failures = 0


def report(name, passed):
    global failures
    failures += not passed
    print("ok  " if passed else "FAIL", name)


def nakami(*words, text=b""):
    command = [arguments.nakami, "tokenizer", *words]
    return subprocess.run(command, input=text, stdout=subprocess.PIPE, check=True).stdout


def first_difference(one, other):
    pairs = enumerate(zip(one, other))
    return next((i for i, (a, b) in pairs if a != b), min(len(one), len(other)))


def compare(name, theirs, ours):
    if theirs != ours:
        place = first_difference(theirs, ours)
        print("  at", place, theirs[place : place + 4], ours[place : place + 4])
    report(name, theirs == ours)


def train(text):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    trainer = trainers.BpeTrainer(
        vocab_size=arguments.vocabulary,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    tokenizer.train_from_iterator([text], trainer)
    return json.loads(tokenizer.to_str())["model"]


def random_text(random):
    """White space, marks, emoji, CJK, every plane, and bytes that are no UTF-8, replaced."""
    ranges = [
        (0x20, 0x7E), (0x20, 0x7E), (0x00, 0x24F), (0x300, 0x36F), (0x2000, 0x206F),
        (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xFF00, 0xFFEF), (0xAC00, 0xD7A3), (0x600, 0x6FF),
        (0x900, 0x97F), (0x1F1E6, 0x1F1FF), (0x1F300, 0x1FAFF), (0xFE00, 0xFE0F), (0, 0x10FFFF),
    ]  # fmt: skip
    text = ""
    for _ in range(random.randint(1, 12)):
        first, last = random.choice(ranges)
        for _ in range(random.randint(1, 6)):
            scalar = random.randint(first, last)
            text += chr(scalar) if not 0xD800 <= scalar < 0xE000 else " "
        text += random.choice(["", "", " ", "  ", "\n", "\t", "\u3000", "'s", "'ll", "'", "\u200d"])
    if random.random() < 0.2:
        text += random.randbytes(8).decode("utf-8", errors="replace")
    if random.random() < 0.2:
        text = unicodedata.normalize(random.choice(["NFC", "NFD", "NFKC"]), text)
    return text


with open(arguments.data, "rb") as file:
    data = file.read()
text = data.decode("utf-8", errors="replace")

with tempfile.TemporaryDirectory() as folder:
    path, file = f"{folder}/tokenizer.json", f"{folder}/text.txt"
    with open(file, "wb") as output:
        output.write(text.encode())
    size = str(arguments.vocabulary)
    learned = json.loads(
        nakami("learn", "--data", file, "--vocabulary", size, "--out", path, "--json"))
    theirs = train(text)
    with open(path, encoding="utf-8") as saved:
        ours = json.load(saved)["model"]
    names = {id: name for name, id in ours["vocab"].items()}
    compare(
        f"{len(learned)} merges in the same order",
        [tuple(pair) for pair in theirs["merges"]],
        [(names[merge["left"]], names[merge["right"]]) for merge in learned])
    report("the same vocabulary", theirs["vocab"] == ours["vocab"])

    peer = Tokenizer.from_file(path)
    peer.encode_special_tokens = True

    def check(name, text):
        ids = json.loads(nakami("encode", "--tokenizer", path, text=text.encode()))
        compare(name, peer.encode(text).ids, ids)
        back = nakami("decode", "--tokenizer", path, text=json.dumps(ids).encode())
        report(name + ", and back", back == text.encode())

    check("ids of the text", text)
    check("ids of special tokens' names", "".join(SPECIAL) + " ".join(SPECIAL))
    source = random.Random(2026)
    strings = [random_text(source) for _ in range(arguments.strings)]
    step = 500
    for start in range(0, len(strings), step):
        check(f"random strings {start} to {start + step}", "\n".join(strings[start : start + step]))
    noise = source.randbytes(100_000)
    ids = nakami("encode", "--tokenizer", path, text=noise)
    report("random bytes, and back", nakami("decode", "--tokenizer", path, text=ids) == noise)
    short = text[:200].encode()
    steps = json.loads(nakami("encode", "--tokenizer", path, "--steps", text=short))
    report(
        "the last step is the encoded text",
        steps[-1]["ids"] == json.loads(nakami("encode", "--tokenizer", path, text=short)))

sys.exit(1 if failures else 0)
