import Testing
import Wyoming

@Suite("Messages")
struct MessageTests {
    /// Through the wire and back.
    private func returned<M: Message>(_ message: M) throws -> M {
        var reader = EventReader()
        reader.append(message.event.bytes)
        guard case .event(let event) = reader.next() else { throw Failure() }
        #expect(event.type == M.type)
        return try M(event)
    }

    private struct Failure: Error {}

    @Test("come through the wire unchanged")
    func roundTrip() throws {
        func check(_ message: some Message) throws { #expect(try returned(message) == message) }
        let author = Info.Author(name: "A", url: "https://example.org")
        try check(Describe())
        try check(
            Info(recognizers: [
                Info.Program(
                    name: "p", description: nil, version: "1", author: author,
                    models: [Info.Model(name: "m", description: "d", version: nil, author: author, languages: ["en"])],
                    streamsTranscripts: true)
            ]))
        try check(Transcribe())
        try check(Transcribe(name: "dictation", language: "en", streaming: false))
        try check(AudioStart(format: SoundFormat(rate: 44_100, width: 4, channels: 2), timestamp: 7))
        try check(AudioChunk(samples: [0, 1, -1, .max, .min]))
        try check(AudioStop(timestamp: 12))
        try check(
            Transcript(
                text: "불 켜 줘", language: "ko", engine: "grammar",
                words: [Transcript.Word(text: "a", start: 0.25, end: 1, score: -5)], score: -9,
                decodeTime: 0.0625))
        try check(TranscriptStart(language: "en"))
        try check(TranscriptChunk(text: "red"))
        try check(TranscriptStop())
        try check(Ping(text: "?"))
        try check(Pong())
        try check(ErrorEvent(text: "no", code: "bad-event"))
    }

    @Test("samples travel with the lower byte first")
    func byteOrder() {
        #expect(AudioChunk(samples: [0x0102, -2]).audio == [2, 1, 0xFE, 0xFF])
    }

    @Test("null counts as missing")
    func null() throws {
        #expect(try Transcribe(Event(type: "transcribe", data: ["name": .null])) == Transcribe())
    }

    @Test(
        "say which field is wrong and what it needs",
        arguments: [.null, 0, -16_000, "16000", .number(0.5)] as [EventValue])
    func wrongField(rate: EventValue) {
        let error = #expect(throws: MessageError.self) {
            _ = try AudioStart(Event(type: "audio-start", data: ["rate": rate, "width": 2, "channels": 1]))
        }
        #expect(error?.description == "audio-start: \"rate\" is missing or wrong; it needs a whole number above 0")
    }

    @Test("a transcript of another program needs only its text")
    func foreignTranscript() throws {
        let event = Event(type: "transcript", data: ["text": "on", "words": "two", "engine": 3, "score": .null])
        #expect(try Transcript(event) == Transcript(text: "on"))
    }
}
