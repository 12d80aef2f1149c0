"""Scripts/train-embedding runs this; see there."""
import argparse
import os
import sys

import numpy as np

import comparison
import model
import study
from evidence import utterances
from examples import Example, Source, noise_alone, pieces, recordings, sound, synthesised, table
from study import Fusion, Recordings, least, line, outcome

# The score from which the engine by itself takes a sound for a word.
LEAST = 0.25
HERE = os.path.dirname(os.path.abspath(__file__))


def phrases():
    with open(os.path.join(HERE, "phrases.tsv"), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def training(given, source, cache, known):
    """All examples, each part kept in the cache."""
    noise = [sound(file) for file, _, _ in table(given.noise)] if given.noise else []
    parts = [source.kept("voices", lambda: synthesised(known, cache, noise)),
             source.kept("noise", lambda: noise_alone(noise))]
    if given.words:
        parts.append(source.kept("words", lambda: recordings(given.words, "command", 3, noise)))
    for number, path in enumerate(given.others):
        parts.append(source.kept(f"others-{number}", lambda path=path: recordings(path, "other", 2, noise)))
    if given.speech:
        parts.append(source.kept("speech", lambda: pieces(given.speech, noise)))
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return whole


def heard(given, source, cache, words):
    """The recordings of people with what the primary recogniser makes of them, and the features of each utterance."""
    tables = [("words", given.words), ("speech", given.speech), *(("others", path) for path in given.others)]
    files = [file for _, path in tables for file, _, _ in table(path)]
    events = utterances(given.program, given.grammar, files, os.path.join(cache, "evidence.jsonl"))
    people = Recordings(tables, events, words)
    people.seconds = sum(len(sound(file)) for file, (kind, _, _) in people.files.items() if kind == "speech") / 16_000
    features = source.kept("utterances", lambda: (
        (Example(u.kind, u.label, u.speaker, "human", 0, u.file), u.samples()) for u in people.utterances)).features
    return people, features


def report(people, confidence, out):
    """The table, and the figures of the comparison with its thresholds."""
    counts = people.counts()
    print(f"{counts['words']} words, {counts['others']} other short words, {counts['labels']} digits, {people.seconds / 3600:.2f} h of running speech;"
          " in per cent, and obeyed utterances an hour", file=out)
    print(study.HEADING, file=out)
    primary = [(u, u.text, u.event["confidence"], True) for u in people.utterances if u.is_short]
    print(line("primary, everything obeyed", outcome(people, primary, 0)), file=out)
    for name in ("eager", "normal", "strict"):
        print(line(f"primary, {name}", outcome(people, primary, confidence[f"threshold_{name}"])), file=out)
    alone = [(u, max(u.scores, key=u.scores.get), max(u.scores.values()), True) for u in people.utterances if u.is_short]
    print(line("embedding, everything obeyed", outcome(people, alone, -9)), file=out)
    at = least(people, alone, others=2)
    print(line("embedding, 2 % of other words", outcome(people, alone, at), at), file=out)
    agreeing = [(u, text, score, text == u.text) for u, text, score, _ in alone]
    print(line("embedding, primary agrees", outcome(people, agreeing, -9, agreed=True)), file=out)
    fusion = Fusion(people.utterances)
    decisions = fusion.decisions()
    print(line("fusion, everything obeyed", outcome(people, decisions, -99)), file=out)
    thresholds = {}
    # In less than half an hour a single utterance is more than that.
    speech = max(2, 1.01 / (people.seconds / 3600))
    for name, agreed, shares in (("eager", False, {"others": 6}), ("normal", False, {"others": 2, "wrong": 2, "speech": speech}),
                                 ("strict", True, {"others": 1, "wrong": 0.7, "speech": speech})):
        at = least(people, decisions, agreed, **shares)
        thresholds[name] = 1 / (1 + np.exp(-at))
        print(line(f"fusion, {name}", outcome(people, decisions, at, agreed), thresholds[name]), file=out)
    for left_out in (*comparison.FIGURES, "primary"):
        used = [name for name in comparison.FIGURES
                if name != left_out and not (left_out == "primary" and name in comparison.FIGURES[:3])]
        other = Fusion(people.utterances, used).decisions()
        at = least(people, other, others=2)
        print(line(f"fusion at 2 % of others, without {left_out}", outcome(people, other, at)), file=out)
    return fusion.whole.figures(), thresholds


def own_voices(everything, words, out):
    """Single words of our own grammar by voices that were left out, with the embedding alone."""
    voices = everything.where(lambda e: e.source == "voice" and e.kind == "command")
    right = wrong = total = 0
    for family in sorted({e.speaker for e in voices.examples}):
        if family.startswith("espeak"):
            continue
        # Variants of espeak-ng are one another's like; they are not what people sound like, so only others are tested.
        fitting = everything.where(lambda e: e.speaker != family)
        prototypes = model.make(fitting, [word for word, kind in phrases() if kind == "command"])
        tested = voices.where(lambda e: e.speaker == family and e.copy == 0 and e.label in words)
        scores = prototypes.scores(tested.features, words)
        best = scores.argmax(1)
        accepted = scores.max(1) >= LEAST
        good = np.array([words[b] == e.label for b, e in zip(best, tested.examples)])
        print(f"  {family}: {100 * (good & accepted).mean():.1f} right, {100 * (~good & accepted).mean():.1f} wrong of"
              f" {len(good)}", file=out)
        right, wrong, total = right + (good & accepted).sum(), wrong + (~good & accepted).sum(), total + len(good)
    print(f"own words, voices left out: {100 * right / total:.1f} right, {100 * wrong / total:.1f} wrong of {total}", file=out)


def figures(path):
    """name -> value of a file of lines `name value`."""
    with open(path, encoding="utf-8") as lines:
        fields = [line.split("#")[0].split() for line in lines]
    return {field[0]: float(field[1]) for field in fields if field}


def numbers(values):
    return " ".join(f"{value:.3g}" for value in values)


def write_prototypes(path, prototypes, everything, sources):
    axes = prototypes.axes
    # Their length does not matter, so it is chosen for short numbers.
    matrix = axes.matrix / np.sqrt((axes.matrix ** 2).mean())
    counts = {}
    for example in everything.examples:
        if example.kind == "command":
            counts.setdefault((example.label, example.source), set()).add(example.speaker)
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "# What words sound like on the average, for the second opinion; written by Scripts/train-embedding. How it is\n"
            "# used stands in Sources/VoiceLED.docc/SecondOpinion.md. The features are those of Sources/SpeechEmbedding.\n#\n"
            "# Made from\n" + "".join(f"#   {source}\n" for source in sources) +
            "# each with changed copies: shifted, louder or softer, with noise 3 to 25 dB below.\n#\n"
            "# mean: of the features. axis: times the features less their mean; only the direction of all axes' values counts.\n"
            "# word: its direction; the remark says how many people and how many synthetic voices it was made from.\n"
            "# other: a direction of other speech or of noise. A word's score is the cosine to it, less other_weight times the\n"
            "# greatest cosine to the others.\n"
            f"other_weight {prototypes.other_weight}\nleast_score {LEAST}\nmean {numbers(axes.mean)}\n")
        for row in matrix:
            file.write(f"axis {numbers(row)}\n")
        for word, direction in zip(prototypes.words, prototypes.directions):
            people, voices = (len(counts.get((word, source), ())) for source in ("human", "voice"))
            file.write(f'word "{word}" {numbers(direction)} # {people} {voices}\n')
        for direction in prototypes.others:
            file.write(f"other {numbers(direction)}\n")


def write_comparison(path, weights, thresholds, people):
    counts = people.counts()
    with open(path, "w", encoding="utf-8") as file:
        file.write(
            "# How sure the recogniser is of a word or two when the second one has been asked: the logarithm of the odds is the\n"
            "# intercept and, for each figure of both, the figure times its weight. Written by Scripts/train-embedding from\n"
            f"# {counts['words']} words of a grammar, {counts['others']} other short recordings and"
            f" {people.seconds / 3600:.1f} h of speech that must be refused.\n#\n"
            "# sentence, other_words, runner_up: as in confidence.txt. score: of the second recogniser. margin: to its next\n"
            "# best word. agreement: both heard the same. threshold: the least probability that is acted upon; strict wants\n"
            "# agreement too.\n")
        for name, value in weights.items():
            file.write(f"{name} {value:.4f}\n")
        for name in ("strict", "normal", "eager"):
            file.write(f"threshold_{name} {thresholds[name]:.3f}\n")


def main():
    options = argparse.ArgumentParser(
        prog="train-embedding", description="Makes the prototypes and the comparison of the second opinion.")
    options.add_argument("--words", help="table of recorded words, which are commands or not")
    options.add_argument("--others", action="append", default=[], help="table of other short words; may be repeated")
    options.add_argument("--speech", help="table of running speech")
    options.add_argument("--noise", help="table of noises to mix in")
    options.add_argument("--grammar", help="grammar of WORDS, for the comparison with the primary recogniser")
    options.add_argument("--program", default=".build/release/voiceled", help="voiceled, for the same")
    options.add_argument("--own", default="on off red green blue yellow cyan magenta white orange purple pink brighter"
                         " dimmer darker blink flash", help="our own commands of one word, tested on voices left out")
    options.add_argument("--output", default=os.path.join(HERE, "../../Models/en"), help="folder for both files")
    options.add_argument("--report", help="file for the table; else it is printed")
    options.add_argument("--cache", required=True, help=argparse.SUPPRESS)
    given = options.parse_args()
    if bool(given.grammar) != bool(given.words and given.speech and given.others):
        options.error("--grammar goes with --words, --others and --speech")

    known = phrases()
    commands = [phrase for phrase, kind in known if kind == "command"]
    source = Source(os.path.join(given.cache, "features"))
    everything = training(given, source, given.cache, known)
    out = open(given.report, "w", encoding="utf-8") if given.report else sys.stdout
    if given.grammar:
        labels = {label for _, label, _ in table(given.words)}
        people, features = heard(given, source, given.cache, sorted(labels & set(sentences(given.grammar))))
        people.score(features, everything, commands)
        weights, thresholds = report(people, figures(os.path.join(given.output, "confidence.txt")), out)
        write_comparison(os.path.join(given.output, "comparison.txt"), weights, thresholds, people)
    own_voices(everything, given.own.split(), out)

    families = len({e.speaker for e in everything.examples if e.source == "voice"})
    sources = [f"{families} synthesised voices and their variations (flite, festival, espeak-ng)"]
    if given.words:
        human = [e for e in everything.examples if e.source == "human" and e.copy == 0 and e.kind == "command"]
        sources.append(f"{len(human)} words of {len({e.speaker for e in human})} people"
                       " (Google Speech Commands v0.02 test set, Pete Warden, CC BY 4.0)")
    if given.speech:
        sources.append("read sentences (LibriSpeech, CC BY 4.0), as what is no word")
    write_prototypes(os.path.join(given.output, "prototypes.txt"), model.make(everything, commands), everything, sources)


def sentences(path):
    """The words of a grammar whose only sentences are single words."""
    import re
    with open(path, encoding="utf-8") as file:
        text = re.sub(r"/\*.*?\*/|//[^\n]*|\{[^}]*\}", " ", file.read(), flags=re.S)
    return re.findall(r"[a-z]+", text[text.index("=") + 1:])


if __name__ == "__main__":
    main()
