"""Compares what `nakami ask` tells of its choices with Hugging Face `transformers`.

Run by hand, from the top of the repository:

    swift build -c release
    pip install torch==2.13.0 transformers==5.24.0
    python Tests/Peers/check_generation.py [--model Output/model] [--nakami .build/release/nakami]

Each answer is asked for as JSON. `transformers` opens the same folder, reads prompt and answer in one pass, and
must find, at every step: the same log probabilities (to 1e-3), and, with its own filters in its own order, the
same tokens left with the same shares (to 1e-4).
"""

import argparse
import json
import subprocess
import sys

import torch
from transformers import AutoModelForCausalLM
from transformers.generation.logits_process import (
    MinPLogitsWarper,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

PROMPTS = ["Where does Mira work?", "On Monday", "ミラはどこで働いていますか。", "パベルさんは"]
SETTINGS = [
    {},
    {"temperature": 1.3, "top-k": 12},
    {"temperature": 0.9, "top-p": 0.95},
    {"temperature": 1.5, "min-p": 0.02},
    {"temperature": 1.2, "top-k": 40, "top-p": 0.9, "min-p": 0.05, "repetition-penalty": 1.3},
]

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--model", default="Output/model")
parser.add_argument("--nakami", default=".build/release/nakami")
arguments = parser.parse_args()
model = AutoModelForCausalLM.from_pretrained(arguments.model).eval()
failures = steps = 0


def fail(text):
    global failures
    failures += 1
    print("different:", text)


def filtered(ids, scores, setting):
    ids, scores = torch.tensor([ids]), scores.unsqueeze(0)
    if setting.get("repetition-penalty", 1) != 1:
        scores = RepetitionPenaltyLogitsProcessor(setting["repetition-penalty"])(ids, scores)
    scores = TemperatureLogitsWarper(setting["temperature"])(ids, scores)
    if "top-k" in setting:
        scores = TopKLogitsWarper(setting["top-k"])(ids, scores)
    if "top-p" in setting:
        scores = TopPLogitsWarper(setting["top-p"])(ids, scores)
    if "min-p" in setting:
        scores = MinPLogitsWarper(setting["min-p"])(ids, scores)
    return scores[0]


for prompt in PROMPTS:
    for setting in SETTINGS:
        words = [word for name, value in setting.items() for word in ("--" + name, str(value))]
        command = [arguments.nakami, "ask", prompt, "--model", arguments.model, "--json"] + words
        answer = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
        account = answer["account"]
        given = [token["id"] for token in account["tokens"]]
        written = [choice["chosen"]["id"] for choice in account["choices"]]
        with torch.no_grad():
            logits = model(torch.tensor([given + written])).logits[0, len(given) - 1 : -1].float()
        logarithms = torch.log_softmax(logits, -1)
        told = answer["choices"][0]["logprobs"]["token_logprobs"]
        for step, value in enumerate(told):
            if abs(value - logarithms[step, written[step]].item()) > 1e-3:
                fail(f"{prompt} {setting} step {step + 1}: {value}")
        for step, choice in enumerate(account["choices"]):
            steps += 1
            if not setting:
                if logits[step].argmax().item() != written[step]:
                    fail(f"{prompt} step {step + 1}: not the likeliest")
                continue
            scores = filtered(given + written[:step], logits[step], setting)
            shares = torch.softmax(scores, -1)
            kept = {i for i in range(len(shares)) if scores[i] > -float("inf")}
            own = {c["token"]["id"]: c["adjusted"] for c in choice["candidates"] if c["isKept"]}
            if set(own) != kept:
                fail(f"{prompt} {setting} step {step + 1}: {len(own)} and {len(kept)} stay")
            elif any(abs(share - shares[i].item()) > 1e-4 for i, share in own.items()):
                fail(f"{prompt} {setting} step {step + 1}: other shares")

print(f"{len(PROMPTS) * len(SETTINGS)} answers, {steps} steps, {failures} different")
sys.exit(1 if failures else 0)
