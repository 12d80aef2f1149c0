import Audio
import PocketSphinxDecoder
import RealtimeQueue
import Recognition
import Testing

@Suite("A decoder that is replaced")
struct ReplacementTests {
    /// The cards, but each sentence must begin with "five".
    private static var fives: RecognizerSettings {
        var settings = CardGame.settings
        settings.decoder.grammar = "#JSGF V1.0;\ngrammar fives;\npublic <fives> = five (five | of | queen)+;\n"
        return settings
    }

    @Test("finishes the utterance that is being spoken, and leaves the next one to the new decoder")
    func betweenUtterances() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        let first = try CardGame.samples(of: "001")
        let pause = [Int16](repeating: 0, count: 16_000)
        let second = try CardGame.samples(of: "004")
        let ring = SampleRing.make(capacity: 400_000)
        var producer = ring.producer
        var events = recognizer.listen(to: ring.consumer, from: StubSource(outcome: .finished)).makeAsyncIterator()

        // Enough of the first sentence for the recogniser to be in the middle of it, and no more until it is told.
        let half = first.count / 2
        producer.write(Array(first[..<half]).span, endingAt: nil)
        var seen: [RecognitionEvent] = []
        while let event = await events.next(isolation: nil) {
            seen.append(event)
            if case .speechStarted = event { break }
        }
        try await recognizer.replaceDecoder(with: Self.fives, announcedAs: 7)
        producer.write((Array(first[half...]) + pause + second + pause).span, endingAt: nil)
        producer.close()
        while let event = await events.next(isolation: nil) { seen.append(event) }

        #expect(seen.utterances.map(\.hypothesis?.text) == ["ten of clubs", "five five"])
        let replaced = try #require(seen.firstIndex { if case .decoderReplaced(7) = $0 { true } else { false } })
        let utterances = seen.indices.filter { if case .utterance = seen[$0] { true } else { false } }
        #expect(utterances[0] < replaced && replaced < utterances[1])
        // The new one knows nothing else.
        let heard = try await CardGame.events(of: "001", with: recognizer).utterances
        #expect(heard.first?.hypothesis?.text.hasPrefix("ten") != true)
    }

    @Test("takes over before the next recording when none is being heard, and only the newest does")
    func betweenSources() async throws {
        let recognizer = try await RecognizerThread.start(Self.fives)
        try await recognizer.replaceDecoder(with: Self.fives, announcedAs: 1)
        try await recognizer.replaceDecoder(with: CardGame.settings, announcedAs: 2)
        let events = try await CardGame.events(of: "001", with: recognizer)
        let numbers = events.compactMap { if case .decoderReplaced(let number) = $0 { number } else { nil } }
        #expect(numbers == [2])
        #expect(events.utterances.compactMap(\.hypothesis?.text) == ["ten of clubs"])
    }

    @Test("stays when the new one cannot be loaded")
    func refused() async throws {
        let recognizer = try await RecognizerThread.start(CardGame.settings)
        var broken = CardGame.settings
        broken.decoder.dictionary = .text("five F AY V\n")
        await #expect(throws: DecoderError.self) {
            try await recognizer.replaceDecoder(with: broken, announcedAs: 1)
        }
        let heard = try await CardGame.events(of: "001", with: recognizer).utterances
        #expect(heard.compactMap(\.hypothesis?.text) == ["ten of clubs"])
    }
}
