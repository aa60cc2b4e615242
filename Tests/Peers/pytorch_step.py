"""Times one training step of a GPT-2 in PyTorch: the counterpart of `nakami bench step`.

    python pytorch_step.py --layers 4 --heads 4 --width 128 --context 64 --batch 12 \
        --vocabulary 65 --threads 2 --json

The model is nanoGPT's (github.com/karpathy/nanoGPT) with the tanh form of GELU that GPT-2 has:
forward, backward, clipping of the gradient's norm, AdamW, all in float32. `--mode` chooses eager
PyTorch with the plain or the fused optimizer, or `torch.compile`; `best` tries all and tells the fastest.
"""

import argparse
import json
import math
import statistics
import sys
import time

import torch
from torch import nn
from torch.nn import functional


class Block(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.attention, self.output = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.expand, self.project = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        batch, positions, width = x.shape
        q, k, v = (
            part.view(batch, positions, self.heads, -1).transpose(1, 2)
            for part in self.attention(self.ln_1(x)).split(width, dim=2))
        z = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        x = x + self.output(z.transpose(1, 2).reshape(batch, positions, width))
        hidden = functional.gelu(self.expand(self.ln_2(x)), approximate="tanh")
        return x + self.project(hidden)


class GPT(nn.Module):
    def __init__(self, layers: int, heads: int, width: int, context: int, vocabulary: int):
        super().__init__()
        self.tokens, self.positions = nn.Embedding(vocabulary, width), nn.Embedding(context, width)
        self.blocks = nn.ModuleList(Block(width, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        for name, value in self.named_parameters():
            if value.dim() == 2:
                is_residual = name.endswith(("output.weight", "project.weight"))
                nn.init.normal_(value, std=0.02 / math.sqrt(2 * layers) if is_residual else 0.02)

    def forward(self, inputs: torch.Tensor, targets: torch.Tensor) -> torch.Tensor:
        x = self.tokens(inputs) + self.positions(torch.arange(inputs.shape[1]))
        for block in self.blocks:
            x = block(x)
        logits = functional.linear(self.norm(x), self.tokens.weight)
        return functional.cross_entropy(logits.flatten(0, 1), targets.flatten())


def measure(options: argparse.Namespace, mode: str) -> list[float]:
    """Milliseconds of each step, after a warm-up."""
    torch.manual_seed(1)
    model = GPT(
        options.layers, options.heads, options.width, options.context, options.vocabulary)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=1e-3, betas=(0.9, 0.95), weight_decay=0.1, fused=mode != "eager")
    run = torch.compile(model) if mode == "compiled" else model
    inputs = torch.randint(options.vocabulary, (options.batch, options.context))
    targets = torch.randint(options.vocabulary, (options.batch, options.context))
    times = []
    started = time.perf_counter()
    while len(times) < 5 or time.perf_counter() - started < options.seconds:
        before = time.perf_counter()
        loss = run(inputs, targets)
        optimizer.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        times.append((time.perf_counter() - before) * 1e3)
        if len(times) <= 2:
            started = time.perf_counter()
    return times[2:]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, value in dict(
            layers=4, heads=4, width=128, context=64, batch=12, vocabulary=65, threads=2).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--seconds", type=float, default=3.0, help="time spent on each mode")
    parser.add_argument("--mode", choices=["best", "eager", "fused", "compiled"], default="best")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)

    results = {}
    for mode in ["eager", "fused", "compiled"] if options.mode == "best" else [options.mode]:
        try:
            results[mode] = measure(options, mode)
        except Exception as error:  # no C++ compiler, for example
            if options.mode == mode:
                raise
            print(f"{mode}: {type(error).__name__}", file=sys.stderr)
    mode = min(results, key=lambda name: statistics.median(results[name]))
    times = results[mode]
    c, tokens = options.width, options.batch * options.context
    parameters = (options.vocabulary + options.context) * c + 2 * c + options.layers * (
        12 * c * c + 13 * c)
    operations = tokens * (6 * parameters + 12 * options.layers * c * options.context)
    median = statistics.median(times)
    report = dict(
        mode=mode, torch=torch.__version__, threads=options.threads,
        median_ms=round(median, 3), min_ms=round(min(times), 3), max_ms=round(max(times), 3),
        tokens_per_s=round(tokens / median * 1e3), gflops=round(operations / median / 1e6, 1),
        steps=len(times))
    if options.json:
        print(json.dumps(report))
    else:
        print(", ".join(f"{name} {value}" for name, value in report.items()))


if __name__ == "__main__":
    main()
