"""What the second opinion is worth on speakers and words that it has not seen."""
import zlib
from collections import defaultdict

import numpy as np

import comparison
import model
from examples import RATE, Example, sound, table
from head import TEN

FOLDS = 5
# What lasts longer is refused as a single word; see Judge.
LONGEST = 2.0


def fold(text):
    return zlib.crc32(text.encode()) % FOLDS


class Utterance:
    """One thing that the primary recogniser heard in a recording, and what the second one makes of it."""

    def __init__(self, event, kind, label, speaker):
        self.event, self.kind, self.label, self.speaker = event, kind, label, speaker
        self.file, self.text, self.evidence = event["file"], event["text"], event["evidence"]
        self.fold = fold(speaker if kind in ("words", "speech") else label)
        self.is_short = event["end"] - event["start"] <= LONGEST
        self.scores = {}

    def samples(self):
        return sound(self.file)[int(self.event["start"] * RATE):int(self.event["end"] * RATE)]


class Recordings:
    """The recordings of the study: `words` are sentences of the grammar; `others` are not, nor is `speech`; `labels` are
    words of the same table as `words` that the grammar does not have."""

    def __init__(self, tables, events, words):
        """`tables`: pairs of a kind and a path."""
        self.words = words
        self.files, self.seconds = {}, 0.0
        for kind, path in tables:
            for file, label, speaker in table(path):
                own = "labels" if kind == "words" and label not in words else kind
                self.files[file] = (own, label, speaker)
        self.utterances = [Utterance(event, *self.files[event["file"]])
                           for event in events if event["file"] in self.files]

    def counts(self):
        counts = defaultdict(int)
        for kind, _, _ in self.files.values():
            counts[kind] += 1
        return counts

    def score(self, features, training, words):
        """Has every utterance scored by prototypes that have seen neither its speaker nor, if it is no command, its word."""
        for number in range(FOLDS):
            rows = [row for row, utterance in enumerate(self.utterances) if utterance.fold == number]
            speakers = {self.utterances[row].speaker for row in rows if self.utterances[row].kind in ("words", "speech")}
            strange = {self.utterances[row].label for row in rows if self.utterances[row].kind in ("others", "labels")}
            fitting = training.where(lambda e: e.speaker not in speakers and e.label not in strange)
            prototypes = model.make(fitting, [word for word in words if word not in strange])
            scores = prototypes.scores(features[rows], self.words)
            for row, values in zip(rows, scores):
                self.utterances[row].scores = dict(zip(self.words, map(float, values)))


def importance(utterances, right):
    """As many right ones as words heard wrongly and other sounds together."""
    shares = {"words": 1.0, "wrong": 0.5, "others": 0.4, "labels": 0.2, "speech": 0.2}
    kinds = ["wrong" if u.kind == "words" and not good else u.kind for u, good in zip(utterances, right)]
    counts = {kind: kinds.count(kind) for kind in shares}
    return np.array([shares[kind] * 1000 / counts[kind] for kind in kinds])


class Fusion:
    """The comparison, fitted across folds: each utterance is judged by figures that have not seen it."""

    def __init__(self, utterances, used=comparison.FIGURES):
        self.utterances = [u for u in utterances if u.is_short]
        rows, owners = [], []
        for place, u in enumerate(self.utterances):
            for text in comparison.candidates(u.text, u.scores):
                rows.append(comparison.row(u.evidence, u.text, text, u.scores))
                owners.append((place, text))
        self.rows, self.owners = np.array(rows), owners
        right = [self.utterances[p].kind == "words" and self.utterances[p].label == text for p, text in owners]
        weights = importance([self.utterances[p] for p, _ in owners], right)
        folds = np.array([self.utterances[p].fold for p, _ in owners])
        self.odds = np.zeros(len(rows))
        for number in range(FOLDS):
            learnt, tested = folds != number, folds == number
            fitted = comparison.Logistic(self.rows[learnt], np.array(right)[learnt], weights[learnt], used)
            self.odds[tested] = fitted.odds(self.rows[tested])
        self.whole = comparison.Logistic(self.rows, right, weights, used)

    def decisions(self):
        """For each utterance the better candidate: utterance, text, odds, whether both agree."""
        best = {}
        for row, (place, text) in enumerate(self.owners):
            if place not in best or self.odds[row] > best[place][1]:
                best[place] = (text, self.odds[row], self.rows[row][5] > 0)
        return [(self.utterances[place], *values) for place, values in best.items()]


def outcome(recordings, decisions, least, agreed=False):
    """Shares in per cent: right, wrong and refused words, other words that were obeyed; speech that was, an hour."""
    obeyed = defaultdict(list)
    for utterance, text, odds, agrees in decisions:
        if odds >= least and (agrees or not agreed):
            obeyed[utterance.file].append(text)
    count, result = recordings.counts(), defaultdict(int)
    for file, (kind, label, _) in recordings.files.items():
        texts = obeyed.get(file, [])
        if kind == "words":
            result["right" if texts and set(texts) == {label} else "wrong" if texts else "refused"] += 1
        elif kind == "speech":
            result["speech"] += len(texts)
        elif texts:
            result[kind] += 1
    words = max(1, count["words"])
    return {
        "right": 100 * result["right"] / words, "wrong": 100 * result["wrong"] / words,
        "refused": 100 * result["refused"] / words, "others": 100 * result["others"] / max(1, count["others"]),
        "labels": 100 * result["labels"] / max(1, count["labels"]),
        "speech": result["speech"] / max(1e-9, recordings.seconds / 3600)}


def least(recordings, decisions, agreed=False, others=100.0, wrong=100.0, speech=1e9):
    """The lowest odds with which no more than these shares pass."""
    steps = sorted({odds for _, _, odds, _ in decisions})
    low, high = 0, len(steps) - 1
    while low < high:
        middle = (low + high) // 2
        found = outcome(recordings, decisions, steps[middle], agreed)
        if found["others"] <= others and found["wrong"] <= wrong and found["speech"] <= speech:
            high = middle
        else:
            low = middle + 1
    return steps[low]


def line(name, found, threshold=None):
    text = f"{name:42s}" + "".join(f"{found[key]:9.1f}" for key in ("right", "wrong", "refused", "others", "labels", "speech"))
    return text + ("" if threshold is None else f"   {threshold:.3f}")


HEADING = f"{'':42s}" + "".join(f"{name:>9s}" for name in ("right", "wrong", "refused", "others", "labels", "speech/h"))
