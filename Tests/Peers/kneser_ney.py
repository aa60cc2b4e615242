"""Interpolated Kneser-Ney written from the definitions, without a trie: n-grams as tuples in dictionaries.

Prints the surprise that `KneserNeyModelTests` expects, or, given documents, that of a real split:

    python Tests/Peers/kneser_ney.py
    python Tests/Peers/kneser_ney.py --data SPLIT.json    # {"training": [[id, ...], ...], "test": [...], "vocabulary": n}
"""

import argparse
import json
import math
from collections import defaultdict


def sample_documents():
    """Documents over 7 tokens from a linear congruential generator; the tests make the same ones."""
    state = 2026
    documents = []
    for number in range(40):
        document = [number % 3]
        for _ in range(12 + number % 5):
            state = (1103515245 * state + 12345) % 2**31
            document.append((document[-1] * 2 + (state >> 16) % 3) % 7)
        documents.append(document)
    return documents


class KneserNey:
    def __init__(self, documents, order, vocabulary):
        self.order, self.vocabulary = order, vocabulary
        self.adjusted = [None]
        for n in range(1, order + 1):
            left = defaultdict(set)
            count = defaultdict(int)
            for name, document in enumerate(documents):
                for end in range(1, len(document)):  # the first token is given, never predicted
                    start = end - n + 1
                    if start < 0:
                        continue
                    gram = tuple(document[start : end + 1])
                    count[gram] += 1
                    # What stands to the left; the beginning of a document is a context like any other.
                    left[gram].add(document[start - 1] if start > 0 else "beginning")
            self.adjusted.append(count if n == order else {g: self.contexts(left[g], count, g, documents) for g in left})
        self.discount = [None]
        self.followers = [None]
        for n in range(1, order + 1):
            values = list(self.adjusted[n].values())
            ones, twos = values.count(1), values.count(2)
            self.discount.append(ones / (ones + 2 * twos) if ones else 0.5)
            table = defaultdict(dict)
            for gram, value in self.adjusted[n].items():
                table[gram[:-1]][gram[-1]] = value
            self.followers.append(table)

    def contexts(self, left, count, gram, documents):
        """Different left contexts; each occurrence at a document's beginning counts as one."""
        if "beginning" not in left:
            return len(left)
        beginnings = sum(1 for d in documents if tuple(d[: len(gram)]) == gram)
        return len(left) - 1 + beginnings

    def probability(self, token, history, n=None):
        n = self.order if n is None else n
        if n == 0:
            return 1 / self.vocabulary
        lower = self.probability(token, history, n - 1)
        context = tuple(history[len(history) - n + 1 :]) if n > 1 else ()
        if len(context) < n - 1 or context not in self.followers[n]:
            return lower
        seen = self.followers[n][context]
        total = sum(seen.values())
        discount = self.discount[n]
        return max(seen.get(token, 0) - discount, 0) / total + discount * len(seen) / total * lower

    def surprise(self, documents):
        nats, tokens = 0.0, 0
        for document in documents:
            for place in range(1, len(document)):
                history = document[max(0, place - self.order + 1) : place]
                nats -= math.log(self.probability(document[place], history))
                tokens += 1
        return nats, tokens


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--data")
    arguments = arguments.parse_args()
    if arguments.data:
        with open(arguments.data) as file:
            data = json.load(file)
    else:
        documents = sample_documents()
        data = {"training": documents[:30], "test": documents[30:], "vocabulary": 8}
    for order in range(1, 6):
        model = KneserNey(data["training"], order, data["vocabulary"])
        nats, tokens = model.surprise(data["test"])
        print(order, tokens, f"{nats:.9f}", f"{nats / tokens:.9f}")


if __name__ == "__main__":
    main()
