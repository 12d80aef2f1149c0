"""Words spoken by every synthesised English voice that Debian has: flite, festival, espeak-ng, and their variations."""
import hashlib
import os
import subprocess
import tempfile

import numpy as np
import soundfile

LIMIT = 30  # seconds that one synthesis may take

ACCENTS = ["en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-gb-x-gbcwmd", "en-us-nyc", "en-029"]
VARIANTS = ["m1", "f1", "m3", "f2", "m4", "f3", "m7", "f4", "steph", "michael", "linda", "john", "belinda", "adam",
            "shelby", "edward", "Andy", "Annie", "robert", "victor"]


def flite(voice, stretch):
    return lambda text, path: ["flite", "-voice", voice, "--setf", f"duration_stretch={stretch}", "-t", text, "-o", path]


def espeak(accent, variant, pace):
    return lambda text, path: ["espeak-ng", "-v", f"{accent}+{variant}", "-s", str(pace), "-w", path, text]


def festival(voice):
    return lambda text, path: ["text2wave", "-eval", f"(voice_{voice})", "-o", path]


def voices():
    """name -> (family, command, speed). `speed` plays it faster or slower: a smaller or a larger speaker.

    A family is one recorded or modelled speaker: what is left out to see how a voice does that was never heard.
    """
    result = {}
    for voice in ("awb", "rms", "slt", "kal16"):
        for stretch, speed in ((1.0, 1.0), (1.25, 1.08), (0.9, 0.92)):
            result[f"flite-{voice}-{speed}"] = (f"flite-{voice}", flite(voice, stretch), speed)
    for voice, family in (("kal_diphone", "flite-kal16"), ("ked_diphone", "festival-ked"),
                          ("cmu_us_slt_arctic_hts", "flite-slt")):
        for speed in (0.95, 1.12):
            result[f"festival-{voice}-{speed}"] = (family, festival(voice), speed)
    for number, variant in enumerate(VARIANTS):
        for step in (0, 3) if number < 4 else (0,):
            accent = ACCENTS[(number + step) % len(ACCENTS)]
            pace = 130 + 12 * ((number + step) % 4)
            result[f"espeak-{accent}-{variant}"] = (f"espeak-{variant}", espeak(accent, variant, pace), 1.0)
    return result


def spoken(text, name, cache):
    """16 kHz samples of `text` by the voice `name`; kept in `cache`. None if the voice is not installed."""
    key = hashlib.sha256(f"{name}\t{text}".encode()).hexdigest()[:24]
    kept = os.path.join(cache, "voices", key + ".npy")
    if os.path.exists(kept):
        return np.load(kept)
    _, command, speed = voices()[name]
    with tempfile.TemporaryDirectory() as scratch:
        path = os.path.join(scratch, "spoken.wav")
        try:
            given = text + "\n" if name.startswith("festival") else None
            subprocess.run(command(text, path), input=given, text=True, check=True, timeout=LIMIT,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            samples, rate = soundfile.read(path, dtype="float32")
        except (OSError, subprocess.SubprocessError, soundfile.LibsndfileError):
            return None
    samples = resampled(samples, rate * speed)
    samples = np.pad(samples * (20_000 / (np.abs(samples).max() + 1e-9)), 4_800).astype(np.int16)
    os.makedirs(os.path.dirname(kept), exist_ok=True)
    np.save(kept, samples)
    return samples


def resampled(samples, rate):
    """From `rate` to 16 kHz, by leaving out or adding the highest frequencies."""
    length = int(len(samples) * 16_000 / rate)
    spectrum = np.fft.rfft(samples)
    wanted = np.zeros(length // 2 + 1, complex)
    common = min(len(spectrum), len(wanted))
    wanted[:common] = spectrum[:common]
    return np.fft.irfft(wanted, length) * (length / len(samples))
