import Audio
import PocketSphinxDecoder
import Recognition
import Testing

@Suite("A decoder that fails")
struct DecoderFailureTests {
    private func recognizer(_ fault: RehearsedFault) async throws -> RecognizerThread {
        var settings = CardGame.settings
        settings.rehearsedFault = fault
        return try await .start(settings)
    }

    /// What was made of the recordings, one after the other.
    private func outcomes(of recognizer: RecognizerThread, _ names: [String]) async throws -> [String] {
        var outcomes: [String] = []
        for name in names {
            for heard in try await CardGame.events(of: name, with: recognizer).utterances {
                outcomes.append(heard.failure.map { "\($0)" } ?? heard.hypothesis?.text ?? "")
            }
        }
        return outcomes
    }

    @Test("costs its utterance the decision, but not its sound, and a new decoder hears the next")
    func fails() async throws {
        let recognizer = try await recognizer(.fails(utterance: 1))
        let first = try await CardGame.events(of: "001", with: recognizer)
        let lost = try #require(first.utterances.first)
        #expect(first.utterances.count == 1)
        #expect(lost.hypothesis == nil)
        #expect(lost.failure?.kind == .decoding)
        #expect(lost.utterance.duration > .milliseconds(500))
        #expect(first.names.filter { $0 == "decoderFailed" }.count == 1)
        #expect(try await outcomes(of: recognizer, ["001", "003"]) == ["ten of clubs", "seven of clubs"])
    }

    @Test("is said once when it begins, and the recovery when it is over")
    func recovery() async throws {
        var settings = CardGame.settings
        settings.rehearsedFault = .fails(utterance: 1)
        let recognizer = try await RecognizerThread.start(settings)
        let pause = [Int16](repeating: 0, count: 16_000)
        let sound = try CardGame.samples(of: "001") + pause + CardGame.samples(of: "003") + pause
        let events = try await CardGame.events(ofSamples: sound, with: recognizer)
        let told = events.names.filter { ["decoderFailed", "decoderRecovered", "utterance"].contains($0) }
        #expect(told == ["decoderFailed", "utterance", "decoderRecovered", "utterance"])
    }

    @Test("for good, goes on cutting the sound into utterances")
    func dies() async throws {
        let recognizer = try await recognizer(.dies(utterance: 2))
        let outcomes = try await outcomes(of: recognizer, ["001", "003", "004"])
        let reason = "cannot decode: a failure is being rehearsed"
        #expect(outcomes == ["ten of clubs", reason, reason])
    }

    @Test("to come back is relieved, and its utterance told with its sound")
    func stalls() async throws {
        let recognizer = try await recognizer(.stalls(utterance: 2))
        let outcomes = try await outcomes(of: recognizer, ["001", "003", "004"])
        #expect(outcomes.count == 3)
        #expect(outcomes[0] == "ten of clubs")
        #expect(outcomes[1].hasPrefix("the recogniser hangs: no answer within"))
        #expect(outcomes[2] == "five five")
    }

    @Test("to come back three times is not tried again, which is said once, and the sound goes on being cut")
    func hangs() async throws {
        let recognizer = try await recognizer(.hangs(utterance: 1))
        var reasons: [String] = []
        var told: [String] = []
        for name in ["001", "003", "004", "001", "003"] {
            let events = try await CardGame.events(of: name, with: recognizer)
            reasons += events.utterances.map { $0.failure.map { "\($0)" } ?? "none" }
            told += events.names.filter { $0 == "decoderGivenUp" || $0 == "decoderFailed" }
        }
        #expect(reasons.prefix(3).allSatisfy { $0.hasPrefix("the recogniser hangs: no answer within") })
        #expect(
            reasons.dropFirst(3)
                == Array(repeating: "the recogniser is not tried again: it hung 3 times", count: 2)[...])
        #expect(told == ["decoderFailed", "decoderGivenUp"])
        // Another vocabulary is taken note of all the same, so that the fallback can follow it.
        try await recognizer.replaceDecoder(with: CardGame.settings, announcedAs: 9)
        let events = try await CardGame.events(of: "001", with: recognizer)
        #expect(events.contains { if case .decoderReplaced(9) = $0 { true } else { false } })
        #expect(events.utterances.first?.failure != nil)
    }

    @Test(
        "can be rehearsed by name",
        arguments: [
            ("primary-fails:3", RehearsedFault.fails(utterance: 3)), ("primary-stalls:1", .stalls(utterance: 1)),
            ("primary-dies:20", .dies(utterance: 20)), ("primary-hangs:2", .hangs(utterance: 2)),
            ("primary-dies:0", nil),
            ("primary-dies", nil),
            ("nobody-dies:1", nil), ("primary-fails:x", nil), ("", nil),
        ] as [(String, RehearsedFault?)])
    func names(description: String, fault: RehearsedFault?) {
        #expect(RehearsedFault(description) == fault)
    }
}
