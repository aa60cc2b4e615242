"""Times the generation of one sequence by nakami and by llama2.c in turns, on shape A with one thread and on D with one and two.

    gcc -Ofast -march=native -fopenmp -o run run.c -lm
    python bench_generation.py --nakami .build/release/nakami --llama2 run [--pytorch] [--rounds 7] [--cases A1,D1,D2]

`run.c` is that of github.com/karpathy/llama2.c; what is compared is the speed that it reports itself, at temperature 0.
The checkpoint is made here, with random weights: the shape's layers, heads, width, vocabulary and context, and a hidden
width that gives its three matrices of an MLP as many weights as GPT-2's two have (8/3 of the width, in whole
vectors of 8). The report counts whole milliseconds, so a turn adds up several sequences. `--pytorch` measures PyTorch
and `transformers` in the same turns, see `pytorch_generation.py`. Needs `numpy`.
"""

import argparse
import json
import os
import pathlib
import re
import statistics
import struct
import subprocess
import sys
import tempfile

import numpy

SHAPES = dict(A=(4, 4, 128, 64, 65), D=(6, 6, 384, 256, 65))
NAMES = ("layers", "heads", "width", "context", "vocabulary")
HERE = pathlib.Path(__file__).parent


def write_checkpoint(folder: pathlib.Path, shape: tuple[int, ...]) -> int:
    """Writes `model.bin` and `tokenizer.bin`; returns the number of weights."""
    layers, heads, width, context, vocabulary = shape
    hidden = round(width * 8 / 3 / 8) * 8
    random = numpy.random.default_rng(1)

    def matrices(*sizes: int) -> numpy.ndarray:
        return random.standard_normal(sizes, dtype=numpy.float32) * numpy.float32(0.02)

    tokens = matrices(vocabulary, width)
    tokens[1] = 0  # token 1 ends a sequence: it must never be the most likely one
    angles = numpy.outer(
        numpy.arange(context), 1e4 ** (-numpy.arange(0, width // heads, 2) * heads / width))
    square, wide = (layers, width, width), (layers, width, hidden)
    norm = numpy.ones((layers, width), numpy.float32)
    parts = [
        tokens, norm, *(matrices(*square) for _ in range(4)), norm,
        *(matrices(*wide) for _ in range(3)), norm[0]]
    with open(folder / "model.bin", "wb") as file:
        file.write(struct.pack("7i", width, hidden, layers, heads, heads, vocabulary, context))
        for part in parts + [numpy.cos(angles), numpy.sin(angles)]:
            file.write(part.astype(numpy.float32).tobytes())
    with open(folder / "tokenizer.bin", "wb") as file:
        file.write(struct.pack("i", 1))
        for token in range(vocabulary):
            file.write(struct.pack("fi", 0.0, 1) + bytes([32 + token % 95]))
    return sum(part.size for part in parts)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--nakami", required=True, help="the release binary")
    parser.add_argument("--llama2", required=True, help="run.c, compiled")
    parser.add_argument("--pytorch", action="store_true", help="measure PyTorch as well")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=1.0, help="about as long for each turn")
    parser.add_argument("--cases", default="A1,D1,D2", help="shape and number of threads")
    options = parser.parse_args()
    llama2 = str(pathlib.Path(options.llama2).resolve())

    def generate_with_llama2(folder: str, context: int, threads: int) -> float:
        environment = os.environ | {"OMP_NUM_THREADS": str(threads)}
        tokens, seconds = 0, 0.0
        while seconds < options.seconds:
            report = subprocess.run(
                [llama2, "model.bin", "-t", "0", "-n", str(context), "-z", "tokenizer.bin"],
                check=True, capture_output=True, text=True, cwd=folder, env=environment).stderr
            tokens += context - 1  # it starts its clock after the first
            seconds += (context - 1) / float(re.search(r"tok/s: (\S+)", report)[1])
        return tokens / seconds

    def run_and_read(command: list[str]) -> float:
        text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        return json.loads(text)["tokens_per_s"]

    for case in options.cases.split(","):
        shape, threads = SHAPES[case[0]], int(case[1:])
        shared = [
            part for name, size in zip(NAMES, shape) for part in (f"--{name}", str(size))
        ] + ["--threads", str(threads), "--seconds", str(options.seconds), "--json"]
        speeds: dict[str, list[float]] = {}
        with tempfile.TemporaryDirectory() as folder:
            weights = write_checkpoint(pathlib.Path(folder), shape)
            for _ in range(options.rounds):
                turn = {
                    "nakami": run_and_read([options.nakami, "bench", "generate", *shared]),
                    "llama2.c": generate_with_llama2(folder, shape[3], threads)}
                for mode in ("cache", "transformers") if options.pytorch else ():
                    turn["PyTorch, " + mode] = run_and_read([
                        sys.executable, str(HERE / "pytorch_generation.py"), "--mode", mode, *shared])
                for name, speed in turn.items():
                    speeds.setdefault(name, []).append(speed)
        own = speeds["nakami"]
        print(
            f"{case[0]}, {threads} thread(s), {weights} weights there: nakami "
            f"{statistics.median(own):.0f} tokens/s")
        for name, values in list(speeds.items())[1:]:
            ratios = [mine / theirs for mine, theirs in zip(own, values)]
            print(
                f"  {name} {statistics.median(values):.0f}; ratio of each turn "
                + " ".join(f"{ratio:.2f}" for ratio in ratios)
                + f"; median {statistics.median(ratios):.2f} "
                f"({min(ratios):.2f} to {max(ratios):.2f})", flush=True)


if __name__ == "__main__":
    main()
