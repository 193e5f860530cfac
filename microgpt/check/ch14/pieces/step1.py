import os
import random

path = os.environ.get("MICROGPT_NAMES", "input.txt")
docs = open(path).read().split()
random.seed(42)
random.shuffle(docs)
letters = sorted(set("".join(docs)))
BOS = len(letters)
vocab_size = len(letters) + 1

def encode(name):
    ids = [letters.index(letter) for letter in name]
    return [BOS] + ids + [BOS]

print("names:", len(docs), "vocab size:", vocab_size)
