"""Writes Tests/TokenizationTests/PeerFixture.swift: what Hugging Face `tokenizers` makes of a small text.

Run by hand, from the top of the repository:

    pip install tokenizers==0.23.3
    python Tests/Peers/make_tokenizer_fixture.py
"""

import json

import tokenizers
from tokenizers import models, pre_tokenizers, trainers

TARGET = "Tests/TokenizationTests/PeerFixture.swift"
SPECIAL = ["<|end|>", "<|en|>", "<|ja|>", "<|question|>", "<|answer|>", "<|story|>", "<|summary|>"]

# Ours, written for this purpose: plain sentences, then what is awkward to cut.
TEXT = """The lamp on the pier was lit at dusk, and the boats came in one by one.
"They're late," said the keeper; "we'll wait, I've tea for them, and I'd sit if you'd let me."
The keeper's daughter counted: one boat, two boats, 3 boats, 14 boats, 159 boats in 2026.
She didn't know that the last one wasn't a boat at all. It was the moon, low on the water.

  Indented,  with  two  spaces,\ta tab,\r\nand a line that ends in spaces   \n\n\nthe end
灯台の明かりは夕方にともり、船は一せきずつ帰ってきた。「おそいね」と灯台守は言った。
「お茶をいれて待っていよう。」最後の一せきは船ではなく、水の上の月だった。ラーメンは３杯、1杯は500円。
全角　スペース、ﾊﾝｶｸ、㍿、①②③、Ⅳ、½、٣٤, x² and H₂O.
Café, cafe\u0301, naïve, Ångström, Straße, łódź, Ελλάδα, привет, שלום, مرحبا, नमस्ते, 한국어, ไทย
🙂 👩‍🚀 🇯🇵 👍🏽 ❤️ 'tis 'S 'RE ''s don''t it's'll rock'n'roll ’s
\u00a0no-break\u2003em space\u2028line separator\u200bzero width\ufeffmark\u0085next line
<|end|> is text here, and so is <|question|>. aaaaaaaaaaa abababababab --------- ........ 1234567890
""" + "\x00\x01\x7f \u0378\ue000\U0001f9ff\U00020000\U000323af\U0010ffff   "

pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
tokenizer = tokenizers.Tokenizer(models.BPE())
tokenizer.pre_tokenizer = pre_tokenizer
trainer = trainers.BpeTrainer(
    vocab_size=420,
    special_tokens=SPECIAL,
    initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
    show_progress=False,
)
tokenizer.train_from_iterator([TEXT], trainer)
model = json.loads(tokenizer.to_str())["model"]
merges = [model["vocab"][part] for merge in model["merges"] for part in merge]

# Encoded without the special tokens: these are never made of text.
plain = tokenizers.Tokenizer(models.BPE(model["vocab"], [tuple(pair) for pair in model["merges"]]))
plain.pre_tokenizer = pre_tokenizer
word_lengths = [len(word) for word, _ in pre_tokenizer.pre_tokenize_str(TEXT)]
assert sum(word_lengths) == len(TEXT.encode())


def swift_string(text):
    return "".join(
        character if " " <= character <= "~" and character not in '"\\'
        else f"\\u{{{ord(character):X}}}"
        for character in text
    )


def swift_list(values):
    lines, line = [], "   "
    for value in values:
        word = f" {value},"
        if len(line) + len(word) > 100:
            lines.append(line)
            line = "   "
        line += word
    return "[\n" + "\n".join(lines + [line]) + "\n  ]"


def swift_text(text):
    pieces, piece = [], ""
    for character in text:
        if len(swift_string(piece + character)) > 84:
            pieces.append(piece)
            piece = ""
        piece += character
    pieces.append(piece)
    return "[\n" + "".join(f'    "{swift_string(piece)}",\n' for piece in pieces) + "  ].joined()"


with open(TARGET, "w", encoding="utf-8") as file:
    file.write(
        f"""/// What Hugging Face tokenizers {tokenizers.__version__} makes of a small text.
///
/// Written by `Tests/Peers/make_tokenizer_fixture.py`.
enum PeerFixture {{
  static let text = {swift_text(TEXT)}

  /// The bytes of each word that pre-tokenization cuts.
  static let wordLengths = {swift_list(word_lengths)}

  static let vocabularySize = {len(model["vocab"])}

  /// Left and right of each merge, in order.
  static let merges: [Int32] = {swift_list(merges)}

  static let ids: [Int32] = {swift_list(plain.encode(TEXT).ids)}
}}
"""
    )
