"""Sound with what is said in it, as features; computed once and kept."""
import os
import random as chance
import zlib
from collections import namedtuple

import numpy as np
import soundfile

import augment
import voices
from features import Features, summary

RATE = 16_000

# kind: "command", "other" (another word), "speech" (a piece of a sentence) or "noise".
# speaker: of a synthesised voice its family. source: "human" or "voice". copy: 0 is the sound as it is.
Example = namedtuple("Example", "kind label speaker source copy file")


class Collection:
    """Examples and their features, row by row."""

    def __init__(self, examples, features):
        self.examples, self.windows = examples, np.asarray(features).reshape(len(examples), 16, 96)
        self.features = summary(self.windows)

    def __add__(self, other):
        return Collection(self.examples + other.examples, np.vstack([self.windows, other.windows]))

    def where(self, condition):
        rows = [row for row, example in enumerate(self.examples) if condition(example)]
        return Collection([self.examples[row] for row in rows], self.windows[rows])


class Source:
    """Computes features and keeps them in `cache`, in a file for each part."""

    def __init__(self, cache):
        self.cache, self.computer = cache, None
        os.makedirs(cache, exist_ok=True)

    def kept(self, name, make):
        """`make` yields pairs of an example and its samples; they are computed when they are not kept as `name`."""
        path = os.path.join(self.cache, name + ".npz")
        if os.path.exists(path):
            with np.load(path, allow_pickle=False) as kept:
                rows = [Example(*row[:4], int(row[4]), row[5]) for row in kept["examples"].tolist()]
                return Collection(rows, kept["windows"])
        self.computer = self.computer or Features()
        examples, features = [], []
        for example, samples in make():
            examples.append(example)
            features.append(self.computer.windows(samples).astype(np.float16))
            if len(examples) % 500 == 0:
                print(f"{name}: {len(examples)}", flush=True)
        collection = Collection(examples, features)
        np.savez(path, examples=np.array([[str(value) for value in row] for row in examples]),
                 windows=collection.windows)
        return collection


def table(path):
    """file, label and speaker of each line; files relative to the table."""
    folder = os.path.dirname(os.path.abspath(path))
    with open(path, encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]
    return [(os.path.normpath(os.path.join(folder, row[0])), row[1], row[2]) for row in rows]


def sound(path):
    samples, rate = soundfile.read(path, dtype="int16")
    if rate != RATE or samples.ndim != 1:
        raise SystemExit(f"train-embedding: {path} is not 16 kHz mono")
    return samples


def generator(*key):
    """The same chance for the same key, whatever else is made."""
    return np.random.default_rng(zlib.crc32("\t".join(map(str, key)).encode()))


def copies(samples, count, noise, *key):
    """`count` changed copies."""
    for copy in range(1, count + 1):
        random = generator(copy, *key)
        yield copy, augment.changed(samples, augment.noises(noise, random), random)


def recordings(path, kind, count, noise):
    """Recorded words of a table: each `count` times in other rooms."""
    for file, label, speaker in table(path):
        samples = sound(file)
        yield Example(kind, label, speaker, "human", 0, file), augment.cut(samples, generator(file))
        for copy, changed in copies(samples, count, noise, file):
            yield Example(kind, label, speaker, "human", copy, file), changed


def pieces(path, noise, each=8):
    """Pieces of 0.4 to 1.6 s of running speech, half of them in other rooms."""
    for file, _, speaker in table(path):
        samples = sound(file)
        for number in range(each):
            random = generator(file, number)
            length = int(random.uniform(0.4, 1.6) * RATE)
            start = int(random.integers(0, max(1, len(samples) - length)))
            piece = samples[start:start + length]
            if number % 2:
                piece = augment.changed(piece, augment.noises(noise, random), random)
            yield Example("speech", "speech", speaker, "human", number, file), piece


def noise_alone(recorded, count=300):
    for number in range(count):
        random = generator("noise", number)
        piece = next(augment.noises(recorded, random))[:int(random.uniform(0.3, 2) * RATE)]
        yield Example("noise", "noise", "-", "noise", number, "-"), np.round(
            piece / augment.loudest(piece) * 10 ** random.uniform(1.5, 3.7))


def synthesised(phrases, cache, noise, others_each=3, changed=1):
    """Every command by every voice, every other word by a few; as it is and `changed` times in other rooms."""
    names = list(voices.voices())
    for phrase, kind in phrases:
        chosen = names if kind == "command" else chance.Random(phrase).sample(names, others_each)
        for name in chosen:
            samples = voices.spoken(phrase, name, cache)
            if samples is None:
                continue
            family = voices.voices()[name][0]
            yield Example(kind, phrase, family, "voice", 0, name), augment.cut(samples, generator(phrase, name))
            for copy, other in copies(samples, changed, noise, phrase, name):
                yield Example(kind, phrase, family, "voice", copy, name), other
