import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled bench accuracy")
    final class BenchAccuracyTests {
        private let folder = TemporaryFolder()
        private static let few = ["red.slt", "all-off.kal16", "light-two-on.slt", "light-two-off.rms", "off.awb"]
            .map(UtteranceFixture.named)

        private func bench(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Ending {
            try await Program("voiceled", ["bench", "accuracy"] + arguments, environment: environment).ended()
        }

        /// The events of that name, with all their keys.
        private func events(_ name: String, in ending: Program.Ending) throws -> [[String: Any]] {
            try ending.lines.compactMap {
                try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]
            }.filter { $0["event"] as? String == name }
        }

        private func write(_ name: String, _ fixtures: [UtteranceFixture]) throws -> String {
            try Manifest(name, in: folder.path, Manifest.lines(fixtures)).path
        }

        @Test("hears the commands of the fixtures, and says so in one event for each condition")
        func json() async throws {
            let commands = try write("commands.tsv", Self.few)
            let others = try write("others.tsv", [.named("hello.slt"), .named("window.awb")])
            let ending = try await bench(
                "--manifest", commands, "--negatives", others, "--noise", UtteranceFixture.named("window.awb").path,
                "--snr", "clean,30", "--json", "--jobs", "2")
            #expect(ending.status == 0, "\(ending.errors)")

            let accuracy = try events("accuracy", in: ending)
            #expect(accuracy.count == 2)
            let clean = try #require(accuracy.first)
            #expect(
                Set(clean.keys) == [
                    "event", "at", "manifest", "snr", "clips", "right", "wrong", "refused", "by_label", "by_speaker_ci",
                    "confusions",
                ])
            #expect(clean["snr"] is NSNull && accuracy.last?["snr"] as? Double == 30)
            #expect(clean["clips"] as? Int == 5 && clean["right"] as? Int == 5)
            #expect(clean["by_speaker_ci"] as? [Double] == [1, 1])
            let labels = try #require(clean["by_label"] as? [String: [String: Int]])
            #expect(labels["light two on"] == ["clips": 1, "right": 1, "wrong": 0, "refused": 0])

            let accepts = try #require(try events("false_accepts", in: ending).first)
            #expect(
                Set(accepts.keys) == ["event", "at", "manifest", "clips", "hours", "count", "per_hour", "examples"])
            #expect(accepts["manifest"] as? String == others && accepts["clips"] as? Int == 2)
        }

        @Test("measures the recogniser in a process of its own, too", arguments: ["fallback", "both"])
        func engine(name: String) async throws {
            let commands = try write("commands.tsv", Self.few)
            let ending = try await bench("--manifest", commands, "--engine", name, "--json", "--jobs", "1")
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(try events("accuracy", in: ending).first?["right"] as? Int == 5)
            #expect(ending.errors.contains("the fallback does not say how sure it is") == (name == "fallback"))
        }

        @Test("gives the same figures in any order of recordings and with any number of them at a time")
        func order() async throws {
            let mixed = Self.few + UtteranceFixture.others.prefix(6)
            var found: [Set<String>] = []
            for (name, list, jobs) in [("a", mixed, "1"), ("b", mixed.reversed(), "1"), ("c", mixed, "3")] {
                let path = try write("\(name).tsv", list)
                let ending = try await bench("--negatives", path, "--json", "--jobs", jobs, "--seed", jobs)
                let accepts = try #require(try events("false_accepts", in: ending).first)
                let examples = try #require(accepts["examples"] as? [[String: Any]])
                found.append(
                    Set(
                        examples.map {
                            "\($0["file"] ?? "") \($0["start"] ?? "") \($0["text"] ?? "") \($0["confidence"] ?? "")"
                        }))
            }
            #expect(found[0].count >= 5)
            #expect(found[0] == found[1] && found[0] == found[2])
        }

        @Test("repeats itself with its seed, noise included")
        func seed() async throws {
            let commands = try write("commands.tsv", Self.few)
            var tables: [[String]] = []
            for jobs in ["1", "2"] {
                let ending = try await bench(
                    "--manifest", commands, "--noise", UtteranceFixture.named("music.kal16").path, "--snr", "3",
                    "--jobs", jobs, "--limit", "4", "--seed", "5")
                #expect(ending.status == 0, "\(ending.errors)")
                tables.append(Array(ending.lines.dropLast()))
            }
            #expect(tables[0] == tables[1])
            #expect(tables[0].first?.hasSuffix("commands.tsv, 3 dB: 4 recordings, 4 speakers, 0.1 min") == true)
        }

        @Test("writes the curve and the page, with the misses to be listened to")
        func files() async throws {
            // One of them is labelled wrongly, so that there is a miss.
            let red = UtteranceFixture.named("red.slt")
            let commands = try Manifest(
                "commands.tsv", in: folder.path,
                Manifest.lines(Self.few) + ["\(red.path)\tcolor=blue\tslt"]
            ).path
            let others = try write("others.tsv", [.named("hello.slt")])
            let (curve, page) = (folder.path + "/det.svg", folder.path + "/report.html")
            let ending = try await bench(
                "--manifest", commands, "--negatives", others, "--det", curve, "--report", page)
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.lines.contains { $0.contains("\"color=blue\" → \"color=red\"") })
            let svg = try String(contentsOfFile: curve, encoding: .utf8)
            #expect(svg.hasPrefix("<svg ") && svg.contains("Right against false accepts: others.tsv"))
            let html = try String(contentsOfFile: page, encoding: .utf8)
            #expect(html.contains("<h3>Misses: 1</h3>") && html.contains("src=\"data:audio/wav;base64,UklGR"))
        }

        @Test("shows what it has found when it is interrupted")
        func interruption() async throws {
            let commands = try write("commands.tsv", Self.few)
            let many = try write("many.tsv", Array(repeating: UtteranceFixture.all, count: 60).flatMap { $0 })
            let program = try Program(
                "voiceled", ["bench", "accuracy", "--manifest", commands, "--negatives", many, "--json"])
            try await program.event("accuracy")
            program.signal(SIGINT)
            let ending = try await program.ended()
            #expect(ending.status == 130)
            #expect(ending.errors.contains("voiceled: interrupted after "))
            #expect(ending.errors.contains(" recordings; the figures are theirs"))
        }

        @Test("names the line of a recording that is not there")
        func missingRecording() async throws {
            let path = try Manifest("m.tsv", in: folder.path, ["no.wav\tred\tme"]).path
            let ending = try await bench("--manifest", path)
            #expect(ending.status == 2)
            #expect(
                ending.errors.contains(
                    "\(path):2: cannot read the recording \(folder.path)/no.wav: No such file or directory"))
        }

        @Test("names labels that the grammar cannot mean, and goes on with the others")
        func strangeLabel() async throws {
            let path = try Manifest(
                "m.tsv", in: folder.path,
                Manifest.lines([.named("red.slt")]) + ["\(UtteranceFixture.named("hello.slt").path)\thello\tslt"]
            ).path
            let ending = try await bench("--manifest", path)
            #expect(ending.status == 0)
            #expect(ending.errors.contains("\(path):3: the grammar commands cannot mean \"hello\""))
            #expect(ending.errors.contains("1 recording is left out"))
            #expect(ending.lines.first?.contains("1 recording, 1 speaker,") == true, "\(ending.lines)")
        }

        @Test("refuses noise that is silent")
        func silentNoise() async throws {
            let commands = try write("commands.tsv", Self.few)
            let noise = folder.path + "/silence.wav"
            try Recording.silence(seconds: 1).write(to: noise)
            let ending = try await bench("--manifest", commands, "--noise", noise, "--snr", "6")
            #expect(ending.status == 2)
            #expect(ending.errors.contains("cannot mix in the noise \(noise): it is silent"))
        }

        @Test(
            "says what is missing before anything is heard",
            arguments: [
                ([], "name recordings with --manifest, --negatives or both"),
                (["--manifest", "x.tsv", "--snr", "6"], "--snr needs --noise"),
                (["--manifest", "x.tsv", "--noise", "n.wav"], "--noise needs --snr"),
                (["--negatives", "x.tsv", "--det", "d.svg"], "--det needs both --manifest and --negatives"),
                (["--manifest", "x.tsv", "--report", "r.pdf"], "--report r.pdf: the name has to end in .html"),
                (["--manifest", "x.tsv", "--report", "/no/r.html"], "--report /no/r.html: there is no folder /no"),
                (["--manifest", "/no/x.tsv"], "cannot read /no/x.tsv: No such file or directory"),
            ])
        func wrongUse(arguments: [String], message: String) async throws {
            let ending = try await Program("voiceled", ["bench", "accuracy"] + arguments).ended()
            #expect(ending.status == 2)
            #expect(ending.errors.contains(message), "\(ending.errors)")
        }

        @Test("names SVG where the program that makes PNG is missing")
        func withoutConverter() async throws {
            let list = try write("commands.tsv", Self.few)
            let ending = try await bench(
                "--manifest", list, "--negatives", list, "--det", folder.path + "/d.png",
                environment: ["PATH": "/nonexistent"])
            #expect(ending.status == 2)
            #expect(ending.errors.contains("PNG needs the program rsvg-convert, which is not installed"))
            #expect(ending.errors.contains("name a file that ends in .svg"))
        }
    }
}
