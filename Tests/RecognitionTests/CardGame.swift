import Audio
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import SoundFile

/// The playing cards of `pocketsphinx-testdata`: five recordings by one speaker, and the grammar for them.
enum CardGame {
    static let recordings = [
        ("001", "ten of clubs"), ("002", "four queen of clubs"), ("003", "seven of clubs"), ("004", "five five"),
        ("005", "eight of spades four of clubs seven of hearts"),
    ]

    static var settings: RecognizerSettings {
        RecognizerSettings(
            decoder: DecoderSettings(
                acousticModel: DecoderSettings.englishModel, dictionary: .text(dictionary), grammar: grammar))
    }

    static func path(of name: String) -> String {
        "/usr/share/pocketsphinx/test/data/cards/\(name).wav"
    }

    static func samples(of name: String) throws -> [Int16] {
        var recording = try Recording(path: path(of: name))
        var samples: [Int16] = []
        var piece = [Int16](repeating: 0, count: 16_000)
        while true {
            var room = piece.mutableSpan
            let count = try recording.read(into: &room)
            if count == 0 { return samples }
            samples += piece[..<count]
        }
    }

    /// All events of the recording called `name`.
    static func events(
        of name: String, with recognizer: RecognizerThread, isTraced: Bool = false
    ) async throws -> [RecognitionEvent] {
        let ring = SampleRing.make(capacity: 16_000)
        let source = try RecordingSource(path: path(of: name), pace: .unpaced, into: ring.producer)
        var events: [RecognitionEvent] = []
        for await event in recognizer.listen(to: ring.consumer, from: source, isTraced: isTraced) {
            events.append(event)
        }
        return events
    }

    /// All events of `samples`, which wait in the queue before the recogniser begins.
    static func events(
        ofSamples samples: [Int16], with recognizer: RecognizerThread, isLive: Bool = false,
        endingAt moment: HostTime? = nil
    ) async throws -> [RecognitionEvent] {
        let ring = SampleRing.make(capacity: samples.count)
        var producer = ring.producer
        producer.write(samples.span, endingAt: moment)
        producer.close()
        let source = StubSource(outcome: .finished, isLive: isLive)
        var events: [RecognitionEvent] = []
        for await event in recognizer.listen(to: ring.consumer, from: source) { events.append(event) }
        return events
    }

    private static let grammar = """
        #JSGF V1.0;
        grammar cards;
        public <cards> = <card> [<card>] [<card>] | <rank> <card> | <rank> <rank>;
        <card> = <rank> [of] <suit>;
        <suit> = clubs | hearts | diamonds | spades;
        <rank> = ace | two | three | four | five | six | seven | eight | nine | ten | jack | queen | king;
        """

    private static let dictionary = """
        ace EY S
        clubs K L AH B Z
        diamonds D AY M AH N D Z
        eight EY T
        five F AY V
        four F AO R
        hearts HH AA R T S
        jack JH AE K
        king K IH NG
        nine N AY N
        of AH V
        queen K W IY N
        seven S EH V AH N
        six S IH K S
        spades S P EY D Z
        ten T EH N
        three TH R IY
        two T UW
        """
}

extension RecognitionEvent {
    /// The name of its case.
    var name: String {
        switch self {
        case .listening: "listening"
        case .level: "level"
        case .speechStarted: "speechStarted"
        case .partial: "partial"
        case .utterance: "utterance"
        case .dropped: "dropped"
        case .overrun: "overrun"
        case .decoderReplaced: "decoderReplaced"
        case .traced: "traced"
        case .decoderFailed: "decoderFailed"
        case .decoderRecovered: "decoderRecovered"
        case .decoderGivenUp: "decoderGivenUp"
        case .ended: "ended"
        }
    }
}

extension [RecognitionEvent] {
    var names: [String] { map(\.name) }

    var utterances: [RecognizedUtterance] {
        compactMap { if case .utterance(let utterance) = $0 { utterance } else { nil } }
    }
}
