#!/usr/bin/env python3
"""Folders as people bring them: token ids and logits of `nakami logits` beside `tokenizers` and `transformers`.

    .venv/bin/pip install torch transformers tokenizers safetensors
    .venv/bin/python Tests/Peers/check_folders.py --nakami .build/release/nakami

Makes small GPT-2 folders with random weights, each different in one thing that a folder may say (added tokens, what
stands before and after a text, where end tokens are named, how weights are stored), and compares for several texts
the ids, exactly, and the logits of the last position, within 1e-4. Folders that cannot give the same numbers must
be refused in one line. `--only NAME` takes some, `--keep DIR` leaves them there.
"""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import warnings

import torch
import transformers
from safetensors.torch import load_file, save_file
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors, trainers
from transformers import AutoTokenizer, GPT2Config, GPT2LMHeadModel

warnings.filterwarnings("ignore")
transformers.logging.set_verbosity_error()
transformers.logging.disable_progress_bar()

CORPUS = [
    "The boats come home in the evening, and the lamps of the harbour are lit one by one.",
    "Once upon a time there was a small harbour town. The people of the town knew the sea.",
    "むかしむかし、港の町に小さな灯台がありました。町の人は海をよく知っていました。",
    "The sea was calm, the sea was cold; 12 boats and 7 lamps, 2024-11-29.",
] * 4
TEXTS = [
    "Once upon a time", " the lamps of the harbour", "港の町に、 12 boats", "The sea\n\n  was  calm\t",
    "a", "Naïve café – 😀 ２０２４",
]
MARKED = [
    "The sea<|endoftext|>The lamps", "<|endoftext|>", "a <|sep|> b", "the Nakami town", "x Nakamix nakami",
    " Nakami  <|sep|>  Once", "Nakami", "<|endoftext|><|endoftext|> 港", "the 灯台守 of the Nakami, x<|sep|>y",
]


def base_tokenizer(special=("<|endoftext|>",), alphabet=None):
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.decoder = decoders.ByteLevel()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=list(special), show_progress=False,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet() if alphabet is None else alphabet)
    tokenizer.train_from_iterator(CORPUS, trainer)
    return tokenizer


class Folder:
    """A folder that a case changes before it is compared."""

    def __init__(self, path, seed):
        self.path = pathlib.Path(path)
        self.path.mkdir(parents=True)
        self.tokenizer = base_tokenizer()
        self.config = dict(n_layer=2, n_head=2, n_embd=16, n_positions=64, vocab_size=0)
        self.seed = seed
        self.texts = TEXTS + MARKED
        self.settings = {}
        self.refusal = None
        # Whether settings beside tokenizer.json have a say in the ids, so that `transformers` must be asked for them.
        self.is_asked_whole = False
        self.refused = 0
        self.vocabulary = None

    def write(self):
        size = self.vocabulary or self.tokenizer.get_vocab_size()
        torch.manual_seed(self.seed)
        self.model = GPT2LMHeadModel(GPT2Config(**{**self.config, "vocab_size": size}))
        with torch.no_grad():
            for name, values in self.model.named_parameters():
                values.normal_(1 if "ln" in name and "weight" in name else 0, 0.2)
        self.model.save_pretrained(self.path)
        self.tokenizer.save(str(self.path / "tokenizer.json"))
        if self.settings:
            self.put("tokenizer_config.json", self.settings)

    def put(self, name, value):
        (self.path / name).write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")

    def edit(self, name, change):
        value = json.loads((self.path / name).read_text(encoding="utf-8"))
        change(value)
        self.put(name, value)

    def weights(self, change):
        path = self.path / "model.safetensors"
        save_file(change(load_file(path)), path, metadata={"format": "pt"})

    def old_form(self):
        """`vocab.json` and `merges.txt` in place of `tokenizer.json`."""
        self.tokenizer.model.save(str(self.path))
        (self.path / "tokenizer.json").unlink()


CASES = {}


def case(function):
    CASES[function.__name__.replace("_", "-")] = function
    return function


@case
def plain(f):
    f.write()


@case
def old_form(f):
    f.write()
    f.old_form()


@case
def old_form_added_tokens(f):
    f.vocabulary = f.tokenizer.get_vocab_size() + 2
    f.write()
    size = f.tokenizer.get_vocab_size()
    f.old_form()
    f.put("added_tokens.json", {"Nakami": size, "<|sep|>": size + 1})


@case
def old_form_special_map(f):
    f.tokenizer = base_tokenizer(["<|endoftext|>", "<|sep|>"])
    f.write()
    f.old_form()
    f.put("special_tokens_map.json", {
        "bos_token": "<|endoftext|>", "eos_token": "<|endoftext|>", "unk_token": "<|endoftext|>",
        "additional_special_tokens": ["<|sep|>"]})


@case
def old_form_decoder(f):
    f.vocabulary = f.tokenizer.get_vocab_size() + 1
    size = f.tokenizer.get_vocab_size()
    f.write()
    f.old_form()
    f.put("tokenizer_config.json", {
        "tokenizer_class": "GPT2Tokenizer",
        "added_tokens_decoder": {
            "0": {"content": "<|endoftext|>", "lstrip": False, "rstrip": False, "normalized": True,
                  "single_word": False, "special": True},
            str(size): {"content": "<|sep|>", "lstrip": False, "rstrip": False, "normalized": False,
                        "single_word": False, "special": True}}})


@case
def old_form_bos(f):
    f.write()
    f.old_form()
    f.put("tokenizer_config.json", {"tokenizer_class": "GPT2Tokenizer", "add_bos_token": True})


@case
def old_form_prefix_space(f):
    f.write()
    f.old_form()
    f.put("tokenizer_config.json", {"tokenizer_class": "GPT2Tokenizer", "add_prefix_space": True})


def with_added(*tokens):
    def make(f):
        f.tokenizer.add_tokens(list(tokens))
        f.write()
    return make


CASES["added-word"] = with_added("Nakami")
CASES["added-word-of-kanji"] = with_added("灯台守", "港")
CASES["added-takes-space-before"] = with_added(AddedToken("Nakami", lstrip=True))
CASES["added-takes-space-after"] = with_added(AddedToken("Nakami", rstrip=True))
CASES["added-takes-both"] = with_added(
    AddedToken("Nakami", lstrip=True, rstrip=True), AddedToken("<|sep|>", lstrip=True, rstrip=True))
CASES["added-whole-word"] = with_added(AddedToken("Nakami", single_word=True), AddedToken("a", single_word=True))
CASES["added-not-normalized"] = with_added(AddedToken("Nakami", normalized=False))
CASES["added-one-in-the-other"] = with_added("Naka", "Nakami", "Nakamix", "ami")
CASES["added-early-and-late"] = with_added("Nakami town", AddedToken("kami", normalized=False))
CASES["added-with-spaces"] = with_added("the lamps", " of ")
CASES["added-that-is-a-token"] = with_added("the", "a")
CASES["added-emoji"] = with_added("😀", "–", "２０")
CASES["added-many"] = with_added(*[f"<extra_{i}>" for i in range(100)], "Nakami")


def with_special(*tokens):
    def make(f):
        f.tokenizer.add_special_tokens(list(tokens))
        f.write()
    return make


CASES["special-more"] = with_special("<|sep|>", "<|user|>")
CASES["special-takes-space"] = with_special(AddedToken("<|sep|>", lstrip=True, rstrip=True))
CASES["special-prefix-of-another"] = with_special("<|sep", "<|sep|>")


@case
def prefix_space(f):
    f.tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    f.tokenizer.add_tokens(["Nakami"])
    f.write()


@case
def pre_tokenizer_in_a_sequence(f):
    f.tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.ByteLevel(add_prefix_space=False)])
    f.write()


@case
def sequence_with_prefix_space(f):
    f.tokenizer.pre_tokenizer = pre_tokenizers.Sequence([pre_tokenizers.ByteLevel(add_prefix_space=True)])
    f.write()


def with_processor(make):
    def change(f):
        f.tokenizer.add_special_tokens(["<|sep|>"])
        ids = {name: f.tokenizer.token_to_id(name) for name in ["<|endoftext|>", "<|sep|>"]}
        f.tokenizer.post_processor = make(ids)
        f.write()
    return change


CASES["after-byte-level"] = with_processor(lambda ids: processors.ByteLevel(trim_offsets=False))
CASES["template-before"] = with_processor(lambda ids: processors.TemplateProcessing(
    single="<|endoftext|> $A", pair="$A $B", special_tokens=list(ids.items())))
CASES["template-both"] = with_processor(lambda ids: processors.TemplateProcessing(
    single="<|endoftext|> <|sep|> $A <|endoftext|>", pair="$A $B", special_tokens=list(ids.items())))
CASES["template-nothing"] = with_processor(lambda ids: processors.TemplateProcessing(
    single="$A", pair="$A $B", special_tokens=[]))
CASES["roberta"] = with_processor(lambda ids: processors.RobertaProcessing(
    ("<|sep|>", ids["<|sep|>"]), ("<|endoftext|>", ids["<|endoftext|>"])))
CASES["bert"] = with_processor(lambda ids: processors.BertProcessing(
    ("<|sep|>", ids["<|sep|>"]), ("<|endoftext|>", ids["<|endoftext|>"])))
CASES["processors-in-a-sequence"] = with_processor(lambda ids: processors.Sequence([
    processors.ByteLevel(), processors.TemplateProcessing(
        single="<|sep|> $A", pair="$A $B", special_tokens=list(ids.items()))]))


@case
def truncation_and_padding(f):
    f.tokenizer.enable_truncation(48)
    f.write()


@case
def merges_as_strings(f):
    f.write()
    f.edit("tokenizer.json", lambda t: t["model"].update(merges=[" ".join(m) for m in t["model"]["merges"]]))


@case
def normalizers_none(f):
    f.write()
    f.edit("tokenizer.json", lambda t: t.update(normalizer={"type": "Sequence", "normalizers": []}))


@case
def bytes_without_tokens(f):
    """Only bytes of the corpus have tokens; `tokenizers` drops the others, and such a text must be refused."""
    f.tokenizer = base_tokenizer(alphabet=[])
    f.texts += ["the boats", "Zoo", "the café", "ünder", "evening, 12 boats; 7 lamps"]
    f.write()


@case
def bytes_without_tokens_but_added_words(f):
    f.tokenizer = base_tokenizer(alphabet=[])
    f.tokenizer.add_tokens(["café", AddedToken("Zoo", normalized=False), "灯台守"])
    f.texts += ["the café", "a Zoo", "a Zoö", "灯台守 of the café"]
    f.write()


@case
def bytes_without_tokens_and_prefix_space(f):
    f.tokenizer = base_tokenizer(alphabet=[])
    f.tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=True)
    f.write()


@case
def bytes_without_tokens_in_the_old_form(f):
    f.tokenizer = base_tokenizer(alphabet=[])
    f.write()
    f.old_form()


@case
def a_list_of_words(f):
    f.write()
    words = sorted({word for text in CORPUS for word in text.split()})[:40] + ["a", "I"]
    f.edit("tokenizer.json", lambda t: t["model"].update(vocab={w: i for i, w in enumerate(words)}, merges=[]))
    f.edit("tokenizer.json", lambda t: t.update(added_tokens=[]))
    f.refusal = "words that no merge makes"


@case
def own_output_table(f):
    """config.json ties, or says nothing, and the file has another table."""
    f.write()
    f.weights(lambda w: {**w, "lm_head.weight": torch.randn(w["transformer.wte.weight"].shape)})
    f.edit("config.json", lambda c: c.pop("tie_word_embeddings", None))


@case
def untied(f):
    f.config["tie_word_embeddings"] = False
    f.write()


@case
def same_output_table(f):
    f.write()
    f.weights(lambda w: {**w, "lm_head.weight": w["transformer.wte.weight"].clone()})


@case
def half(f):
    f.write()
    f.weights(lambda w: {k: v.to(torch.float16) for k, v in w.items()})
    f.edit("config.json", lambda c: c.update(dtype="float16"))


@case
def brain_half(f):
    f.write()
    f.weights(lambda w: {k: v.to(torch.bfloat16) for k, v in w.items()})
    f.edit("config.json", lambda c: c.update(dtype="bfloat16"))


@case
def shards(f):
    f.write()
    f.model.save_pretrained(f.path, max_shard_size="20KB")
    if (f.path / "model.safetensors.index.json").exists():
        (f.path / "model.safetensors").unlink(missing_ok=True)


@case
def names_without_prefix(f):
    f.write()
    f.weights(lambda w: {k.removeprefix("transformer."): v for k, v in w.items()})


@case
def masks_of_old_files(f):
    f.write()
    f.weights(lambda w: {**w, **{
        f"transformer.h.{i}.attn.bias": torch.ones(1, 1, 64, 64, dtype=torch.bool).tril() for i in range(2)},
        **{f"transformer.h.{i}.attn.masked_bias": torch.tensor(-1e4) for i in range(2)}})


@case
def model_larger_than_tokenizer(f):
    f.vocabulary = f.tokenizer.get_vocab_size() + 64
    f.write()


@case
def tokenizer_larger_than_model(f):
    f.vocabulary = f.tokenizer.get_vocab_size()
    f.tokenizer.add_special_tokens(["<pad>", "<|unused|>"])
    f.write()


@case
def one_layer_one_head(f):
    f.config.update(n_layer=1, n_head=1)
    f.write()


@case
def wide_and_deep(f):
    f.config.update(n_layer=5, n_head=4, n_embd=48)
    f.write()


@case
def other_name_of_the_activation(f):
    f.config["activation_function"] = "gelu_pytorch_tanh"
    f.write()


@case
def inner_width_written_out(f):
    f.config["n_inner"] = 64
    f.write()


@case
def positions_by_the_old_name(f):
    f.write()
    f.edit("config.json", lambda c: c.update(n_ctx=c["n_positions"]))


@case
def several_ends(f):
    f.write()
    f.edit("generation_config.json", lambda c: c.update(eos_token_id=[0, 5]))


@case
def no_generation_settings(f):
    f.write()
    (f.path / "generation_config.json").unlink(missing_ok=True)
    f.edit("config.json", lambda c: c.update(eos_token_id=0))


@case
def normalizer_changes_text(f):
    f.write()
    f.edit("tokenizer.json", lambda t: t.update(normalizer={"type": "NFC"}))
    f.refusal = "normalizer"


@case
def words_cut_otherwise(f):
    f.write()
    f.edit("tokenizer.json", lambda t: t.update(pre_tokenizer={"type": "Sequence", "pretokenizers": [
        {"type": "Digits", "individual_digits": True}, t["pre_tokenizer"]]}))
    f.refusal = "words as GPT-2 does"


@case
def another_activation(f):
    f.config["activation_function"] = "relu"
    f.write()
    f.refusal = "activation"


@case
def double_precision(f):
    f.write()
    f.weights(lambda w: {k: v.to(torch.float64) for k, v in w.items()})


@case
def dropout_of_nothing(f):
    f.write()
    f.edit("tokenizer.json", lambda t: t["model"].update(dropout=0.0))


def with_settings(**settings):
    """Special tokens as settings beside tokenizer.json name them; <|sep|> is a mere entry of the vocabulary there."""
    def make(f):
        f.vocabulary = 448
        f.write()
        f.edit("tokenizer.json", lambda t: t["model"]["vocab"].update({"<|sep|>": 400}))
        f.put("tokenizer_config.json", {"tokenizer_class": "PreTrainedTokenizerFast", **settings})
        f.texts += ["The sea<|new|> and <|sep|><|new|>", " <|user|>a <|sep|>"]
        f.is_asked_whole = True
    return make


CASES["special-in-a-list"] = with_settings(extra_special_tokens=["<|sep|>", "<|user|>"])
CASES["special-by-name"] = with_settings(extra_special_tokens={"sep_token_2": "<|sep|>", "user_token": "<|user|>"})
CASES["special-for-a-model"] = with_settings(model_specific_special_tokens={"image_token": "<|sep|>"})
CASES["role-of-its-own"] = with_settings(image_token="<|sep|>", sound_token="<|new|>")
CASES["role-without-id"] = with_settings(pad_token="<|new|>", sep_token="<|sep|>", eos_token="<|endoftext|>")
CASES["role-that-takes-space"] = with_settings(pad_token={
    "__type": "AddedToken", "content": "<|new|>", "lstrip": True, "rstrip": True, "normalized": False,
    "single_word": False})
CASES["split-special-tokens"] = with_settings(split_special_tokens=True, eos_token="<|endoftext|>")
CASES["split-special-tokens-not"] = with_settings(split_special_tokens=False, eos_token="<|endoftext|>")
CASES["flag-beside-tokenizer-json"] = with_settings(add_bos_token=True, bos_token="<|endoftext|>")
CASES["gpt2-class-without-its-token"] = with_settings(tokenizer_class="GPT2TokenizerFast", sep_token="<|sep|>")


@case
def adapter_tensors_beside_the_weights(f):
    f.write()
    name = "transformer.h.0.attn.c_attn.lora_A.weight"
    f.weights(lambda w: {**w, name: torch.ones(4, 16)})


@case
def more_layers_than_said(f):
    f.write()
    f.weights(lambda w: {**w, **{k.replace("h.1.", "h.2."): v.clone() for k, v in w.items() if "h.1." in k}})


def with_names(change, refusal):
    def make(f):
        f.write()
        f.weights(lambda w: {change(k): v for k, v in w.items()})
        f.refusal = refusal
    return make


CASES["wrapped-for-many-machines"] = with_names(lambda k: "module." + k, "module.transformer.h.1.ln_1.weight")
CASES["wrapped-by-a-compiler"] = with_names(lambda k: "_orig_mod." + k, "_orig_mod.transformer.h.1.ln_1.weight")
CASES["adapter-built-in"] = with_names(
    lambda k: k.replace("c_attn.weight", "c_attn.base_layer.weight"), "merge_and_unload")


def with_weights_named(name, refusal):
    """The folder has weights under another name only."""
    def make(f):
        f.write()
        (f.path / "model.safetensors").rename(f.path / name)
        f.refusal = refusal
    return make


for kind in ["gguf", "onnx", "h5", "msgpack"]:
    CASES["weights-in-" + kind] = with_weights_named("any-name." + kind, "any-name." + kind)
for kind in ["pt", "pth", "ckpt", "bin"]:
    CASES["pickled-in-" + kind] = with_weights_named("any-name." + kind, "pickled")
CASES["weights-of-a-variant"] = with_weights_named("model.fp16.safetensors", "name it model.safetensors")
CASES["part-without-index"] = with_weights_named("model-00001-of-00002.safetensors", "index.json")


@case
def adapter_alone(f):
    f.write()
    (f.path / "model.safetensors").rename(f.path / "adapter_model.safetensors")
    (f.path / "config.json").unlink()
    f.put("adapter_config.json", {"peft_type": "LORA", "base_model_name_or_path": "gpt2"})
    f.refusal = "adapter, which only changes another model (gpt2)"


@case
def quantized(f):
    f.write()
    f.edit("config.json", lambda c: c.update(quantization_config={"quant_method": "bitsandbytes", "load_in_8bit": True}))
    f.refusal = "quantized (bitsandbytes)"


@case
def one_folder_further_in(f):
    f.write()
    inner = f.path / "snapshots" / "main"
    inner.mkdir(parents=True)
    for file in [p for p in f.path.iterdir() if p.is_file()]:
        file.rename(inner / file.name)
    f.refusal = "snapshots/main"


@case
def tokenizer_of_another_kind(f):
    f.write()
    (f.path / "tokenizer.json").rename(f.path / "spiece.model")
    f.refusal = "spiece.model"


@case
def no_tokenizer(f):
    f.write()
    (f.path / "tokenizer.json").unlink()
    f.refusal = "no tokenizer"


POINTER = "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0" * 64 + "\nsize 548105171\n"


@case
def pointer_to_weights(f):
    f.write()
    (f.path / "model.safetensors").write_text(POINTER)
    f.refusal = "Git LFS"


@case
def pointer_to_tokenizer(f):
    f.write()
    (f.path / "tokenizer.json").write_text(POINTER)
    f.refusal = "Git LFS"


PAGE = '<!DOCTYPE html>\n<html lang="en">\n<head><title>model.safetensors</title></head>\n<body></body>\n</html>\n'


def with_page(name):
    def make(f):
        f.write()
        (f.path / name).write_text(PAGE * 2000)
        f.refusal = "web page"
    return make


CASES["page-in-place-of-weights"] = with_page("model.safetensors")
CASES["page-in-place-of-tokenizer"] = with_page("tokenizer.json")
CASES["page-in-place-of-settings"] = with_page("config.json")


@case
def pickled_parts(f):
    f.write()
    (f.path / "model.safetensors").unlink()
    f.put("pytorch_model.bin.index.json", {"weight_map": {}})
    f.refusal = "pickled"


@case
def weights_that_overflow(f):
    f.write()
    f.weights(lambda w: {k: v * 1e30 for k, v in w.items()})
    f.refusal = "overflow"


def reference(folder, text, is_asked_whole):
    """Ids, by the tokenizer's own file where there is one that says all, else by the class that `transformers` finds;
    and whether bytes were dropped that have no token."""
    path = folder / "tokenizer.json"
    if path.exists() and not is_asked_whole:
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
    else:
        tokenizer = AutoTokenizer.from_pretrained(folder).backend_tokenizer
    encoding = tokenizer.encode(text)
    vocabulary, added = tokenizer.get_vocab(with_added_tokens=False), tokenizer.get_added_tokens_decoder()
    letters = pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False)
    whole = {place for i, (start, end) in zip(encoding.ids, encoding.offsets) if i in added
             for place in range(start, end)}
    dropped = any(
        place not in whole and any(sign not in vocabulary for sign in letters.pre_tokenize_str(character)[0][0])
        for place, character in enumerate(text))
    return encoding.ids, dropped


def run(nakami, folder, text):
    return subprocess.run(
        [nakami, "--lang", "en", "logits", "--text", text, "--model", str(folder), "--json"],
        capture_output=True, text=True)


def check(nakami, name, f):
    if f.refusal:
        result = run(nakami, f.path, "a")
        lines = result.stderr.strip().split("\n")
        told = result.returncode in (65, 74) and len(lines) == 1 and f.refusal in lines[0] and not result.stdout
        return None if told else f"not refused with “{f.refusal}”: {result.returncode} {result.stderr!r}"
    model = GPT2LMHeadModel.from_pretrained(f.path, dtype=torch.float32).eval()
    worst = 0
    for text in f.texts:
        ids, dropped = reference(f.path, text, f.is_asked_whole)
        if not dropped and (not ids or len(ids) > model.config.n_positions):
            continue
        result = run(nakami, f.path, text)
        if dropped:
            f.refused += 1
            if result.returncode != 64 or "has no token for its byte" not in result.stderr:
                return f"{text!r} has a byte without a token, and nothing says so"
            continue
        if max(ids) >= model.config.vocab_size:
            if result.returncode != 64:
                return f"{text!r} has a token that the model does not know, and nothing says so"
            continue
        if result.returncode != 0:
            return f"{text!r}: {result.stderr.strip()}"
        told = json.loads(result.stdout)
        if told["ids"] != ids:
            return f"{text!r}: ids {told['ids']}, expected {ids}"
        with torch.no_grad():
            logits = model(torch.tensor([ids])).logits[0, -1]
        off = (torch.tensor(told["logits"]) - logits).abs().max().item()
        worst = max(worst, off)
        if not off <= 1e-4:
            return f"{text!r}: logits off by {off}"
    f.worst = worst
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--nakami", default=".build/release/nakami")
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--keep")
    options = parser.parse_args()
    place = pathlib.Path(options.keep or tempfile.mkdtemp())
    wrong = 0
    names = [n for n in CASES if not options.only or n in options.only]
    for seed, name in enumerate(names):
        f = Folder(place / name, seed)
        CASES[name](f)
        problem = check(options.nakami, name, f)
        wrong += problem is not None
        dropped = f", {f.refused} texts without tokens refused" if f.refused else ""
        said = problem or (
            "refused, as it must be" if f.refusal else f"agrees, logits within {f.worst:.1e}{dropped}")
        print(f"{'not ' if problem else ''}ok  {name}: {said}", flush=True)
    if not options.keep:
        shutil.rmtree(place)
    print(f"{len(names) - wrong} of {len(names)} folders as expected")
    sys.exit(1 if wrong or not names else 0)


if __name__ == "__main__":
    main()
