import PocketSphinxDecoder
import Testing

@Suite("Decoder")
struct DecoderTests {
    private let recording = Robot.recording

    @Test("hears \"go forward ten meters\" in the recording of it, with the times of the words")
    func goForward() throws {
        var decoder = try Decoder(Robot.settings)
        let heard = try decoder.decode(recording.span)
        let hypothesis = try #require(heard)
        #expect(hypothesis.text == "go forward ten meters")
        #expect(hypothesis.words.map(\.text) == ["go", "forward", "ten", "meters"])
        let times = hypothesis.words.flatMap { [$0.start, $0.end] }
        #expect(times == times.sorted())
        #expect(times.first! > 0 && times.last! < Double(recording.count) / 16_000)
        #expect(hypothesis.words.allSatisfy { $0.score < 0 })
    }

    @Test("hears the same whatever it heard before")
    func independence() throws {
        var decoder = try Decoder(Robot.settings)
        let first = try decoder.decode(recording.span)
        try decoder.begin()
        try decoder.process([Int16](repeating: 20_000, count: 8_000).span)
        _ = try decoder.decode([Int16](repeating: 0, count: 16_000).span)
        let again = try decoder.decode(recording.span)
        #expect(first == again)
    }

    @Test("has a first impression before the end")
    func partial() throws {
        var decoder = try Decoder(Robot.settings)
        try decoder.begin()
        var partials: [String] = []
        for start in stride(from: 0, to: recording.count, by: 1_600) {
            try decoder.process(recording[start..<min(start + 1_600, recording.count)].span)
            if let text = decoder.partialText(), text != partials.last { partials.append(text) }
        }
        let heard = try decoder.finish()
        #expect(heard?.text == "go forward ten meters")
        #expect(partials.contains("go"))
        #expect(partials.last == "go forward ten meters")
    }

    @Test("survives utterances of any length", arguments: [0, 1, 100, 409, 410, 411, 1_000, 3_200])
    func short(samples: Int) throws {
        var decoder = try Decoder(Robot.settings)
        let beginning = Array(recording.prefix(samples))
        _ = try decoder.decode(beginning.span)
        try decoder.begin()
        try decoder.process(beginning.span)
        _ = try decoder.finish()
        let heard = try decoder.decode(recording.span)
        #expect(heard?.text == "go forward ten meters")
    }

    @Test("survives piecewise what comes after long utterances, in pieces of any length")
    func pieces() throws {
        var decoder = try Decoder(Robot.settings)
        let long = recording + recording + recording
        // Lengths without a common divisor, so that the library's rings meet all of their ends.
        for samples in stride(from: 3_100, to: long.count, by: 7_777) {
            _ = try decoder.decode(long.span.extracting(first: samples))
            try decoder.begin()
            for piece in [long.count - samples, samples, 160, 17_600, 20_960] {
                try decoder.process(long.span.extracting(first: min(piece, long.count)))
            }
            _ = try decoder.finish()
        }
        let heard = try decoder.decode(recording.span)
        #expect(heard?.text == "go forward ten meters")
    }

    @Test("hears nothing in an utterance that was never begun")
    func unopened() throws {
        var decoder = try Decoder(Robot.settings)
        try decoder.process(recording.span)
        let partial = decoder.partialText()
        let heard = try decoder.finish()
        #expect(partial == nil)
        #expect(heard == nil)
    }

    @Test("writes words as the grammar does, without silences, noises and numbers of pronunciations")
    func variants() throws {
        var settings = Robot.settings
        settings.dictionary = .text(
            "go G OW\nforward F AO R W ER D\nbackward B AE K W ER D\ntwo T UW\nten T AA N\nten(2) T EH N\nmeters M IY T ER Z"
        )
        var decoder = try Decoder(settings)
        let heard = try decoder.decode(recording.span)
        #expect(heard?.text == "go forward ten meters")
        #expect(heard?.words.map(\.text) == ["go", "forward", "ten", "meters"])
    }

    @Test("reads a dictionary from a file as well")
    func dictionaryFile() throws {
        var settings = Robot.settings
        settings.dictionary = .file(path: "/usr/share/pocketsphinx/test/data/turtle.dic")
        var decoder = try Decoder(settings)
        let heard = try decoder.decode(recording.span)
        #expect(heard?.text == "go forward ten meters")
    }
}
