/// What one person, or a few, said of the words: features of each sample, to bring prototypes nearer to their voice.
public struct Enrolment: Equatable, Sendable {
    /// By word, or two.
    public let samples: [String: [[Float]]]

    public init(samples: [String: [[Float]]]) {
        self.samples = samples.filter { !$0.value.isEmpty }
    }

    public var isEmpty: Bool { samples.isEmpty }

    /// How many samples there are.
    public var count: Int { samples.values.reduce(0) { $0 + $1.count } }

    /// These, and of `other` the words that are not among them.
    public func keeping(_ other: Enrolment) -> Enrolment {
        Enrolment(samples: samples.merging(other.samples) { own, _ in own })
    }
}

extension Enrolment {
    /// Reads what ``text`` wrote: lines `sample "on"` and one number for each feature; what follows `#` is a comment.
    ///
    /// - Parameters:
    ///   - file: for the errors.
    ///   - featureCount: how many numbers belong to a sample.
    /// - Throws: ``WordPrototypesError``, naming the line.
    public init(parsing text: String, file: String, featureCount: Int) throws(WordPrototypesError) {
        var samples: [String: [[Float]]] = [:]
        for (index, content) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let entry = PrototypeEntry(content) else { continue }
            guard entry.name == "sample", let word = entry.word else {
                throw .unknown(entry.label, file: file, line: index + 1)
            }
            guard let values = entry.values, values.count == featureCount else {
                throw .numbers(entry.label, count: featureCount, file: file, line: index + 1)
            }
            samples[word, default: []].append(values)
        }
        self.init(samples: samples)
    }

    /// The content of a file.
    public var text: String {
        let lines = samples.sorted { $0.key < $1.key }.flatMap { word, samples in
            samples.map { features in "sample \"\(word)\" \(features.map(Self.short).joined(separator: " "))\n" }
        }
        return """
            # What the words sounded like when they were recorded for this model: features as those of prototypes.txt, which
            # they bring nearer to the voice. Written by `voiceled models train`.

            """ + lines.joined()
    }

    /// Thousandths are less than two recordings of a word ever differ by.
    private static func short(_ value: Float) -> String {
        "\((value * 1000).rounded() / 1000)"
    }
}
