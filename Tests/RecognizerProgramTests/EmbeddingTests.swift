import Foundation
import SpeechEmbedding
import Testing
import Wyoming

/// What `Scripts/fetch-embedding` fetches; skipped where it has not run.
private let isFetched = EmbeddingFiles.own?.missing.isEmpty ?? false

@Suite(
    "voiceled-recognizer's engine embedding", .serialized, .ownThread,
    .enabled(if: isFetched, "Scripts/fetch-embedding has not been run"))
struct EmbeddingTests {
    @Test("hears single words, tells what else they may have been, and writes nothing to standard error")
    func words() throws {
        let recognizer = try RecognizerProcess()
        for (name, text) in [("red.slt", "red"), ("off.rms", "off")] {
            try recognizer.stream.send(Utterances.samples(name), Transcribe(name: "embedding", streaming: false))
            let transcript = try recognizer.stream.receive(Transcript.self)
            #expect(transcript.text == text)
            #expect(transcript.engine == "embedding")
            #expect(transcript.alternatives.first?.text == text)
            let scores = transcript.alternatives.map(\.score)
            #expect(scores.count > 1 && scores == scores.sorted(by: >))
        }
        recognizer.stream.close()
        #expect(recognizer.ended() == 0)
        #expect(recognizer.remainingErrors() == "")
    }

    @Test("takes a whole sentence for none of its words")
    func sentence() throws {
        let recognizer = try RecognizerProcess(["--engine", "embedding"])
        try recognizer.stream.send(Utterances.samples("set-light-one-to-fifty-percent.slt"))
        #expect(try recognizer.stream.receive(Transcript.self).text == "")
    }

    @Test("is not there without its files, and everything else is")
    func missing() throws {
        let recognizer = try RecognizerProcess(environment: ["XDG_DATA_HOME": "/nowhere"])
        try recognizer.stream.send(Describe())
        let models = try recognizer.stream.receive(Info.self).recognizers.flatMap(\.models).map(\.name)
        #expect(models == ["grammar", "dictation"])
        let alone = try RecognizerProcess(["--engine", "embedding"], environment: ["XDG_DATA_HOME": "/nowhere"])
        #expect(alone.ended() == 2)
        #expect(alone.remainingErrors().contains("Scripts/fetch-embedding"))
    }
}
