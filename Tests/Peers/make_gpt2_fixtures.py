"""Writes what Hugging Face's GPT-2 computes with known weights, for the parity test of Transformer.

    python make_gpt2_fixtures.py ../TransformerTests/Fixtures/gpt2.safetensors

Last run with torch 2.15.0, transformers 5.24.0, safetensors and numpy, on CPU. The model computes
in float64 so that the numbers written (as float32) are the truth to which float32 may come close.
"""

import sys

import numpy
import torch
import transformers
from safetensors.numpy import save_file

SEED, BATCH, STEPS = 20, 3, 10
LEARNING_RATE, BETAS, EPSILON, WEIGHT_DECAY, CLIP = 1e-3, (0.9, 0.95), 1e-6, 0.1, 1.0
SIZES = dict(n_layer=2, n_head=2, n_embd=16, n_positions=10, vocab_size=19)


def main(path: str) -> None:
    torch.manual_seed(SEED)
    config = transformers.GPT2Config(
        **SIZES, activation_function="gelu_new", resid_pdrop=0.0, embd_pdrop=0.0, attn_pdrop=0.0,
        attn_implementation="eager")
    model = transformers.GPT2LMHeadModel(config).double().train()
    with torch.no_grad():
        for name, value in model.named_parameters():
            is_norm_weight = "ln_" in name and name.endswith("weight")
            noise = torch.randn(value.shape) * (0.1 if is_norm_weight else 0.2)
            # Values that float32 holds exactly, so that both sides start from the same ones.
            value.copy_((noise + (1.0 if is_norm_weight else 0.0)).float())
    positions, vocabulary = SIZES["n_positions"], SIZES["vocab_size"]
    inputs = torch.randint(vocabulary, (STEPS, BATCH, positions))
    targets = torch.randint(vocabulary, (STEPS, BATCH, positions))
    targets[1, 0, :4] = -1  # predictions that are not asked for

    tensors = {"inputs": inputs.int().numpy(), "targets": targets.int().numpy()}

    def keep(name: str, value: torch.Tensor) -> None:
        tensors[name] = value.detach().float().contiguous().numpy().copy()

    def name_of(parameter_name: str) -> str:
        return parameter_name.removeprefix("transformer.")

    for name, value in model.named_parameters():
        keep("initial." + name_of(name), value)
    optimizer = torch.optim.AdamW(
        model.parameters(), lr=LEARNING_RATE, betas=BETAS, eps=EPSILON, weight_decay=WEIGHT_DECAY)
    losses, norms = [], []
    for step in range(STEPS):
        logits = model(input_ids=inputs[step]).logits
        loss = torch.nn.functional.cross_entropy(
            logits.flatten(0, 1), targets[step].flatten(), ignore_index=-1)
        optimizer.zero_grad()
        loss.backward()
        if step == 0:
            keep("logits", logits)
            for name, value in model.named_parameters():
                keep("gradient." + name_of(name), value.grad)
        norms.append(torch.nn.utils.clip_grad_norm_(model.parameters(), CLIP).item())
        losses.append(loss.item())
        optimizer.step()
    for name, value in model.named_parameters():
        keep("final." + name_of(name), value)
    tensors["losses"] = numpy.array(losses, dtype=numpy.float32)
    tensors["norms"] = numpy.array(norms, dtype=numpy.float32)
    save_file(tensors, path)
    print(f"torch {torch.__version__}, transformers {transformers.__version__}: {path}")


if __name__ == "__main__":
    main(sys.argv[1])
