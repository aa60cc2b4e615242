"""Times one sequence in PyTorch, token by token with the keys and values kept: the counterpart of `nakami bench generate`.

    python pytorch_generation.py --layers 4 --heads 4 --width 128 --context 64 --vocabulary 65 --threads 1 --json

The model is that of `pytorch_step.py`, with random weights and the most likely token taken at each step.
`--mode cache` walks through its modules by hand, `--mode transformers` calls `generate` of that library.
"""

import argparse
import json
import statistics
import time

import torch
from torch.nn import functional

from pytorch_step import GPT


def with_cache(options: argparse.Namespace):
    model = GPT(options.layers, options.heads, options.width, options.context, options.vocabulary)
    shape = (options.layers, 2, options.heads, options.context, options.width // options.heads)
    cache = torch.zeros(shape)

    def generate() -> None:
        token = torch.tensor([0])
        for position in range(options.context):
            x = model.tokens(token) + model.positions.weight[position]
            for block, (keys, values) in zip(model.blocks, cache):
                q, k, v = block.attention(block.ln_1(x)).view(3, options.heads, 1, -1)
                keys[:, position], values[:, position] = k[:, 0], v[:, 0]
                z = functional.scaled_dot_product_attention(
                    q, keys[:, :position + 1], values[:, :position + 1])
                x = x + block.output(z.reshape(1, -1))
                x = x + block.project(
                    functional.gelu(block.expand(block.ln_2(x)), approximate="tanh"))
            token = functional.linear(model.norm(x), model.tokens.weight).argmax(-1)

    return generate


def with_transformers(options: argparse.Namespace):
    from transformers import GPT2Config, GPT2LMHeadModel

    model = GPT2LMHeadModel(GPT2Config(
        vocab_size=options.vocabulary, n_positions=options.context, n_embd=options.width,
        n_layer=options.layers, n_head=options.heads, bos_token_id=0, eos_token_id=None,
        pad_token_id=0)).eval()
    first = torch.zeros(1, 1, dtype=torch.long)

    def generate() -> None:
        model.generate(
            first, attention_mask=torch.ones_like(first), do_sample=False,
            min_new_tokens=options.context - 1, max_new_tokens=options.context - 1)

    return generate


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    for name, value in dict(
            layers=4, heads=4, width=128, context=64, vocabulary=65, threads=1).items():
        parser.add_argument(f"--{name}", type=int, default=value)
    parser.add_argument("--seconds", type=float, default=3.0)
    parser.add_argument("--mode", choices=["cache", "transformers"], default="cache")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(1)
    generate = (with_cache if options.mode == "cache" else with_transformers)(options)
    times = []
    with torch.inference_mode():
        generate()
        end = time.perf_counter() + options.seconds
        while len(times) < 3 or time.perf_counter() < end:
            began = time.perf_counter()
            generate()
            times.append(time.perf_counter() - began)
    report = dict(
        mode=options.mode, torch=torch.__version__, threads=options.threads,
        tokens_per_s=round(options.context / statistics.median(times), 1),
        repetitions=len(times))
    if options.json:
        print(json.dumps(report))
    else:
        print(", ".join(f"{name} {value}" for name, value in report.items()))


if __name__ == "__main__":
    main()
