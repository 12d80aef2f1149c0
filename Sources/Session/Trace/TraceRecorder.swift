import Audio
public import Drawing
import PocketSphinxDecoder
public import Recognition
import SoundFile
import Synchronization

/// Collects what happens while one recording is heard, and draws it. Any thread may call it.
public final class TraceRecorder: Sendable {
    private let path: String
    private let state = Mutex(State())

    private struct State {
        var frames: [Trace.Frame] = []
        var utterances: [Trace.Utterance] = []
        /// How the utterance that is being decoded ended.
        var ending: (position: Int, cause: String)?
        /// Decisions come in the order of the utterances.
        var decided = 0
    }

    /// More samples than these are not drawn: a picture of an hour shows nothing.
    private static let longest = 10 * 60 * AudioFormat.sampleRate

    /// - Throws: ``BenchError`` for standard input, which cannot be read twice, and for recordings of more than ten
    ///   minutes.
    public init(_ path: String) throws {
        guard path != "-" else {
            throw BenchError("--trace needs a recording in a file: standard input cannot be read a second time")
        }
        if let duration = try Recording(path: path).duration,
            duration > AudioFormat.duration(ofSamples: Self.longest)
        {
            throw BenchError(
                "--trace \(path): it lasts \(Int(duration.milliseconds / 1_000)) s, and more than 600 s cannot be drawn",
                hint: "cut out what you want to see: sox IN.wav OUT.wav trim START SECONDS")
        }
        self.path = path
    }

    /// Takes note of an event of the recogniser.
    public func note(_ event: RecognitionEvent) {
        state.withLock { state in
            switch event {
            case .traced(.frame(let reading)): state.frames.append(Trace.Frame(reading))
            case .traced(.event(.speechEnded(_, let cause), let position)): state.ending = (position, cause.words)
            case .traced(.settled(_, let position)): state.ending = (position, "what stands whatever follows")
            case .utterance(let recognized):
                state.utterances.append(Trace.Utterance(recognized, ending: state.ending))
            default: break
            }
        }
    }

    /// Takes note of an event of the session.
    public func note(_ event: SessionEvent) {
        guard case .utterance(let decision) = event, decision.heard.span != nil else { return }
        state.withLock { state in
            guard state.decided < state.utterances.count else { return }
            let text = decision.text.isEmpty ? "…" : decision.text
            let commands = decision.commands.map(\.wireText).joined(separator: ", ")
            state.utterances[state.decided].decision =
                decision.reason.map { "✗ \"\(text)\": \($0)" } ?? "✓ \"\(text)\""
                + (commands.isEmpty ? "" : " → \(commands)")
            state.utterances[state.decided].isAccepted = decision.isAccepted
            state.decided += 1
        }
    }

    /// The picture of everything so far.
    ///
    /// - Throws: `SoundFileError`, for the wave is read from the recording.
    public func picture() throws -> SVG {
        let samples = try Recording.samples(of: path)
        var trace = Trace(title: path, duration: AudioFormat.seconds(ofSamples: samples.count))
        trace.wave = Self.wave(samples, pieces: min(2_400, max(1, samples.count / 16)))
        state.withLock { state in
            trace.frames = state.frames
            trace.utterances = state.utterances
        }
        return trace.picture()
    }

    private static func wave(_ samples: [Int16], pieces: Int) -> [ClosedRange<Double>] {
        guard !samples.isEmpty else { return [] }
        return (0..<pieces).map { piece in
            let part = samples[piece * samples.count / pieces..<(piece + 1) * samples.count / pieces]
            return Double(part.min() ?? 0) / 32_768...Double(part.max() ?? 0) / 32_768
        }
    }
}

extension Trace.Frame {
    fileprivate init(_ reading: EndpointerReading) {
        self.init(
            level: reading.level, floor: reading.floor, threshold: reading.threshold, isLoud: reading.isLoud,
            phase: reading.isInPause ? .pause : reading.isInSpeech ? .speech : .silence)
    }
}

extension Trace.Utterance {
    fileprivate init(_ recognized: RecognizedUtterance, ending: (position: Int, cause: String)?) {
        self.init(
            start: recognized.start, end: recognized.end,
            endedAt: ending.map { AudioFormat.seconds(ofSamples: $0.position) } ?? recognized.end,
            cause: ending?.cause ?? "the end", decision: "", isAccepted: false)
        words = (recognized.hypothesis?.words ?? []).map {
            Trace.Word($0.text, start: recognized.start + $0.start, end: recognized.start + $0.end)
        }
    }
}

extension EndpointerEvent.EndCause {
    fileprivate var words: String {
        switch self {
        case .silence: "silence"
        case .complete: "a complete sentence"
        case .maximumLength: "the greatest length"
        case .endOfSource: "the end of the recording"
        }
    }
}
