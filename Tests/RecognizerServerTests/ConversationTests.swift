import Testing
import Wyoming

@testable import RecognizerServer

@Suite("Conversation")
struct ConversationTests {
    /// What a client gets for `events`, with orders in place of what the decoder would answer.
    private func steps(_ events: [Event]) -> [Conversation.Step] {
        var conversation = Conversation(engines: [.grammar, .dictation])
        var steps: [Conversation.Step] = []
        for event in events {
            let step = conversation.take(.event(event))
            if step != .nothing { steps.append(step) }
        }
        return steps
    }

    private func code(_ step: Conversation.Step?) -> String? {
        guard case .reply(let event) = step else { return nil }
        return try? ErrorEvent(event).code
    }

    private func utterance(_ name: String? = nil, samples: [Int16] = [1, -2, 3]) -> [Event] {
        [
            Transcribe(name: name).event, AudioStart().event, AudioChunk(samples: samples).event, AudioStop().event,
        ]
    }

    @Test("gives each utterance to the engine that was asked for, and the next one to its own again")
    func engines() {
        let sound = [AudioStart().event, AudioChunk(samples: [7]).event, AudioStop().event]
        #expect(
            steps(utterance("dictation") + sound) == [
                .decode(Order(samples: [1, -2, 3], engine: .dictation, isStreaming: true)),
                .decode(Order(samples: [7], engine: .grammar, isStreaming: true)),
            ])
    }

    @Test("answers ping with the same text, and describe with its models")
    func questions() throws {
        let steps = steps([Ping(text: "hello").event, Describe().event])
        #expect(steps.first == .reply(Pong(text: "hello").event))
        guard case .reply(let event) = steps.last else { return }
        #expect(try Info(event).recognizers.first?.models.map(\.name) == ["grammar", "dictation"])
    }

    @Test("passes over events that it does not know, as the protocol wants")
    func unknownEvents() {
        #expect(steps([Event(type: "select-program", data: ["name": "x"])]).isEmpty)
    }

    @Test("refuses a model that is not there once, and not the next utterance")
    func unknownModel() {
        let steps = steps(utterance("klingon") + utterance())
        #expect(steps.count == 2)
        #expect(code(steps.first) == "unknown-model")
        guard case .reply(let event) = steps.first else { return }
        #expect(
            event.data["text"] == "transcribe: there is no model \"klingon\"; choose grammar or dictation")
    }

    @Test("refuses other languages than English", arguments: ["de", "ko", "english"])
    func language(name: String) {
        #expect(code(steps([Transcribe(language: name).event]).first) == "language")
    }

    @Test("takes English by all its names", arguments: ["en", "en-GB", "en_US"])
    func english(name: String) {
        #expect(steps([Transcribe(language: name).event]).isEmpty)
    }

    @Test(
        "refuses sound that it cannot convert, and the rest of it silently",
        arguments: [
            SoundFormat(rate: 4_000, width: 2, channels: 1), SoundFormat(rate: 16_000, width: 8, channels: 1),
            SoundFormat(rate: 16_000, width: 2, channels: 9),
        ])
    func format(format: SoundFormat) {
        let steps = steps([
            AudioStart(format: format).event, AudioChunk(format: format, audio: [1, 2]).event, AudioStop().event,
        ])
        #expect(steps.map(code) == ["audio-format"])
    }

    @Test("refuses half a sample")
    func halfSample() {
        let steps = steps([AudioStart().event, AudioChunk(audio: [1, 2, 3]).event, AudioStop().event])
        #expect(steps.map(code) == ["audio-format"])
    }

    @Test("refuses a change of format in the middle")
    func changedFormat() {
        let stereo = SoundFormat(rate: 16_000, width: 2, channels: 2)
        let steps = steps([AudioStart().event, AudioChunk(format: stereo, audio: []).event, AudioStop().event])
        #expect(steps.map(code) == ["audio-format"])
    }

    @Test("refuses an utterance over 60 s, however it is cut")
    func tooLong() {
        let second = [Int16](repeating: 0, count: 16_000)
        var events = [AudioStart().event]
        for _ in 0..<60 { events.append(AudioChunk(samples: second).event) }
        #expect(steps(events + [AudioStop().event]).map(code) == [nil])
        events.append(AudioChunk(samples: [0]).event)
        #expect(steps(events + [AudioStop().event] + utterance()).map(code) == ["too-long", nil])
    }

    @Test("says so when no sound came")
    func noSound() {
        #expect(steps([AudioStop().event]).map(code) == ["no-audio"])
    }

    @Test("understands sound that begins without audio-start")
    func withoutStart() {
        #expect(
            steps([AudioChunk(samples: [5]).event, AudioStop().event]) == [
                .decode(Order(samples: [5], engine: .grammar, isStreaming: true))
            ])
    }

    @Test("says that an utterance without an end was thrown away, and hears the next")
    func unfinished() {
        let steps = steps([AudioStart().event, AudioChunk(samples: [1]).event] + utterance().dropFirst())
        #expect(code(steps.first) == "unfinished")
        #expect(steps.last == .decode(Order(samples: [1, -2, 3], engine: .grammar, isStreaming: true)))
    }

    @Test("does not decode an utterance of which a piece was spoilt")
    func spoiltPiece() {
        var reader = EventReader()
        reader.append(Array("{\"type\":\"audio-chunk\"\n".utf8))
        guard let fault = reader.next() else { return }
        var conversation = Conversation(engines: [.grammar])
        #expect(conversation.take(.event(AudioStart().event)) == .nothing)
        #expect(code(conversation.take(fault)) == "bad-event")
        #expect(conversation.take(.event(AudioStop().event)) == .nothing)
        #expect(code(conversation.take(.event(Event(type: "audio-start")))) == "bad-event")
        #expect(conversation.take(.event(AudioStop().event)) == .nothing)
    }
}
