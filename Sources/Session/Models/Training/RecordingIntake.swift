import Accuracy
import Adaptation
import Audio
import CommandLanguage
import SoundFile

/// Reads recordings and sets aside those that nothing can be learnt from, each with its reason.
struct RecordingIntake {
    let grammar: Grammar
    let pronounced: Set<String>

    private(set) var clips: [TrainingClip] = []
    /// What each of them says, in the same order.
    private(set) var labels: [Label] = []
    private(set) var problems: [ManifestError.Problem] = []

    /// Seconds that a recording may last; longer ones are no commands.
    private static let longest = 15.0
    private static let shortest = 0.15

    init(grammar: Grammar, pronounced: Set<String>) {
        self.grammar = grammar
        self.pronounced = pronounced
    }

    mutating func take(_ entry: Manifest.Entry, of list: String) {
        func note(_ problem: String) {
            problems.append(.init(file: list, line: entry.line, "\(entry.name): \(problem)"))
        }
        guard let label = Label(entry.label, in: grammar) else {
            return note("the grammar \(grammar.name) cannot mean \"\(entry.label)\"")
        }
        let words = Grammar.words(of: entry.label.lowercased())
        let isSentence = words.allSatisfy(pronounced.contains)
        let samples: [Int16]
        do {
            samples = try Recording.samples(of: entry.path)
        } catch {
            return note(error.reason)
        }
        if let problem = Self.problem(with: samples) { return note(problem) }
        clips.append(
            TrainingClip(name: entry.name, samples: samples, words: isSentence ? words : [], speaker: entry.speaker))
        labels.append(label)
    }

    private static func problem(with samples: [Int16]) -> String? {
        let seconds = AudioFormat.seconds(ofSamples: samples.count)
        if seconds < shortest { return "it is too short: \(seconds.rounded(toDecimals: 2)) s" }
        if seconds > longest { return "it is too long for a command: \(seconds.rounded(toDecimals: 1)) s" }
        let quality = SoundQuality(of: samples.span)
        if quality.isTooQuiet { return "it is too quiet" }
        if quality.isClipped { return "it is too loud: the sound is clipped" }
        return nil
    }
}
