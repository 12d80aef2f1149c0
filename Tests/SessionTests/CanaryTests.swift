import CommandLanguage
import Foundation
import PocketSphinxDecoder
import Recognition
import Testing
import VocabularyFiles

@testable import Session

@Suite("Canary")
struct CanaryTests {
    private static let red = "#JSGF V1.0;\ngrammar a;\npublic <a> = red;\n"

    private func settings(
        model: String = DecoderSettings.englishModel, dictionary: String = "red R EH D\n", grammar: String = red
    ) -> DecoderSettings {
        DecoderSettings(acousticModel: model, dictionary: .text(dictionary), grammar: grammar)
    }

    private func settings(ofGrammar path: String) throws -> DecoderSettings {
        let vocabulary = try Vocabulary.spoken(grammarPath: path, dictionaryPath: nil, language: .english)
        return settings(
            dictionary: try #require(vocabulary.pronunciations).text,
            grammar: try #require(vocabulary.grammar.decoderGrammar).jsgf)
    }

    private func failure(
        of settings: DecoderSettings, limits: TrialLimits = TrialLimits(), program: String? = nil
    ) async throws -> CanaryError {
        try #require(
            await #expect(throws: CanaryError.self) {
                try await Canary(program: program, limits: limits).send(ahead: settings)
            })
    }

    /// A program that takes the canary's place.
    private final class Script {
        let path = FileManager.default.temporaryDirectory.appending(path: "canary-\(UUID())").path

        init(_ body: String) throws {
            try "#!/bin/sh\n\(body)\n".write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: path)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("comes back from the vocabulary that is built in")
    func builtIn() async throws {
        try await Canary().send(ahead: settings(ofGrammar: ModelFolder.find().grammar(.english)))
    }

    @Test("stops a grammar that passes every check and keeps the decoder busy for minutes")
    func endless() async throws {
        var limits = TrialLimits()
        limits.processorSeconds = 1
        let error = try await failure(of: settings(ofGrammar: Broken.grammar("optional-words")), limits: limits)
        #expect(error.kind == .died)
        #expect(
            error.description
                == "the decoder does not survive this vocabulary: it was not done after 1 s of processor time")
        #expect(
            error.hint == "make the grammar smaller: many optional words or loops in a row take the decoder very long")
    }

    @Test("refuses a grammar that is heard more slowly than people speak")
    func slow() async throws {
        var limits = TrialLimits()
        limits.processorSeconds = 120
        limits.seconds = 600
        let error = try await failure(of: settings(ofGrammar: Broken.grammar("many-choices")), limits: limits)
        #expect(error.kind == .slow)
        #expect(
            error.description.contains(
                /^the decoder is too slow with this vocabulary: a second of sound takes it [0-9.]+ s$/),
            "\(error)")
    }

    @Test("blames a model that ends the process, with the decoder's last words")
    func exits() async throws {
        let model = try DamagedModel(cutting: "transition_matrices", to: 0.5)
        let error = try await failure(of: settings(model: model.path))
        #expect(error.kind == .died)
        #expect(
            error.description == """
                the decoder does not survive the acoustic model \(model.path): it ended its process with status 1 \
                (Failed to read transition matrix 20 from '\(model.path)/transition_matrices')
                """)
        #expect(error.hint == "its files are damaged or not made for this decoder: install or make them again")
        #expect(error.log.last?.contains("Failed to read transition matrix 20") == true)
    }

    @Test("blames a model that crashes the process, and says how")
    func crashes() async throws {
        let model = try DamagedModel(replacing: "feat.params", withFixture: "no-cepstra.feat.params")
        let error = try await failure(of: settings(model: model.path))
        #expect(
            error.description
                == "the decoder does not survive the acoustic model \(model.path): it crashed (Segmentation fault)")
        let cut = try DamagedModel(cutting: "mdef", to: 0.5)
        #expect(
            try await failure(of: settings(model: cut.path)).description.hasSuffix("it crashed (Segmentation fault)"))
    }

    @Test("blames a model that asks for all memory there is")
    func eats() async throws {
        let model = try DamagedModel(replacing: "mdef", withFixture: "endless.mdef")
        let error = try await failure(of: settings(model: model.path))
        #expect(error.description.contains("(calloc(-1,8) failed from bin_mdef.c"), "\(error)")
    }

    @Test("quotes what the decoder said of settings that it does not know")
    func unknownSetting() async throws {
        let model = try DamagedModel(replacing: "feat.params", withFixture: "unknown-mean.feat.params")
        let error = try await failure(of: settings(model: model.path))
        #expect(
            error.description.hasSuffix("it ended its process with status 1 (Unknown CMN type 'nosuch')"), "\(error)")
    }

    @Test("hands on what the decoder refuses in an orderly way")
    func refusal() async throws {
        let error = await #expect(throws: DecoderError.self) {
            try await Canary().send(ahead: settings(dictionary: "blue B L UW\n"))
        }
        #expect(error?.kind == .wordMissing("red"))
        #expect(error?.description == "cannot use the grammar: the dictionary has no word \"red\"")
    }

    @Test("says that there is no program to try it with, and how to get one")
    func unavailable() async throws {
        let error = try await failure(of: settings(), program: "/nowhere/voiceled-recognizer")
        #expect(error.kind == .unavailable)
        #expect(
            error.description
                == "cannot try the vocabulary first: /nowhere/voiceled-recognizer is not there")
        #expect(error.hint == "build it with `make build`")
    }

    @Test("ends a program that never answers")
    func silent() async throws {
        let script = try Script("exec sleep 1000")
        var limits = TrialLimits()
        limits.seconds = 0
        let error = try await failure(of: settings(), limits: limits, program: script.path)
        #expect(error.kind == .unavailable)
        #expect(error.description.contains("gave no answer within"))
    }

    @Test("keeps the last lines only, however much the program says")
    func talkative() async throws {
        let script = try Script("cat >/dev/null; seq 500000 >&2; echo 'FATAL: \"x.c\", line 7: no more' >&2; exit 3")
        let error = try await failure(of: settings(), program: script.path)
        #expect(error.log.count == 8)
        #expect(error.log.first == "499994")
        #expect(error.description.hasSuffix("it ended its process with status 3 (no more)"), "\(error)")
    }

    @Test("does not take the success of a program that says nothing for an answer")
    func mute() async throws {
        let script = try Script("cat >/dev/null")
        let error = try await failure(of: settings(), program: script.path)
        #expect(error.kind == .died)
    }
}
