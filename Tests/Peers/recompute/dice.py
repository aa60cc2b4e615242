"""The generator of random numbers from its papers, and what is drawn from it."""

import math

import numpy as np

MASK = (1 << 64) - 1


class SplitMix:
    def __init__(self, state):
        self.state = state

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)


class Xoshiro:
    """xoshiro256++ (Blackman and Vigna 2021), its state filled by splitmix64."""

    def __init__(self, seed, stream=None):
        if stream is not None:
            seed ^= SplitMix(stream).next()
        filler = SplitMix(seed)
        self.state = [filler.next() for _ in range(4)]

    def next(self):
        a, b, c, d = self.state
        total = (a + d) & MASK
        result = (((total << 23) | (total >> 41)) + a) & MASK
        shifted = (b << 17) & MASK
        c ^= a
        d ^= b
        b ^= c
        a ^= d
        c ^= shifted
        d = ((d << 45) | (d >> 19)) & MASK
        self.state = [a, b, c, d]
        return result

    def uniform(self):
        return (self.next() >> 40) * 2.0**-24

    def normals(self, count):
        """Box and Muller 1958, one of the two halves."""
        draws = np.array([self.next() >> 11 for _ in range(2 * count)], dtype=np.float64) * 2.0**-53
        radius = np.sqrt(-2 * np.log(1 - draws[0::2]))
        return (radius * np.cos(2 * math.pi * draws[1::2])).astype(np.float32)


def first_weights(shapes, layers, width, seed):
    """The weights before the first step.

    `shapes` in the order of the model; biases are 0 and gains 1, tokens have a deviation of 0.02, other
    matrices 0.02 · √(768 / width), and those that write into the residual stream that divided by √(2 · layers).
    """
    usual = np.float32(0.02) * np.sqrt(np.float32(768 / width))
    weights = {}
    for index, (name, shape) in enumerate(shapes):
        if name.endswith(".bias"):
            weights[name] = np.zeros(shape, np.float32)
        elif ".ln_" in name or name.startswith("ln_f"):
            weights[name] = np.ones(shape, np.float32)
        else:
            deviation = usual
            if name in ("wte.weight", "lm_head.weight"):
                deviation = np.float32(0.02)
            elif name.endswith("c_proj.weight"):
                deviation = usual / np.sqrt(np.float32(2 * layers))
            count = int(np.prod(shape))
            weights[name] = (deviation * Xoshiro(seed, index).normals(count)).reshape(shape)
    return weights
