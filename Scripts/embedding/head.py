"""From features to a score for each word: what Sources/WordPrototypes does, and how its figures are found."""
import numpy as np

TEN = "yes no up down left right on off stop go".split()


def normalised(rows):
    return rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9)


class Axes:
    """Projects features on directions in which words differ and the ways to say one word don't."""

    def __init__(self, features, classes, weights, count, within=0.5, importance=lambda label: 1.0):
        """`classes`: a label for each row; `weights`: what each row counts; `count`: how many axes are kept;
        `importance`: how much it matters that a class lies apart from the others.
        """
        features = features.astype(np.float64)
        weights = weights / weights.sum()
        self.mean = weights @ features
        centred = features - self.mean
        scale = np.sqrt(weights @ centred ** 2) + 1e-6
        z = centred / scale
        labels, index = np.unique(classes, return_inverse=True)
        totals = np.bincount(index, weights)
        means = np.zeros((len(labels), z.shape[1]))
        np.add.at(means, index, z * weights[:, None])
        means /= totals[:, None]
        rest = z - means[index]
        scatter = (rest * weights[:, None]).T @ rest
        scatter = within * scatter + (1 - within) * np.trace(scatter) / len(scatter) * np.eye(len(scatter))
        values, vectors = np.linalg.eigh(scatter)
        whitening = (vectors / np.sqrt(values)) @ vectors.T
        white = means @ whitening
        # However often it was recorded.
        shares = np.array([importance(label) for label in labels])
        shares /= shares.sum()
        apart = white - shares @ white
        between = (apart * shares[:, None]).T @ apart
        values, vectors = np.linalg.eigh(between)
        self.matrix = (vectors[:, ::-1][:, :count].T @ whitening) / scale

    def __call__(self, features):
        return normalised((features - self.mean) @ self.matrix.T)


def centroids(rows, count, rounds=20, seed=1):
    """k-means over directions."""
    random = np.random.default_rng(seed)
    centres = rows[random.choice(len(rows), min(count, len(rows)), replace=False)]
    for _ in range(rounds):
        nearest = (rows @ centres.T).argmax(1)
        centres = np.array([rows[nearest == k].mean(0) if (nearest == k).any() else centres[k]
                            for k in range(len(centres))])
        centres = normalised(centres)
    return centres


class Prototypes:
    def __init__(self, axes, words, directions, others, other_weight=0.5):
        self.axes, self.words, self.directions = axes, list(words), directions
        self.others, self.other_weight = others, other_weight

    def scores(self, features, candidates=None):
        """One column for each candidate; the other words count among what the candidates are not."""
        directions = self.axes(features)
        cosines = directions @ self.directions.T
        candidates = self.words if candidates is None else candidates
        inside = [self.words.index(word) for word in candidates]
        outside = [place for place in range(len(self.words)) if place not in set(inside)]
        other = directions @ self.others.T
        if outside:
            other = np.hstack([other, cosines[:, outside]])
        return cosines[:, inside] - self.other_weight * other.max(1, keepdims=True)
