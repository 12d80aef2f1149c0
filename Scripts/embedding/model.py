"""Makes prototypes of examples."""
import numpy as np

from head import Axes, Prototypes, centroids, normalised

AXES = 64
# Of telling other words apart, where telling commands apart is 1.
OTHER_IMPORTANCE = 0.1
WITHIN = 0.8
OTHERS = 64  # directions of other speech
NOISES = 6
OTHER_WEIGHT = 0.4
# What all recordings of people count for a word where all synthesised voices together count 1.
HUMAN_WEIGHT = 15.0


def row_weights(examples):
    """Each word counts alike, people more than voices, each speaker of a word alike."""
    speakers, kinds = {}, {}
    for example in examples:
        key = (example.label, example.source, example.speaker)
        speakers[key] = speakers.get(key, 0) + 1
    for label, source, _ in speakers:
        kinds[label, source] = kinds.get((label, source), 0) + 1
    weights = []
    for example in examples:
        share = HUMAN_WEIGHT if example.source == "human" else 1.0
        key = (example.label, example.source)
        total = kinds[key] * speakers[key + (example.speaker,)]
        # A few people count less than many.
        if example.source == "human":
            share *= min(1.0, kinds[key] / 20)
        weights.append(share / total)
    return np.array(weights)


def make(training, words, axes=AXES, within=WITHIN, others=OTHERS, other_weight=OTHER_WEIGHT):
    """`training`: commands, other words, speech and noise; `words`: those that get a prototype."""
    examples = training.examples
    spoken = np.array([row for row, example in enumerate(examples) if example.kind in ("command", "other")])
    weights = row_weights([examples[row] for row in spoken])
    labels = np.array([examples[row].label for row in spoken])
    commands = {examples[row].label for row in spoken if examples[row].kind == "command"}
    projection = Axes(training.features[spoken], labels, weights, axes, within,
                      lambda label: 1.0 if label in commands else OTHER_IMPORTANCE)
    directions = projection(training.features)
    place = {word: number for number, word in enumerate(words)}
    sums = np.zeros((len(words), directions.shape[1]))
    for row, weight in zip(spoken, weights):
        if examples[row].label in place:
            sums[place[examples[row].label]] += weight * directions[row]
    strange = [row for row, e in enumerate(examples) if e.kind == "speech" or e.kind == "other"]
    noise = [row for row, e in enumerate(examples) if e.kind == "noise"]
    negatives = np.vstack([centroids(directions[strange], others), centroids(directions[noise], NOISES)])
    return Prototypes(projection, words, normalised(sums), negatives, other_weight)
