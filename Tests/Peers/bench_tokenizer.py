"""Measures learning and encoding in turns with other tokenizers, one thread, a fresh process each time.

Run by hand, with nothing else running:

    swift build -c release
    pip install tokenizers tiktoken rustbpe gigatoken
    python Tests/Peers/bench_tokenizer.py --data FILE [--vocabulary 1024] [--nakami .build/release/nakami]
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

PATTERN = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"
SPECIAL = ["<|end|>", "<|en|>", "<|ja|>", "<|question|>", "<|answer|>", "<|story|>", "<|summary|>"]


def load(arguments):
    with open(arguments.data, encoding="utf-8", errors="replace", newline="") as file:
        return file.read()


def timed(body):
    start = time.perf_counter()
    result = body()
    return time.perf_counter() - start, result


def learn_with_tokenizers(arguments):
    from tokenizers import Tokenizer, models, pre_tokenizers, trainers

    text = load(arguments)
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=True)
    trainer = trainers.BpeTrainer(
        vocab_size=arguments.vocabulary,
        special_tokens=SPECIAL,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        show_progress=False,
    )
    return timed(lambda: tokenizer.train_from_iterator([text], trainer))[0]


def learn_with_rustbpe(arguments):
    import rustbpe

    text = load(arguments)
    tokenizer = rustbpe.Tokenizer()
    # It has no special tokens: the same number of merges.
    size = arguments.vocabulary - len(SPECIAL)
    return timed(lambda: tokenizer.train_from_iterator([text], size, pattern=PATTERN))[0]


def encode_with_tokenizers(arguments):
    from tokenizers import Tokenizer

    text = load(arguments)
    tokenizer = Tokenizer.from_file(arguments.tokenizer)
    return timed(lambda: tokenizer.encode(text))[0]


def encode_with_rustbpe(arguments):
    import rustbpe

    text = load(arguments)
    tokenizer = rustbpe.Tokenizer()
    size = arguments.vocabulary - len(SPECIAL)
    tokenizer.train_from_iterator([text], size, pattern=PATTERN)
    return timed(lambda: tokenizer.encode(text))[0]


def encode_with_tiktoken(arguments):
    import tiktoken

    text = load(arguments)
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    byte_of = {chr(byte): byte for byte in printable}
    others = (byte for byte in range(256) if byte not in printable)
    byte_of.update({chr(0x100 + place): byte for place, byte in enumerate(others)})
    with open(arguments.tokenizer, encoding="utf-8") as file:
        vocabulary = json.load(file)["model"]["vocab"]
    ranks = {
        bytes(byte_of[character] for character in name): id
        for name, id in vocabulary.items()
        if name not in SPECIAL
    }
    encoding = tiktoken.Encoding(
        "peer", pat_str=PATTERN, mergeable_ranks=ranks, special_tokens={})
    return timed(lambda: encoding.encode_ordinary(text))[0]


def encode_with_gigatoken(arguments):
    import gigatoken

    text = load(arguments).encode()
    tokenizer = gigatoken.Tokenizer(arguments.tokenizer)
    return timed(lambda: tokenizer.encode(text))[0]


def nakami(arguments):
    command = [
        arguments.nakami, "bench", "tokenizer", "--data", arguments.data, "--json",
        "--vocabulary", str(arguments.vocabulary), "--seconds", "0.01",
    ]  # fmt: skip
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", required=True)
    parser.add_argument("--vocabulary", type=int, default=1024)
    parser.add_argument("--nakami", default=".build/release/nakami")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--tokenizer", help=argparse.SUPPRESS)
    parser.add_argument("--one", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.one:
        print(globals()[arguments.one](arguments))
        return

    megabytes = os.path.getsize(arguments.data) / 1e6
    peers = [name for name in globals() if "_with_" in name]
    rows = {name: [] for name in ["nakami learn", "nakami encode", *peers]}
    environment = {
        **os.environ, "RAYON_NUM_THREADS": "1", "TOKENIZERS_PARALLELISM": "false",
        "GIGATOKEN_NUM_THREADS": "1",
    }  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/tokenizer.json"
        size = str(arguments.vocabulary)
        subprocess.run(
            [arguments.nakami, "tokenizer", "learn", "--data", arguments.data, "--vocabulary",
             size, "--out", path], stdout=subprocess.DEVNULL, check=True)  # fmt: skip
        for _ in range(arguments.rounds):
            ours = nakami(arguments)
            rows["nakami learn"].append(ours["learn_s"])
            rows["nakami encode"].append(megabytes / ours["encode_mb_per_s"])
            for peer in peers:
                command = [
                    "taskset", "-c", "0", sys.executable, __file__, "--one", peer, "--data",
                    arguments.data, "--vocabulary", size, "--tokenizer", path,
                ]  # fmt: skip
                run = subprocess.run(
                    command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment)
                if run.returncode == 0:
                    rows[peer].append(float(run.stdout))
    for name, seconds in rows.items():
        if not seconds:
            print(f"{name:24} not installed or failed")
            continue
        middle = statistics.median(seconds)
        print(
            f"{name:24} {middle:8.4f} s ({min(seconds):.4f} to {max(seconds):.4f})"
            f"  {megabytes / middle:8.1f} MB/s")


if __name__ == "__main__":
    main()
