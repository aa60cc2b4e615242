"""Writes Tests/InferenceTests/SamplingPeers.swift: what the filters of `transformers` leave of some logits.

Run by hand, from the top of the repository:

    pip install torch==2.13.0 transformers==5.24.0
    python Tests/Peers/make_sampling_fixture.py

The filters are applied in the order in which `generate` applies them: repetition penalty, temperature, top-k,
top-p, min-p. Logits are multiples of 1/64, so that single precision holds them exactly; none two are equal, for
`transformers` keeps all of equal ones at the edge of top-k.
"""

import torch
import transformers
from transformers.generation.logits_process import (
    MinPLogitsWarper,
    RepetitionPenaltyLogitsProcessor,
    TemperatureLogitsWarper,
    TopKLogitsWarper,
    TopPLogitsWarper,
)

TARGET = "Tests/InferenceTests/SamplingPeers.swift"
VOCABULARY = 24
# Tokens that stand in the text already, one of them twice.
TEXT = [3, 17, 3, 8]
# temperature, top-k, top-p, min-p, repetition penalty
SETTINGS = [
    (1.0, 0, 1.0, 0.0, 1.0),
    (0.7, 0, 1.0, 0.0, 1.0),
    (1.5, 0, 1.0, 0.0, 1.0),
    (1.0, 5, 1.0, 0.0, 1.0),
    (1.0, 0, 0.8, 0.0, 1.0),
    (1.0, 0, 1.0, 0.1, 1.0),
    (1.0, 0, 1.0, 0.0, 1.3),
    (2.0, 0, 1.0, 0.3, 0.7),
    (0.8, 9, 0.9, 0.0, 1.0),
    (1.2, 12, 0.95, 0.05, 1.2),
    (0.5, 0, 0.6, 0.2, 2.0),
]


def logits(seed):
    torch.manual_seed(seed)
    values = torch.randperm(8 * VOCABULARY)[:VOCABULARY].float()
    return ((values - 4 * VOCABULARY) * 3).round() / 64


def filtered(scores, setting):
    temperature, top_k, top_p, min_p, penalty = setting
    ids, scores = torch.tensor([TEXT]), scores.unsqueeze(0)
    if penalty != 1:
        scores = RepetitionPenaltyLogitsProcessor(penalty)(ids, scores)
    if temperature != 1:
        scores = TemperatureLogitsWarper(temperature)(ids, scores)
    if top_k:
        scores = TopKLogitsWarper(top_k)(ids, scores)
    if top_p < 1:
        scores = TopPLogitsWarper(top_p)(ids, scores)
    if min_p:
        scores = MinPLogitsWarper(min_p)(ids, scores)
    return scores[0]


lines = [
    "// Made by Tests/Peers/make_sampling_fixture.py with transformers "
    f"{transformers.__version__} and torch {torch.__version__.split('+')[0]}.",
    "",
    "import Inference",
    "",
    "/// What the filters of `transformers` leave of some logits, and how likely it is.",
    "enum SamplingPeers {",
    "  struct Case: Sendable {",
    "    var options: SamplingOptions",
    "    var logits: [Float]",
    "    /// Token and probability, the likeliest first.",
    "    var kept: [(id: Int32, probability: Float)]",
    "  }",
    "",
    "  /// Tokens that stand in the text already.",
    f"  static let text: [Int32] = {TEXT}",
    "",
    "  static let cases: [Case] = [",
]
for seed, setting in enumerate(SETTINGS):
    raw = logits(seed)
    assert len(set(raw.tolist())) == VOCABULARY
    scores = filtered(raw, setting)
    probabilities = torch.softmax(scores.double(), 0)
    kept = [i for i in torch.argsort(scores, descending=True).tolist() if scores[i] > -float("inf")]
    temperature, top_k, top_p, min_p, penalty = setting
    lines += [
        "    Case(",
        "      options: SamplingOptions(",
        f"        temperature: {temperature}, topK: {top_k}, topP: {top_p}, minP: {min_p},",
        f"        repetitionPenalty: {penalty}),",
        f"      logits: {raw.tolist()},",
        "      kept: [" + ", ".join(f"({i}, {probabilities[i].item():.8f})" for i in kept) + "]),",
    ]
lines += ["  ]", "}"]
with open(TARGET, "w", encoding="utf-8") as file:
    file.write("\n".join(lines) + "\n")
