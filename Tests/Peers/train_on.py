"""Trains a model folder on with PyTorch and `transformers`, on one process or several.

    pip install torch==2.15.0 transformers==5.23.0
    torchrun --nproc-per-node 2 Tests/Peers/train_on.py --model Output/model --data FILE --out Further --steps 50
    nakami import Further

Every process reads its own part of the text; gradients are averaged over all (`DistributedDataParallel`, gloo on
processors, nccl where there are graphics cards). The first process writes the folder at the end.
"""

import argparse
import os

import torch
import torch.distributed as distributed
from torch.nn.parallel import DistributedDataParallel
from transformers import AutoModelForCausalLM, AutoTokenizer

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--model", default="Output/model")
parser.add_argument("--data", required=True, help="a text file")
parser.add_argument("--out", required=True)
parser.add_argument("--steps", type=int, default=50)
parser.add_argument("--batch", type=int, default=8)
parser.add_argument("--learning-rate", type=float, default=3e-4)
parser.add_argument("--dtype", choices=["float32", "float16", "bfloat16"], default="float32")
arguments = parser.parse_args()

count = int(os.environ.get("WORLD_SIZE", 1))
rank = int(os.environ.get("RANK", 0))
device = torch.device("cpu")
if torch.cuda.is_available():
    device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", 0)))
if count > 1:
    distributed.init_process_group("nccl" if device.type == "cuda" else "gloo")

torch.manual_seed(1234 + rank)
tokenizer = AutoTokenizer.from_pretrained(arguments.model)
model = AutoModelForCausalLM.from_pretrained(arguments.model, dtype=torch.float32).to(device).train()
context = model.config.n_positions
with open(arguments.data, encoding="utf-8") as file:
    tokens = torch.tensor(tokenizer(file.read(), verbose=False)["input_ids"])
# The last tenth judges; of the rest each process has its own share.
cut = len(tokens) * 9 // 10
held_out = tokens[cut : cut + (len(tokens) - cut) // context * context].view(-1, context)[:32]
share = tokens[:cut].chunk(count)[rank]
if len(share) <= context or len(held_out) == 0:
    raise SystemExit(f"{arguments.data} has {len(tokens)} tokens, too few for {count} process(es)")

runner = DistributedDataParallel(model) if count > 1 else model
optimizer = torch.optim.AdamW(model.parameters(), lr=arguments.learning_rate, weight_decay=0.1)


def judge():
    model.eval()
    with torch.no_grad():
        loss = model(held_out.to(device), labels=held_out.to(device)).loss.item()
    model.train()
    return loss


before = judge()
for step in range(1, arguments.steps + 1):
    starts = torch.randint(len(share) - context, (arguments.batch,))
    rows = torch.stack([share[start : start + context] for start in starts]).to(device)
    loss = runner(rows, labels=rows).loss
    loss.backward()
    torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
    optimizer.step()
    optimizer.zero_grad(set_to_none=True)
    if rank == 0 and (step == 1 or step % 10 == 0 or step == arguments.steps):
        print(f"step {step}/{arguments.steps}  loss {loss.item():.4f}", flush=True)

if rank == 0:
    print(f"held out, {count} process(es): {before:.4f} before, {judge():.4f} after")
    model.to(getattr(torch, arguments.dtype)).save_pretrained(arguments.out)
    tokenizer.save_pretrained(arguments.out)
    print(f"written to {arguments.out}; look inside with: nakami import {arguments.out}")
if count > 1:
    distributed.destroy_process_group()
