"""Writes Sources/Tokenization/ScalarClassRuns.swift: the class of every Unicode scalar.

The classes are asked of Hugging Face `tokenizers` itself (its ByteLevel pre-tokenizer), so that both agree whatever
Unicode version each was built with. Run by hand, from the top of the repository:

    pip install tokenizers==0.23.3
    python Tests/Peers/make_tokenizer_classes.py
"""

import itertools

import tokenizers
from tokenizers import pre_tokenizers

TARGET = "Sources/Tokenization/ScalarClassRuns.swift"
OTHER, LETTER, NUMBER, SPACE = range(4)

split = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True).pre_tokenize_str


def scalar_class(scalar):
    """A character joins a run of its own class only."""
    if 0xD800 <= scalar < 0xE000:
        return OTHER
    for value, neighbour in ((OTHER, "!"), (LETTER, "a"), (NUMBER, "1")):
        if len(split(neighbour + chr(scalar))) == 1:
            return value
    return SPACE


runs = [
    (len(list(group)), value)
    for value, group in itertools.groupby(map(scalar_class, range(0x110000)))
]
assert runs.pop()[1] == OTHER
assert sum(length for length, _ in runs) < 0x40000

lines, line = [], "   "
for length, value in runs:
    word = f" {length << 2 | value},"
    if len(line) + len(word) > 100:
        lines.append(line)
        line = "   "
    line += word
lines.append(line)

with open(TARGET, "w", encoding="utf-8") as file:
    file.write(
        f"""/// Runs of scalars of one class, from U+0000 upward: `length << 2 | class`; `other` after the last.
///
/// Written by `Tests/Peers/make_tokenizer_classes.py` from Hugging Face tokenizers {tokenizers.__version__}
/// (Unicode 16).
enum ScalarClassRuns {{
  static let runs: [UInt32] = [
"""
        + "\n".join(lines)
        + "\n  ]\n}\n"
    )
