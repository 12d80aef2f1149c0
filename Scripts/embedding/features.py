"""What the prototypes are made of: 288 numbers for two seconds of sound, as Sources/SpeechEmbedding computes them."""
import os

import numpy as np

from tflite import Model

RATE = 16_000
WINDOW = 2 * RATE
FRAMES = 197
COUNT = 288


def folder():
    """Where Scripts/fetch-embedding puts the models."""
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    return os.path.join(data, "voiceled", "embedding")


class Features:
    def __init__(self):
        place = folder()
        library = os.path.join(place, "libtensorflowlite_c.so")
        if not os.path.exists(library):
            raise SystemExit(f"train-embedding: {library} is missing; run Scripts/fetch-embedding first")
        self.mel = Model(library, os.path.join(place, "melspectrogram.tflite"), (1, WINDOW))
        # All windows at once: the network has no padding, so a longer input gives the same numbers as one window after
        # the other, and shares what they have in common.
        self.embedding = Model(library, os.path.join(place, "embedding_model.tflite"), (1, FRAMES, 32, 1))

    def windows(self, samples):
        """`samples`: 16 kHz, in steps of 16 bits; the middle two seconds count, shorter sound gets silence around it."""
        mel = self.mel(centred(samples)).reshape(FRAMES, 32) / 10 + 2
        return self.embedding(mel).reshape(16, 96)


def centred(samples):
    samples = np.asarray(samples, np.float32)
    if len(samples) >= WINDOW:
        start = (len(samples) - WINDOW) // 2
        return samples[start:start + WINDOW]
    window = np.zeros(WINDOW, np.float32)
    start = (WINDOW - len(samples)) // 2
    window[start:start + len(samples)] = samples
    return window


def summary(windows):
    """The 288 numbers of each row of windows: mean, maximum and standard deviation over time."""
    windows = windows.astype(np.float32)
    return np.hstack([windows.mean(1), windows.max(1), windows.std(1)])
