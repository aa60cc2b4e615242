"""Compares a saved model with Hugging Face `transformers`, in both directions.

Run by hand:

    swift build -c release
    pip install torch==2.15.0 transformers==5.23.0
    python Tests/Peers/check_transformers.py [--model Output/model] [--nakami .build/release/nakami]

First `transformers` opens the model's folder: token ids, logits (to 1e-4) and greedy text must be those of
`nakami`. Then `nakami` opens folders that `transformers` wrote: 32, 16 and brain 16 bit floats, an output
layer of its own, weights in parts.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer, GPT2Config, GPT2LMHeadModel

TEXTS = [
    "Where does Mira work?",
    "In the morning the harbour is quiet, and 12 boats don't leave.",
    "ミラはどこで働いていますか。",
    "港の朝は静かです。  two  spaces\n\nand a line",
    "🐟 naïve café",
]
QUESTIONS = ["Where does Mira work?", "In the morning", "ミラはどこで働いていますか。"]

parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
parser.add_argument("--model", default="Output/model")
parser.add_argument("--nakami", default=".build/release/nakami")
arguments = parser.parse_args()
failures = 0


def nakami(*words):
    """The JSON that a command prints."""
    result = subprocess.run([arguments.nakami, *words], capture_output=True, text=True)
    if result.returncode != 0:
        sys.exit(f"nakami {' '.join(words)}: {result.stderr.strip()}")
    return json.loads(result.stdout)


def report(name, passed, detail):
    global failures
    failures += not passed
    print(f"{'same' if passed else 'DIFFERENT'}  {name}: {detail}")


def compare_logits(name, model, folder, tokenizer, texts, limit=1e-4):
    worst = 0
    for text in texts:
        own = nakami("logits", "--model", str(folder), "--text", text, "--json")
        ids = tokenizer(text)["input_ids"]
        if ids != own["ids"]:
            report(name, False, f"ids of {text!r}: {ids} there, {own['ids']} here")
            return
        with torch.no_grad():
            logits = model(torch.tensor([ids])).logits[0, -1].float()
        worst = max(worst, (logits - torch.tensor(own["logits"])).abs().max().item())
    report(name, worst < limit, f"largest difference of a logit {worst:.1e} over {len(texts)} texts")


def opened_there():
    tokenizer = AutoTokenizer.from_pretrained(arguments.model)
    model = AutoModelForCausalLM.from_pretrained(arguments.model, dtype=torch.float32).eval()
    compare_logits("opened by transformers", model, arguments.model, tokenizer, TEXTS)
    for question in QUESTIONS:
        answer = nakami("ask", question, "--model", arguments.model, "--json", "--tokens", "40")
        prompt = [token["id"] for token in answer["tokens"]]
        own = [choice["chosen"]["id"] for choice in answer["choices"]]
        ids = torch.tensor([prompt])
        output = model.generate(
            ids, attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=len(own)
        )[0, len(prompt):].tolist()
        report(f"greedy answer to {question!r}", output == own, repr(tokenizer.decode(output)))


def opened_here():
    tokenizer = AutoTokenizer.from_pretrained(arguments.model)
    config = GPT2Config(
        vocab_size=len(tokenizer) + 5, n_positions=96, n_embd=48, n_layer=3, n_head=4,
        bos_token_id=0, eos_token_id=0,
    )
    kinds = [
        ("float32", torch.float32, True, {}),
        ("float16", torch.float16, True, {}),
        ("bfloat16", torch.bfloat16, True, {}),
        ("untied", torch.float32, False, {}),
        ("in parts", torch.float32, True, {"max_shard_size": "100KB"}),
    ]
    for name, dtype, tied, options in kinds:
        torch.manual_seed(1)
        config.tie_word_embeddings = tied
        model = GPT2LMHeadModel(config)
        with torch.no_grad():
            for parameter in model.parameters():
                parameter.add_(0.1 * torch.randn_like(parameter))
        model = model.to(dtype).eval()
        with tempfile.TemporaryDirectory() as folder:
            model.save_pretrained(folder, **options)
            tokenizer.save_pretrained(folder)
            files = len(list(Path(folder).glob("*.safetensors")))
            # The comparison is with the stored values, computed in 32 bits.
            compare_logits(
                f"written by transformers, {name}, {files} file(s)", model.float(), folder,
                tokenizer, TEXTS,
            )


opened_there()
opened_here()
sys.exit(1 if failures else 0)
