import Foundation
import PocketSphinxDecoder
import Testing
import VocabularyFiles

@testable import Session

@Suite("Trial")
struct TrialTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "trial-\(UUID())").path

    private var settings: DecoderSettings {
        DecoderSettings(
            acousticModel: DecoderSettings.englishModel, dictionary: .text("red R EH D\n"),
            grammar: "#JSGF V1.0;\ngrammar a;\npublic <a> = red;\n")
    }

    @Test("is passed once, and not asked for again until something changes")
    func remembered() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let passed = PassedTrials(path: folder + "/deep/passed")
        try await Trial(canary: Canary(), passed: passed).pass(settings)
        let program = Canary().program
        #expect(passed.contains(Fingerprint(of: settings, program: program)))

        var other = settings
        other.grammar += "\n"
        #expect(!passed.contains(Fingerprint(of: other, program: program)))
        other = settings
        other.dictionary = .text("red R EH T\n")
        #expect(!passed.contains(Fingerprint(of: other, program: program)))
        #expect(!passed.contains(Fingerprint(of: settings, program: "/bin/sh")))
        let model = try DamagedModel(cutting: "sendump", to: 0.5)
        other = settings
        other.acousticModel = model.path
        #expect(!passed.contains(Fingerprint(of: other, program: program)))
    }

    @Test("that was passed needs no program any more")
    func noProgram() async throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let passed = PassedTrials(path: folder + "/passed")
        let nowhere = Canary(program: "/nowhere")
        await #expect(throws: CanaryError.self) { try await Trial(canary: nowhere, passed: passed).pass(settings) }
        passed.add(Fingerprint(of: settings, program: "/nowhere"))
        try await Trial(canary: nowhere, passed: passed).pass(settings)
    }

    @Test("is remembered of the newest vocabularies only, and a memory that cannot be written does no harm")
    func capacity() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let passed = PassedTrials(path: folder + "/passed")
        let fingerprints = (0...PassedTrials.capacity).map { Fingerprint(of: "vocabulary \($0)") }
        for fingerprint in fingerprints { passed.add(fingerprint) }
        #expect(!passed.contains(fingerprints[0]))
        #expect(fingerprints.dropFirst().allSatisfy { passed.contains($0) })

        let nowhere = PassedTrials(path: "/dev/null/passed")
        nowhere.add(fingerprints[0])
        #expect(!nowhere.contains(fingerprints[0]))
    }

    @Test("is remembered in the cache folder of the user")
    func place() {
        #expect(
            PassedTrials.standard(environment: ["XDG_CACHE_HOME": "/x", "HOME": "/h"])
                == PassedTrials(path: "/x/voiceled/passed-trials"))
        #expect(
            PassedTrials.standard(environment: ["HOME": "/h"])
                == PassedTrials(path: "/h/.cache/voiceled/passed-trials"))
    }
}
