"""One probability from two recognisers: what Sources/Recognition/Confidence/ComparisonModel.swift computes."""
import numpy as np

FIGURES = ["sentence", "other_words", "runner_up", "score", "margin", "agreement"]
LOWEST = -0.5


def row(evidence, hypothesis, text, scores):
    """The figures of the sentence `text`. `scores`: word -> score of the second recogniser."""
    is_hypothesis = text == hypothesis
    behind = 0 if is_hypothesis else evidence["runner_up"]
    rest = [score for word, score in scores.items() if word != text]
    margin = scores[text] - max(rest, default=LOWEST)
    return [evidence["sentence"] - behind, evidence["other_words"] - behind,
            evidence["runner_up"] if is_hypothesis else -evidence["runner_up"], scores[text], margin,
            float(is_hypothesis and margin > 0)]


def candidates(hypothesis, scores):
    """What may have been said: the hypothesis, and the best of the second recogniser if that is another."""
    best = max(scores, key=scores.get)
    return [hypothesis] if best == hypothesis else [hypothesis, best]


class Logistic:
    """A logistic regression by Newton's method, held back a little so that it stays finite."""

    def __init__(self, rows, right, weights, used=FIGURES, ridge=1.0):
        self.columns = [FIGURES.index(name) for name in used]
        data = np.hstack([np.ones((len(rows), 1)), self._scaled(np.asarray(rows, float))[:, self.columns]])
        right = np.asarray(right, float)
        weights = np.asarray(weights, float)
        beta = np.zeros(data.shape[1])
        held = np.full(len(beta), ridge)
        held[0] = 1e-9
        for _ in range(50):
            odds = np.clip(data @ beta, -30, 30)
            p = 1 / (1 + np.exp(-odds))
            gradient = data.T @ (weights * (p - right)) + held * beta
            hessian = (data * (weights * p * (1 - p))[:, None]).T @ data + np.diag(held)
            step = np.linalg.solve(hessian, gradient)
            beta -= step
            if np.abs(step).max() < 1e-8:
                break
        self.intercept, self.beta = beta[0], beta[1:]

    @staticmethod
    def _scaled(rows):
        # Steps of the decoder are about ten times as large as cosines.
        return rows * np.array([0.1, 0.1, 0.1, 1, 1, 1])

    def odds(self, rows):
        return self.intercept + self._scaled(np.asarray(rows, float))[:, self.columns] @ self.beta

    def figures(self):
        """name -> weight, as the file has them."""
        weights = dict.fromkeys(FIGURES, 0.0)
        for column, value in zip(self.columns, self.beta):
            weights[FIGURES[column]] = value * (0.1 if column < 3 else 1)
        return {"intercept": self.intercept, **weights}
