"""Interpolated Kneser-Ney over arrays of numbers: the definitions of ../kneser_ney.py, fast enough for a corpus."""

import numpy as np


class KneserNey:
    """`documents` are rows of ids; the first of each is given and never predicted."""

    def __init__(self, documents, order, vocabulary):
        self.order, self.vocabulary = order, vocabulary
        self.tokens = np.concatenate([np.asarray(d, np.int64) for d in documents])
        lengths = np.array([len(d) for d in documents])
        starts = np.repeat(np.cumsum(lengths) - lengths, lengths)
        # The place of each token in its document.
        self.place = np.arange(len(self.tokens)) - starts
        self.levels = [self._level(n) for n in range(1, order + 1)]

    def _grams(self, tokens, place, n):
        """Ends of n-grams within a document, and each gram as one number."""
        # A gram ends at a token that is predicted.
        ends = np.flatnonzero((place >= n - 1) & (place >= 1))
        code = np.zeros(len(ends), np.int64)
        for back in range(n - 1, -1, -1):
            code = code * self.vocabulary + tokens[ends - back]
        return ends, code

    def _level(self, n):
        ends, code = self._grams(self.tokens, self.place, n)
        grams, inverse, counts = np.unique(code, return_inverse=True, return_counts=True)
        if n < self.order:
            # Different tokens to the left, and each occurrence at a document's beginning counts as one.
            begins = self.place[ends] == n - 1
            left = np.where(begins, 0, self.tokens[ends - n])
            pairs = np.unique(np.stack([inverse[~begins], left[~begins]]), axis=1)[0]
            counts = np.bincount(pairs, minlength=len(grams))
            counts = counts + np.bincount(inverse[begins], minlength=len(grams))
        ones, twos = int((counts == 1).sum()), int((counts == 2).sum())
        discount = ones / (ones + 2 * twos) if ones else 0.5
        histories, which = np.unique(grams // self.vocabulary, return_inverse=True)
        total = np.bincount(which, weights=counts, minlength=len(histories))
        types = np.bincount(which, minlength=len(histories))
        return {"n": n, "grams": grams, "counts": counts, "discount": discount,
                "histories": histories, "total": total, "types": types}

    def surprise(self, documents):
        """Nats over the documents."""
        tokens = np.concatenate([np.asarray(d, np.int64) for d in documents])
        lengths = np.array([len(d) for d in documents])
        place = np.arange(len(tokens)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        predicted = np.flatnonzero(place >= 1)
        probability = np.full(len(predicted), 1 / self.vocabulary)
        open_rows = np.ones(len(predicted), bool)
        for level in self.levels:
            n = level["n"]
            rows = open_rows & (place[predicted] >= n - 1)
            ends = predicted[rows]
            code = np.zeros(len(ends), np.int64)
            for back in range(n - 1, -1, -1):
                code = code * self.vocabulary + tokens[ends - back]
            history = find(level["histories"], code // self.vocabulary)
            known = history >= 0
            # Whose history nobody saw stays at what the shorter one says.
            open_rows[np.flatnonzero(rows)[~known]] = False
            open_rows &= rows
            history, code = history[known], code[known]
            gram = find(level["grams"], code)
            count = np.where(gram >= 0, level["counts"][np.maximum(gram, 0)], 0)
            total, types = level["total"][history], level["types"][history]
            at = np.flatnonzero(rows)[known]
            d = level["discount"]
            probability[at] = np.maximum(count - d, 0) / total + d * types / total * probability[at]
        return float(-np.log(probability).sum())


def find(sorted_values, wanted):
    """The place of each in a sorted row; −1 where it is not there."""
    if not len(sorted_values):
        return np.full(len(wanted), -1)
    place = np.minimum(np.searchsorted(sorted_values, wanted), len(sorted_values) - 1)
    return np.where(sorted_values[place] == wanted, place, -1)
