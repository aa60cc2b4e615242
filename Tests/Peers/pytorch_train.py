#!/usr/bin/env python3
"""PyTorch's counterpart of `nakami train` and `nakami bench step`, for measuring both in turns.

    python3 Tests/Peers/pytorch_train.py train --data play.txt --steps 2000
    python3 Tests/Peers/pytorch_train.py step --layers 4 --width 128 --vocabulary 65

The model is nanoGPT's (fused attention, tied output) with biases, the optimizer the fused AdamW, the data plain bytes
of which the last tenth is for validation, and the schedule a warm-up and half a cosine: all as in `nakami train`.
Prints one JSON object. Needs only `torch`.
"""
import argparse
import json
import math
import statistics
import time

import torch
import torch.nn as nn
import torch.nn.functional as F


class Block(nn.Module):
    def __init__(self, width, heads, dropout):
        super().__init__()
        self.heads, self.dropout = heads, dropout
        self.ln_1, self.ln_2 = nn.LayerNorm(width), nn.LayerNorm(width)
        self.c_attn, self.attn_proj = nn.Linear(width, 3 * width), nn.Linear(width, width)
        self.c_fc, self.mlp_proj = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)

    def forward(self, x):
        b, t, c = x.shape
        q, k, v = self.c_attn(self.ln_1(x)).split(c, dim=2)
        q, k, v = (y.view(b, t, self.heads, c // self.heads).transpose(1, 2) for y in (q, k, v))
        drop = self.dropout if self.training else 0.0
        y = F.scaled_dot_product_attention(q, k, v, is_causal=True, dropout_p=drop)
        y = y.transpose(1, 2).contiguous().view(b, t, c)
        x = x + F.dropout(self.attn_proj(y), drop, self.training)
        hidden = F.gelu(self.c_fc(self.ln_2(x)), approximate="tanh")
        return x + F.dropout(self.mlp_proj(hidden), drop, self.training)


class GPT(nn.Module):
    def __init__(self, o):
        super().__init__()
        self.dropout = o.dropout
        self.wte, self.wpe = nn.Embedding(o.vocabulary, o.width), nn.Embedding(o.context, o.width)
        self.h = nn.ModuleList(Block(o.width, o.heads, o.dropout) for _ in range(o.layers))
        self.ln_f = nn.LayerNorm(o.width)
        # As `Parameters.initialize`: 0.02 for tokens, what 0.02 is at width 768 for all else.
        deviation = 0.02 * math.sqrt(768 / o.width)
        for name, p in self.named_parameters():
            if name == "wte.weight":
                nn.init.normal_(p, 0, 0.02)
            elif p.dim() >= 2:
                nn.init.normal_(p, 0, deviation / (math.sqrt(2 * o.layers) if "proj" in name else 1))
            elif name.endswith("bias"):
                nn.init.zeros_(p)

    def forward(self, x, y):
        s = self.wte(x) + self.wpe(torch.arange(x.shape[1]))
        s = F.dropout(s, self.dropout, self.training)
        for block in self.h:
            s = block(s)
        logits = F.linear(self.ln_f(s), self.wte.weight)
        return F.cross_entropy(logits.view(-1, logits.shape[-1]), y.view(-1))


def make(o):
    torch.manual_seed(o.seed)
    torch.set_num_threads(o.threads)
    model = GPT(o)
    matrices = [p for p in model.parameters() if p.dim() >= 2]
    vectors = [p for p in model.parameters() if p.dim() < 2]
    groups = [{"params": matrices, "weight_decay": o.weight_decay}, {"params": vectors, "weight_decay": 0.0}]
    optimizer = torch.optim.AdamW(groups, lr=o.learning_rate, betas=(o.beta1, o.beta2), fused=True)
    return model, torch.compile(model) if o.compile else model, optimizer


def update(model, call, optimizer, x, y, clip):
    optimizer.zero_grad(set_to_none=True)
    loss = call(x, y)
    loss.backward()
    if clip:
        nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimizer.step()
    return loss


def rate(step, o):
    if step < o.warm_up:
        return o.learning_rate * (step + 1) / (o.warm_up + 1)
    share = (step - o.warm_up) / max(1, o.steps - o.warm_up)
    return o.minimum_learning_rate + 0.5 * (1 + math.cos(math.pi * share)) * (o.learning_rate - o.minimum_learning_rate)


def train(o):
    data = torch.frombuffer(bytearray(open(o.data, "rb").read()), dtype=torch.uint8).long()
    cut = len(data) * 9 // 10
    parts = {"train": data[:cut], "validation": data[cut:]}
    generators = {"train": torch.Generator().manual_seed(o.seed), "validation": torch.Generator().manual_seed(o.seed + 1)}

    def batch(part):
        d = parts[part]
        starts = torch.randint(len(d) - o.context, (o.batch,), generator=generators[part])
        x = torch.stack([d[s:s + o.context] for s in starts])
        y = torch.stack([d[s + 1:s + 1 + o.context] for s in starts])
        return x, y

    model, call, optimizer = make(o)
    fixed = [batch("validation") for _ in range(o.evaluation_batches)]

    def evaluate():
        model.eval()
        with torch.no_grad():
            loss = sum(model(x, y).item() for x, y in fixed) / len(fixed)
        model.train()
        return loss

    began = time.perf_counter()
    losses = []
    for step in range(o.steps):
        for group in optimizer.param_groups:
            group["lr"] = rate(step, o)
        loss = update(model, call, optimizer, *batch("train"), o.clip)
        if (step + 1) % o.evaluation_interval == 0 or step + 1 == o.steps:
            losses.append((step + 1, evaluate()))
            print(f"# step {step + 1} loss {loss.item():.4f} validation {losses[-1][1]:.4f}", flush=True)
    seconds = time.perf_counter() - began
    return {
        "steps": o.steps, "validation_loss": losses[-1][1], "best_validation_loss": min(v for _, v in losses),
        "seconds": seconds, "tokens_per_s": o.steps * o.batch * o.context / seconds}


def step(o):
    model, call, optimizer = make(o)
    x = torch.randint(o.vocabulary, (o.batch, o.context))
    y = torch.randint(o.vocabulary, (o.batch, o.context))
    for _ in range(5):
        update(model, call, optimizer, x, y, o.clip)
    times, end = [], time.perf_counter() + o.seconds
    while time.perf_counter() < end or len(times) < 5:
        began = time.perf_counter()
        update(model, call, optimizer, x, y, o.clip).item()
        times.append(1e3 * (time.perf_counter() - began))
    median = statistics.median(times)
    return {
        "median_ms": median, "min_ms": min(times), "max_ms": max(times), "repetitions": len(times),
        "tokens_per_s": 1e3 * o.batch * o.context / median}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("task", choices=["train", "step"])
    p.add_argument("--data")
    for name, default in [
            ("vocabulary", 256), ("layers", 4), ("heads", 4), ("width", 128), ("context", 64), ("batch", 12),
            ("steps", 2000), ("warm-up", 100), ("evaluation-interval", 250), ("evaluation-batches", 20),
            ("seed", 1337), ("threads", torch.get_num_threads())]:
        p.add_argument("--" + name, type=int, default=default)
    for name, default in [
            ("learning-rate", 1e-3), ("minimum-learning-rate", 1e-4), ("weight-decay", 0.1), ("beta1", 0.9),
            ("beta2", 0.99), ("clip", 1.0), ("dropout", 0.0), ("seconds", 5.0)]:
        p.add_argument("--" + name, type=float, default=default)
    p.add_argument("--compile", action="store_true")
    o = p.parse_args()
    if o.task == "train" and not o.data:
        p.error("train needs --data FILE")
    print(json.dumps({"task": o.task} | (train if o.task == "train" else step)(o)))


if __name__ == "__main__":
    main()
