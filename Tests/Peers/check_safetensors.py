"""Reads a saved model with the `safetensors` library, and compares bytes and statistics.

Run by hand:

    pip install safetensors==0.8.0 numpy
    python Tests/Peers/check_safetensors.py [Output/model/model.safetensors]

The library must read the file; what it writes of the same tensors must be the same bytes.
"""

import sys

import numpy
from safetensors import safe_open
from safetensors.numpy import save

path = sys.argv[1] if len(sys.argv) > 1 else "Output/model/model.safetensors"
with safe_open(path, framework="numpy") as file:
    metadata = file.metadata()
    tensors = {name: file.get_tensor(name) for name in file.keys()}
values = sum(tensor.size for tensor in tensors.values())
print(f"{len(tensors)} tensors, {values} values, metadata {metadata}")
if not all(numpy.isfinite(tensor).all() for tensor in tensors.values()):
    sys.exit("a value is not finite")
with open(path, "rb") as file:
    own = file.read()
there = save(tensors, metadata=metadata)
if own != there:
    place = next(i for i, (a, b) in enumerate(zip(own, there)) if a != b)
    sys.exit(f"DIFFERENT  from byte {place} on: {own[place:place + 60]!r}, {there[place:place + 60]!r} there")
print(f"same  all {len(own)} bytes as the library writes them")
