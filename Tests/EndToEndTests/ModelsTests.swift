import Foundation
import SpeechEmbedding
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled models")
    final class ModelsTests {
        private let folder = TemporaryFolder()
        private var data: String { folder.path + "/data" }
        private var model: String { data + "/voiceled/models/commands" }
        /// One voice, each sentence once.
        private static let voice = UtteranceFixture.commands.filter { $0.voice == "slt" }.prefix(14)

        private func voiceled(_ arguments: String..., home: String? = nil) async throws -> Program.Ending {
            try await Program("voiceled", arguments, environment: ["XDG_DATA_HOME": home ?? data]).ended()
        }

        private func events(_ name: String, in ending: Program.Ending) throws -> [[String: Any]] {
            try ending.lines.compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }.filter { $0["event"] as? String == name }
        }

        private func manifest(adding lines: [String] = []) throws -> String {
            try Manifest("mine.tsv", in: folder.path, Manifest.lines(Array(Self.voice)) + lines).path
        }

        private func train() async throws {
            let ending = try await voiceled("models", "train", "--manifest", try manifest(), "--json")
            try #require(ending.status == 0, "\(ending.errors)")
        }

        @Test("a voice is learnt, bad recordings are named, the model is found, used, and taken back")
        func training() async throws {
            let red = UtteranceFixture.named("red.slt").path
            let bad = ["nowhere.wav\ton\tslt", "\(red)\tmake coffee\tslt"]
            let ending = try await voiceled("models", "train", "--manifest", try manifest(adding: bad), "--json")
            try #require(ending.status == 0, "\(ending.errors)")
            let reasons = try events("left_out", in: ending).compactMap { $0["reason"] as? String }
            #expect(reasons.count == 2)
            #expect(reasons.first?.contains("nowhere.wav: No such file") == true)
            #expect(reasons.last?.hasSuffix("the grammar commands cannot mean \"make coffee\"") == true)
            let made = try #require(try events("model", in: ending).first)
            #expect(made["path"] as? String == model && made["clips"] as? Int == Self.voice.count)
            #expect((made["after"] as? Int ?? 0) >= (made["before"] as? Int ?? 99))

            let found = try events("model", in: try await voiceled("models", "find", "--json"))
            #expect(found.map { $0["kind"] as? String } == ["stock", "pooled", "own"])
            #expect(found.allSatisfy { $0["checksum_ok"] as? Bool == true })

            let heard = try await voiceled("replay", red, "--json")
            #expect(heard.status == 0)
            #expect(heard.errors.hasPrefix("voiceled: listening with your own model \(model), trained with "))
            let stock = try await voiceled("replay", red, "--json", "--model", "stock")
            #expect(stock.status == 0 && stock.errors.isEmpty)

            #expect(try await voiceled("models", "train", "--undo").status == 0)
            #expect(try await voiceled("replay", red, "--json").errors.isEmpty)
            #expect(try await voiceled("models", "train", "--undo").status == 0)
            #expect(try await voiceled("replay", red, "--json").errors.contains(model))
        }

        @Test("a model is carried to another account in one file; a damaged one is refused in words")
        func carrying() async throws {
            try await train()
            let file = folder.path + "/my.voicemodel"
            #expect(try await voiceled("models", "export", file).status == 0)
            let other = folder.path + "/other"
            let imported = try await voiceled("models", "import", file, home: other)
            #expect(imported.status == 0, "\(imported.errors)")
            let heard = try await voiceled("replay", UtteranceFixture.named("red.slt").path, "--json", home: other)
            #expect(heard.status == 0 && heard.errors.contains(other))

            // One byte of the means differs, and everything else fits.
            let forged = folder.path + "/forged"
            try FileManager.default.createDirectory(atPath: forged, withIntermediateDirectories: true)
            _ = try await Program("tar", ["-xzf", file, "-C", forged]).ended()
            var means = try Data(contentsOf: URL(filePath: forged + "/means"))
            means[5_000] ^= 1
            try means.write(to: URL(filePath: forged + "/means"))
            let names = try FileManager.default.contentsOfDirectory(atPath: forged)
            _ = try await Program("tar", ["-czf", forged + ".voicemodel", "-C", forged] + names).ended()
            let third = folder.path + "/third"
            let refused = try await voiceled("models", "import", forged + ".voicemodel", home: third)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("the checksum of means does not fit: damaged or changed"))
            let nothing = try await voiceled("models", "import", UtteranceFixture.named("red.slt").path, home: third)
            #expect(nothing.status == 2)
            #expect(nothing.errors.contains("is not a model that `voiceled models export` wrote"))
            #expect(!FileManager.default.fileExists(atPath: third + "/voiceled/models/commands"))
        }

        /// What `Scripts/fetch-embedding` fetches.
        private static let fetched = EmbeddingFiles.own.flatMap { $0.missing.isEmpty ? $0.folder : nil }

        private func installSecondOpinion(for data: String) throws {
            try FileManager.default.createDirectory(atPath: data + "/voiceled", withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(
                atPath: data + "/voiceled/embedding", withDestinationPath: try #require(Self.fetched))
        }

        @Test(
            "the second opinion learns the voice too, and takes it along to another account; a damaged file is named",
            .enabled(if: fetched != nil, "Scripts/fetch-embedding has not been run"))
        func enrolment() async throws {
            try installSecondOpinion(for: data)
            let ending = try await voiceled("models", "train", "--manifest", try manifest(), "--json")
            try #require(ending.status == 0, "\(ending.errors)")
            let short = Self.voice.filter { $0.transcript.split(separator: " ").count <= 2 }.count
            #expect(try events("model", in: ending).first?["enrolled_samples"] as? Int == short)

            let file = folder.path + "/my.voicemodel"
            #expect(try await voiceled("models", "export", file).status == 0)
            let other = folder.path + "/other"
            try installSecondOpinion(for: other)
            #expect(try await voiceled("models", "import", file, home: other).status == 0)
            let red = UtteranceFixture.named("red.slt").path
            func score(_ home: String) async throws -> Double {
                let ending = try await voiceled("models", "infer", red, "--json", home: home)
                let guess = try events("inference", in: ending).first {
                    $0["engine"] as? String == "words, second opinion"
                }
                return try #require(guess?["score"] as? Double)
            }
            let known = try await score(other)
            #expect(try await voiceled("models", "train", "--undo").status == 0)
            #expect(try await score(data) < known)

            let samples = other + "/voiceled/models/commands/enrolment.txt"
            try Data("sample \"red\" 1 2\n".utf8).write(to: URL(filePath: samples))
            let damaged = try await voiceled("replay", red, home: other)
            #expect(damaged.status == 2)
            #expect(damaged.errors.contains("enrolment.txt:1:"))
            let found = try events("model", in: try await voiceled("models", "find", "--json", home: other))
            #expect(found.last?["checksum_ok"] as? Bool == false)
        }

        @Test("each recording is learnt from once more in noise; noise that cannot be heard is refused")
        func noise() async throws {
            let noise = UtteranceFixture.others[0].path
            let list = try manifest()
            let ending = try await voiceled(
                "models", "train", "--manifest", list, "--noise", noise, "--method", "mllr", "--dry-run", "--json")
            #expect([0, 1].contains(ending.status), "\(ending.errors)")
            #expect(try events("outcome", in: ending).first?["clips"] as? Int == 2 * Self.voice.count)

            let silence = folder.path + "/silence.wav"
            try Recording.silence(seconds: 1).write(to: silence)
            let refused = try await voiceled("models", "train", "--manifest", list, "--noise", silence)
            #expect(refused.status == 2)
            #expect(refused.errors.contains("cannot mix in the noise \(silence): it is silent"))
        }

        @Test("too few recordings change nothing, and say what is needed")
        func tooFew() async throws {
            let list = try Manifest("few.tsv", in: folder.path, Manifest.lines([.named("red.slt")])).path
            let ending = try await voiceled("models", "train", "--manifest", list)
            #expect(ending.status == 2)
            #expect(ending.errors.contains("1 usable recordings are too few to learn from: 4 at least"))
            #expect(!FileManager.default.fileExists(atPath: data))
        }

        @Test("phrases are asked for at the microphone; what was recorded before a stop is not asked for again")
        func microphone() async throws {
            let microphone = try await VirtualMicrophone()
            let phrases = ["red", "yellow", "white", "off", "all off"]
            let recordings = ["red.slt", "yellow.slt", "white.slt", "off.slt", "all-off.slt"]
            func start(_ input: Program.Input = .empty) throws -> Program {
                try Program(
                    "voiceled",
                    ["models", "train", "--mic", "pulse", "--json"] + phrases.flatMap { ["--phrase", $0] },
                    environment: microphone.environment.merging(["XDG_DATA_HOME": data]) { $1 }, input: input)
            }
            let first = try start(.open)
            try await first.recording("prompt", "red")
            try await microphone.speak(.named("red.awb"))
            try await first.recording("take", "red")
            await first.write("r\n")
            try await first.recording("take_back", "red")
            try await microphone.speak(.named("red.slt"))
            try await first.recording("take", "red")
            await first.write("s\n")
            try await first.recording("skip", "yellow")
            await first.write("q\n")
            #expect(try await first.ended().status == 130)

            let second = try start()
            for (phrase, recording) in zip(phrases, recordings).dropFirst() {
                try await second.recording("prompt", phrase)
                try await microphone.speak(.named(recording))
                try await second.recording("take", phrase)
            }
            let ending = try await second.ended()
            // Of so few phrases it learns or does not; either way they were heard and judged.
            #expect([0, 1].contains(ending.status), "\(ending.errors)")
            #expect(try events("outcome", in: ending).first?["clips"] as? Int == 5)
        }

        @Test("each engine says what it hears in a recording")
        func inference() async throws {
            let ending = try await voiceled("models", "infer", UtteranceFixture.named("red.slt").path, "--json")
            #expect(ending.status == 0, "\(ending.errors)")
            let engines = try events("inference", in: ending)
            #expect(
                engines.map { $0["engine"] as? String } == [
                    "grammar, pooled model", "grammar, stock model", "words, second opinion", "dictation, stock model",
                ])
            #expect(engines.first?["text"] as? String == "red")
            #expect(engines.first?["accepted"] as? Bool == true)
            #expect(engines.first?["meaning"] as? String == "color=red")
            // In the folder of this test nothing has been fetched for the second one.
            let (missing, working) = (engines[2], [engines[0], engines[1], engines[3]])
            #expect((missing["problem"] as? String)?.hasPrefix("it is not installed; fetch it") == true)
            #expect(working.allSatisfy { $0["problem"] is NSNull && $0["score"] is Double })
        }
    }
}

extension Program {
    /// Waits until `models train` has come to a step.
    fileprivate func recording(_ step: String, _ phrase: String) async throws {
        try await line { $0.contains("\"step\":\"\(step)\"") && $0.contains("\"phrase\":\"\(phrase)\"") }
    }
}
