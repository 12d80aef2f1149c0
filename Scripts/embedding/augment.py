"""The same words in another room: cut out as an endpointer would, farther from the middle, louder, and with noise."""
import numpy as np

RATE = 16_000
FRAME = 160


def extent(samples, below=28):
    """First and last sample of what is within `below` dB of the loudest 30 ms."""
    count = len(samples) // FRAME
    if count < 3:
        return 0, len(samples)
    power = (samples[:count * FRAME].reshape(count, FRAME).astype(np.float64) ** 2).mean(1)
    power = np.convolve(power, np.ones(3) / 3, "same")
    loud = np.flatnonzero(power > power.max() / 10 ** (below / 10))
    return int(loud[0]) * FRAME, int(loud[-1] + 1) * FRAME


def cut(samples, random):
    """The word with 100 to 350 ms of what is around it."""
    start, end = extent(samples)
    before, after = (random.uniform(0.1, 0.35, 2) * RATE).astype(int)
    return samples[max(0, start - before):end + after]


def loudest(samples):
    """Root mean square of the loudest 2,048 samples."""
    count = max(1, len(samples) // 2048)
    parts = np.array_split(samples.astype(np.float64), count)
    return max(float(np.sqrt((part ** 2).mean())) for part in parts) + 1e-9


def noises(recordings, random):
    """An endless choice of noise: recorded pieces, and coloured noise made here."""
    while True:
        kind = random.integers(0, 3)
        length = 3 * RATE
        if kind == 0 and recordings:
            noise = recordings[random.integers(len(recordings))]
            start = random.integers(0, max(1, len(noise) - length))
            yield noise[start:start + length]
            continue
        # Between white and brown: what computers, traffic and rooms sound like.
        spectrum = np.fft.rfft(random.standard_normal(length))
        spectrum /= np.maximum(1, np.arange(len(spectrum))) ** random.uniform(0, 1)
        yield np.fft.irfft(spectrum, length)


def changed(samples, noise, random, snr=(3, 25)):
    """One more copy: noise at `snr` dB (or none, one time in four), a shift of up to 0.12 s, -20 to +3 dB."""
    samples = cut(samples.astype(np.float32), random)
    if random.random() > 0.25:
        piece = next(noise)
        piece = np.resize(piece, len(samples))
        decibels = random.uniform(*snr)
        samples = samples + piece * (loudest(samples) / loudest(piece) / 10 ** (decibels / 20))
    shift = int(random.uniform(-0.12, 0.12) * RATE) * 2
    # Silence on one side moves the word from the middle of the window.
    samples = np.pad(samples, (max(0, shift), max(0, -shift)))
    peak = np.abs(samples).max() + 1e-9
    gain = min(10 ** (random.uniform(-20, 3) / 20), 32_000 / peak)
    return np.round(samples * gain)
