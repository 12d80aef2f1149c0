import Foundation
import Testing
import Wyoming

@Suite("voiceled-recognizer over standard streams", .serialized, .ownThread)
struct StandardStreamsTests {
    @Test("hears commands, and tells the engine and the time of each word")
    func commands() throws {
        let recognizer = try RecognizerProcess()
        for (name, text) in [
            ("red.slt", "red"), ("light-two-on.slt", "light two on"), ("all-off.kal16", "all off"),
            ("set-light-one-to-fifty-percent.slt", "set light one to fifty percent"),
        ] {
            try recognizer.stream.send(Utterances.samples(name))
            let transcript = try recognizer.stream.receive(Transcript.self)
            #expect(transcript.text == text)
            #expect(transcript.engine == "grammar")
            #expect(transcript.language == "en")
            #expect(transcript.words.map(\.text).joined(separator: " ") == text)
            for word in transcript.words { #expect(word.start < word.end) }
        }
        recognizer.stream.close()
        #expect(recognizer.ended() == 0)
        #expect(recognizer.remainingErrors() == "")
    }

    @Test("hears the same sound the same way, whatever came before")
    func independence() throws {
        let recognizer = try RecognizerProcess()
        var transcripts: [Transcript] = []
        for name in ["off.rms", "movie-night.rms", "off.rms"] {
            try recognizer.stream.send(Utterances.samples(name))
            transcripts.append(try recognizer.stream.receive(Transcript.self).untimed)
        }
        #expect(transcripts[0] == transcripts[2])
    }

    @Test("hears other rates, widths and channels too, and 16 kHz in each of them exactly alike")
    func formats() throws {
        let recognizer = try RecognizerProcess()
        let samples = try Utterances.samples("light-two-on.slt")
        func hear(_ format: SoundFormat, _ audio: [UInt8]) throws -> Transcript {
            try recognizer.stream.send(Transcribe(streaming: false))
            try recognizer.stream.send(AudioStart(format: format))
            try recognizer.stream.send(AudioChunk(format: format, audio: audio))
            try recognizer.stream.send(AudioStop())
            return try recognizer.stream.receive(Transcript.self).untimed
        }
        let plain = try hear(.speech, AudioChunk(samples: samples).audio)
        let wide = samples.flatMap { sample -> [UInt8] in [0, 0] + AudioChunk(samples: [sample]).audio }
        #expect(try hear(SoundFormat(rate: 16_000, width: 4, channels: 1), wide) == plain)
        let twice = AudioChunk(samples: samples.flatMap { [$0, $0] }).audio
        #expect(try hear(SoundFormat(rate: 16_000, width: 2, channels: 2), twice) == plain)
        // Each sample twice is the same sound at twice the rate, and a hiss above what the model hears.
        #expect(try hear(SoundFormat(rate: 32_000, width: 2, channels: 1), twice).text == "light two on")
    }

    @Test("takes dictation with the open language model when it is asked to")
    func dictation() throws {
        let recognizer = try RecognizerProcess()
        try recognizer.stream.send(
            Utterances.samples("good-morning-everyone.slt"), Transcribe(name: "dictation", streaming: false))
        let transcript = try recognizer.stream.receive(Transcript.self)
        #expect(transcript.engine == "dictation")
        #expect(transcript.text == "good morning everyone")
    }

    @Test("streams the transcript to those who do not decline")
    func streaming() throws {
        let recognizer = try RecognizerProcess()
        try recognizer.stream.send(Utterances.samples("red.slt"), Transcribe())
        _ = try recognizer.stream.receive(TranscriptStart.self)
        #expect(try recognizer.stream.receive(TranscriptChunk.self).text == "red")
        #expect(try recognizer.stream.receive(Transcript.self).text == "red")
        _ = try recognizer.stream.receive(TranscriptStop.self)
    }

    @Test("answers bad events with an error and goes on")
    func badEvents() throws {
        let recognizer = try RecognizerProcess()
        let stream = recognizer.stream
        for bytes in ["nonsense\n", "{}\n", "{\"type\":\"ping\",\"data_length\":-5}\n", "{\"type\":\"audio-start\"}\n"]
        {
            try stream.send(Array(bytes.utf8))
            #expect(try stream.receive(ErrorEvent.self).code == "bad-event")
        }
        try stream.send(Transcribe(name: "nobody"))
        #expect(try stream.receive(ErrorEvent.self).code == "unknown-model")
        try stream.send(Utterances.samples("red.slt"))
        #expect(try stream.receive(Transcript.self).text == "red")
    }

    @Test("hears utterances of any length, none included", arguments: [[0, 1, 2, 159, 160, 161, 409, 410, 411, 800]])
    func shortUtterances(lengths: [Int]) throws {
        let recognizer = try RecognizerProcess()
        for length in lengths {
            try recognizer.stream.send([Int16](repeating: 100, count: length))
            _ = try recognizer.stream.receive(Transcript.self)
        }
    }

    @Test("answers what was sent before its input ended, and tells an event that was cut off")
    func inputEnds() throws {
        let recognizer = try RecognizerProcess()
        try recognizer.stream.send(Utterances.samples("red.slt"))
        try recognizer.stream.send(Array(Ping().event.bytes.dropLast(5)))
        recognizer.stream.close()
        #expect(try recognizer.stream.receive(Transcript.self).text == "red")
        let error = try recognizer.stream.receive(ErrorEvent.self)
        #expect(error.text == "the stream ended in the middle of an event: its header line has no end")
        #expect(recognizer.ended() == 0)
    }

    @Test("ends at SIGTERM")
    func terminated() throws {
        let recognizer = try RecognizerProcess()
        try recognizer.stream.send(Ping())
        _ = try recognizer.stream.receive(Pong.self)
        recognizer.signal(SIGTERM)
        #expect(recognizer.ended() == 0)
    }

    @Test(
        "says what is missing, and ends with 2", arguments: [["--grammar", "/nowhere.gram"], ["--model", "/nowhere"]])
    func missing(arguments: [String]) throws {
        let recognizer = try RecognizerProcess(arguments)
        #expect(recognizer.ended() == 2)
        #expect(recognizer.remainingErrors().contains(": No such file or directory"))
    }
}

extension Transcript {
    /// Without the time that decoding took, in which no two are alike.
    fileprivate var untimed: Transcript {
        var transcript = self
        transcript.decodeTime = nil
        return transcript
    }
}
