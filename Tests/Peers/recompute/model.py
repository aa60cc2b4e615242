"""The saved model in PyTorch, written from GPT-2's equations, with everything on its way kept."""

import json
import math
import struct

import numpy as np
import torch

DTYPES = {"F32": np.float32}


def read_safetensors(path):
    """The header and the tensors of a file, read byte by byte."""
    data = path.read_bytes()
    length = struct.unpack("<Q", data[:8])[0]
    header = json.loads(data[8 : 8 + length])
    tensors = {}
    for name, entry in header.items():
        if name == "__metadata__":
            continue
        start, end = entry["data_offsets"]
        values = np.frombuffer(data[8 + length + start : 8 + length + end], DTYPES[entry["dtype"]])
        tensors[name] = values.reshape(entry["shape"])
    return {"header": header, "length": length, "size": len(data), "start": data[:32]}, tensors


class Nothing(dict):
    """A trace that keeps nothing."""

    def __setitem__(self, name, value):
        pass


class Model:
    """Weights by their names in the file, without the leading `transformer.`."""

    def __init__(self, weights, heads, context, dtype=torch.float64):
        self.weights = {k: torch.as_tensor(np.array(v)).to(dtype) for k, v in weights.items()}
        self.heads, self.context, self.dtype = heads, context, dtype
        self.vocabulary, self.width = self.weights["wte.weight"].shape
        self.layers = len({k.split(".")[1] for k in self.weights if k.startswith("h.")})
        self.epsilon = 1e-5

    @classmethod
    def load(cls, folder):
        config = json.loads((folder / "config.json").read_text())
        file, tensors = read_safetensors(folder / "model.safetensors")
        weights = {name.removeprefix("transformer."): values for name, values in tensors.items()}
        model = cls(weights, config["n_head"], config["n_positions"])
        model.epsilon = config.get("layer_norm_epsilon", 1e-5)
        model.file, model.config, model.float32 = file, config, weights
        return model

    def changed(self, changes):
        """A copy with some tensors exchanged."""
        copy = object.__new__(Model)
        copy.__dict__.update(self.__dict__)
        copy.weights = {**self.weights, **{
            k: torch.as_tensor(np.array(v)).to(self.dtype) for k, v in changes.items()}}
        copy.layers = len({k.split(".")[1] for k in copy.weights if k.startswith("h.")})
        return copy

    def single(self):
        """The same in single precision, for long texts."""
        copy = self.changed({})
        copy.weights = {k: v.float() for k, v in self.weights.items()}
        copy.dtype = torch.float32
        return copy

    def norm(self, x, name, trace=None, hook=None):
        w = self.weights
        centred = x - x.mean(-1, keepdim=True)
        scale = (centred.pow(2).mean(-1, keepdim=True) + self.epsilon).sqrt()
        y = centred / scale * w[name + ".weight"] + w[name + ".bias"]
        if trace is not None:
            trace[hook + ".hook_centred"] = centred
            trace[hook + ".hook_scale"] = scale
            trace[hook + ".hook_standard"] = centred / scale
            trace[hook + ".hook_normalized"] = y
        return y

    @torch.no_grad()
    def forward(self, ids, trace=None):
        """Logits `[batch, position, token]` of rows of ids; names of the trace are those of the pages."""
        w, H = self.weights, self.heads
        ids = torch.as_tensor(ids)
        B, T = ids.shape
        D = self.width // H
        tokens, places = w["wte.weight"][ids], w["wpe.weight"][:T].expand(B, -1, -1)
        x = tokens + places
        keep = Nothing() if trace is None else trace
        keep["hook_embed"], keep["hook_pos_embed"] = tokens, places
        mask = torch.triu(torch.ones(T, T, dtype=torch.bool), 1)
        for layer in range(self.layers):
            h, hook = f"h.{layer}.", f"blocks.{layer}."
            keep[hook + "hook_resid_pre"] = x
            n = self.norm(x, h + "ln_1", keep, hook + "ln1")
            qkv = n @ w[h + "attn.c_attn.weight"] + w[h + "attn.c_attn.bias"]
            q, k, v = (p.view(B, T, H, D) for p in qkv.split(self.width, dim=-1))
            keep[hook + "attn.hook_q"], keep[hook + "attn.hook_k"], keep[hook + "attn.hook_v"] = q, k, v
            scores = torch.einsum("bqhd,bkhd->bhqk", q, k) / math.sqrt(D)
            keep[hook + "attn.hook_attn_scores"] = scores
            pattern = scores.masked_fill(mask, float("-inf")).softmax(-1)
            keep[hook + "attn.hook_pattern"] = pattern
            z = torch.einsum("bhqk,bkhd->bqhd", pattern, v)
            keep[hook + "attn.hook_z"] = z
            out = z.reshape(B, T, -1) @ w[h + "attn.c_proj.weight"] + w[h + "attn.c_proj.bias"]
            keep[hook + "hook_attn_out"] = out
            x = x + out
            keep[hook + "hook_resid_mid"] = x
            n = self.norm(x, h + "ln_2", keep, hook + "ln2")
            pre = n @ w[h + "mlp.c_fc.weight"] + w[h + "mlp.c_fc.bias"]
            post = torch.nn.functional.gelu(pre, approximate="tanh")
            keep[hook + "mlp.hook_pre"], keep[hook + "mlp.hook_post"] = pre, post
            out = post @ w[h + "mlp.c_proj.weight"] + w[h + "mlp.c_proj.bias"]
            keep[hook + "hook_mlp_out"] = out
            x = x + out
            keep[hook + "hook_resid_post"] = x
        return self.read(x, keep)

    def read(self, x, trace=None):
        """Logits of a residual stream, as if it were the last."""
        keep = Nothing() if trace is None else trace
        n = self.norm(x, "ln_f", keep, "ln_final")
        return n @ self.weights.get("lm_head.weight", self.weights["wte.weight"]).T

    def logits(self, ids):
        """Of every position of one row."""
        return self.forward([ids])[0]

    def without(self, layer, part, head=None):
        """The model with the output projection of a part set to zero."""
        name = f"h.{layer}.{'attn' if part == 'attention' else 'mlp'}.c_proj"
        weight = self.weights[name + ".weight"].clone()
        if head is not None:
            D = self.width // self.heads
            weight[head * D : (head + 1) * D] = 0
            return self.changed({name + ".weight": weight})
        return self.changed({
            name + ".weight": torch.zeros_like(weight),
            name + ".bias": torch.zeros_like(self.weights[name + ".bias"])})

    def greedy(self, prompts, limit=48, end=0, batch=128):
        """The likeliest tokens after each prompt until the end token, keys and values kept."""
        answers = [[] for _ in prompts]
        by_length = {}
        for n, ids in enumerate(prompts):
            by_length.setdefault(len(ids), []).append(n)
        for length, numbers in by_length.items():
            for start in range(0, len(numbers), batch):
                rows = numbers[start : start + batch]
                room = min(limit, self.context - length)
                if room > 0:
                    self._answer([prompts[n] for n in rows], [answers[n] for n in rows], room, end)
        return answers

    @torch.no_grad()
    def _answer(self, prompts, answers, room, end):
        """Rows of one length, answered together."""
        trace = {}
        logits = self.forward(prompts, trace)[:, -1]
        kept = [(trace[f"blocks.{n}.attn.hook_k"], trace[f"blocks.{n}.attn.hook_v"]) for n in range(self.layers)]
        position = len(prompts[0])
        done = [False] * len(prompts)
        while True:
            tokens = logits.argmax(-1).tolist()
            for n, token in enumerate(tokens):
                done[n] |= token == end
                if not done[n]:
                    answers[n].append(token)
                    done[n] = len(answers[n]) >= room
            if all(done):
                return
            logits = self._next(torch.tensor(tokens), position, kept)
            position += 1

    def _next(self, tokens, position, kept):
        """Logits after one more token of each row."""
        w, H, D = self.weights, self.heads, self.width // self.heads
        x = w["wte.weight"][tokens] + w["wpe.weight"][position]
        for layer in range(self.layers):
            h = f"h.{layer}."
            qkv = self.norm(x, h + "ln_1") @ w[h + "attn.c_attn.weight"] + w[h + "attn.c_attn.bias"]
            q, k, v = (p.view(-1, 1, H, D) for p in qkv.split(self.width, dim=-1))
            kept[layer] = keys, values = tuple(torch.cat(pair, 1) for pair in zip(kept[layer], (k, v)))
            pattern = (torch.einsum("bqhd,bkhd->bhqk", q, keys) / math.sqrt(D)).softmax(-1)
            z = torch.einsum("bhqk,bkhd->bqhd", pattern, values).reshape(len(tokens), -1)
            x = x + z @ w[h + "attn.c_proj.weight"] + w[h + "attn.c_proj.bias"]
            pre = self.norm(x, h + "ln_2") @ w[h + "mlp.c_fc.weight"] + w[h + "mlp.c_fc.bias"]
            x = x + torch.nn.functional.gelu(pre, approximate="tanh") @ w[h + "mlp.c_proj.weight"] + w[
                h + "mlp.c_proj.bias"]
        return self.read(x)


class Judged:
    """How documents were predicted: nats, right first guesses, the probability of each first guess."""

    def __init__(self, model, documents, batch=32):
        windows = []
        for number, ids in enumerate(documents):
            for start in range(0, len(ids) - 1, model.context):
                windows.append((ids[start : start + model.context + 1], number))
        windows.sort(key=lambda w: -len(w[0]))
        nats, right, confidence = [], [], []
        self.by_document = np.zeros(len(documents))
        for start in range(0, len(windows), batch):
            rows = windows[start : start + batch]
            length = len(rows[0][0]) - 1
            inputs = [r[:-1] + [0] * (length - len(r) + 1) for r, _ in rows]
            logs = model.forward(inputs).log_softmax(-1)
            best = logs.max(-1)
            for place, (row, number) in enumerate(rows):
                count = len(row) - 1
                targets = torch.tensor(row[1:])
                own = logs[place, :count].gather(-1, targets[:, None])[:, 0]
                nats.append(-own.double().numpy())
                self.by_document[number] += float(nats[-1].sum())
                right.append((best.indices[place, :count] == targets).numpy())
                confidence.append(best.values[place, :count].double().exp().numpy())
        self.nats = np.concatenate(nats)
        self.right = np.concatenate(right)
        self.confidence = np.concatenate(confidence)

    @property
    def tokens(self):
        return len(self.nats)

    @property
    def loss(self):
        return float(self.nats.mean())
