import Foundation
import PocketSphinxDecoder
import Testing

@Suite("Evidence")
struct EvidenceTests {
    private let recording = Robot.recording

    private func decoder(_ grammar: String? = nil, otherWords: String? = EvidenceTests.otherWords) throws -> Decoder {
        var settings = Robot.settings
        settings.otherWords = otherWords
        if let grammar { settings.grammar = "#JSGF V1.0; grammar robot; public <move> = \(grammar);" }
        return try Decoder(settings)
    }

    private static let otherWords = """
        ;;; A comment.
        # Another.
        camera K AE M ER AH
        yesterday Y EH S T ER D EY
        """

    @Test("speaks for what was said, and against what was not")
    func forAndAgainst() throws {
        var right = try decoder()
        var wrong = try decoder("two backward")
        let said = try #require(try right.weigh(recording.span) { $0 == $1 }?.evidence)
        let unsaid = try #require(try wrong.weigh(recording.span) { $0 == $1 }?.evidence)
        #expect(said.sentence > unsaid.sentence + 10)
        #expect(said.otherWords > 0)
    }

    @Test("finds the same hypothesis as without looking for evidence")
    func hypothesis() throws {
        var plain = try decoder(otherWords: nil)
        var weighing = try decoder()
        let heard = try plain.decode(recording.span)
        let weighed = try weighing.weigh(recording.span) { $0 == $1 }
        #expect(weighed?.hypothesis.text == heard?.text)
        #expect(weighed?.hypothesis.words.map(\.start) == heard?.words.map(\.start))
        #expect(try plain.weigh(recording.span) { $0 == $1 }?.evidence == nil)
    }

    @Test("is the same for the same samples, whatever came before")
    func independence() throws {
        var decoder = try decoder()
        let first = try decoder.weigh(recording.span) { $0 == $1 }
        _ = try decoder.weigh([Int16](repeating: 0, count: 16_000).span) { $0 == $1 }
        try decoder.begin()
        try decoder.process(recording.span)
        _ = try decoder.finish()
        let again = try decoder.weigh(recording.span) { $0 == $1 }
        #expect(first?.evidence == again?.evidence)
        #expect(first?.hypothesis == again?.hypothesis)
    }

    @Test("names the sentence that comes next, and how far away it is")
    func runnerUp() throws {
        var decoder = try decoder("go forward ten meters | go forward two meters | go backward two meters")
        let evidence = try #require(try decoder.weigh(recording.span) { $0 == $1 }?.evidence)
        #expect(evidence.runnerUpText == "go forward two meters")
        #expect(evidence.runnerUp > 0)
    }

    @Test("passes over sentences that mean the same")
    func sameMeaning() throws {
        var decoder = try decoder("go forward ten meters | go forward two meters | go backward two meters")
        let evidence = try decoder.weigh(recording.span) { $0.contains("forward") == $1.contains("forward") }?.evidence
        #expect(evidence?.runnerUpText == "go backward two meters")
    }

    @Test("knows no runner-up where there is none", arguments: ["go forward ten meters", "go forward ten meters | go"])
    func noRunnerUp(grammar: String) throws {
        var decoder = try decoder(grammar)
        let evidence = try #require(try decoder.weigh(recording.span) { _, _ in true }?.evidence)
        #expect(evidence.runnerUpText == nil)
        #expect(evidence.runnerUp == Evidence.limits.upperBound)
    }

    @Test("finds runners-up in a grammar with loops and empty ways")
    func loops() throws {
        var decoder = try decoder("[go] (<NULL>) (forward | backward | ten | two | meters)+ [go]")
        let evidence = try #require(try decoder.weigh(recording.span) { $0 == $1 }?.evidence)
        let runnerUp = try #require(evidence.runnerUpText)
        #expect(runnerUp != "go forward ten meters")
        let words = ["go", "forward", "backward", "ten", "two", "meters"]
        #expect(runnerUp.split(separator: " ").allSatisfy { words.contains(String($0)) })
    }

    @Test("survives utterances of any length", arguments: [0, 1, 100, 409, 410, 411, 1_000, 3_200])
    func short(samples: Int) throws {
        var decoder = try decoder()
        _ = try decoder.weigh(Array(recording.prefix(samples)).span) { $0 == $1 }
        #expect(try decoder.weigh(recording.span) { $0 == $1 }?.hypothesis.text == "go forward ten meters")
    }

    @Test("takes phones for other words if no other words are left")
    func noOtherWords() throws {
        var decoder = try decoder(otherWords: "go G OW\nfore F AO R W ER D\n")
        let evidence = try #require(try decoder.weigh(recording.span) { $0 == $1 }?.evidence)
        #expect(evidence.otherWords == evidence.sentence)
    }

    @Test("refuses other words with sounds that the model does not have")
    func unknownSounds() {
        let error = #expect(throws: DecoderError.self) { _ = try decoder(otherWords: "click !! K") }
        #expect(error?.kind == .dictionary)
        #expect(error?.what == "cannot load the words that commands are compared with")
    }

    @Test("is that of the library's own scores, which models of other kinds still get")
    func libraryScores() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "evidence-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let model = DecoderSettings.englishModel
        for name in try FileManager.default.contentsOfDirectory(atPath: model) where name != "mdef" {
            try FileManager.default.createSymbolicLink(
                atPath: "\(folder)/\(name)", withDestinationPath: "\(model)/\(name)")
        }
        // Of the model definition only the library reads the text form.
        let convert = try Process.run(
            URL(filePath: "/usr/bin/pocketsphinx_mdef_convert"),
            arguments: ["-text", "\(model)/mdef", "\(folder)/mdef"])
        convert.waitUntilExit()
        var settings = Robot.settings
        settings.otherWords = Self.otherWords
        var ours = try Decoder(settings)
        settings.acousticModel = folder
        var theirs = try Decoder(settings)
        let mine = try #require(try ours.weigh(recording.span) { $0 == $1 })
        let its = try #require(try theirs.weigh(recording.span) { $0 == $1 })
        #expect(mine.hypothesis.words.map(\.start) == its.hypothesis.words.map(\.start))
        let (one, other) = (try #require(mine.evidence), try #require(its.evidence))
        #expect(abs(one.sentence - other.sentence) < 0.5)
        #expect(abs(one.otherWords - other.otherWords) < 0.5)
        #expect(abs(one.runnerUp - other.runnerUp) < 0.5 && one.runnerUpText == other.runnerUpText)
    }

    @Test("keeps its figures within limits")
    func limits() {
        let evidence = Evidence(sentence: 1_000, otherWords: .nan, runnerUp: .infinity)
        #expect(evidence.sentence == 20)
        #expect(evidence.otherWords == -40 && evidence.runnerUp == 20)
    }
}
