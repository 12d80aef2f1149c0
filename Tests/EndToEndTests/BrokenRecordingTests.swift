import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled replay of what is no recording")
    struct BrokenRecordingTests {
        /// Replays a file with this content, and gives what it said on standard error.
        private func replay(_ recording: Recording, as name: String) async throws -> Program.Ending {
            let folder = TemporaryFolder()
            try recording.write(to: folder.path + "/" + name)
            let program = try Program("voiceled", ["replay", folder.path + "/" + name])
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(ending.errors.hasPrefix("voiceled: cannot read the recording \(folder.path)/\(name): "))
            return ending
        }

        @Test("a text file")
        func text() async throws {
            var file = Recording(header: 0)
            file.bytes = Array("turn on all the lights\n".utf8)
            let ending = try await replay(file, as: "text.wav")
            #expect(ending.errors.contains("it is not a sound file that can be recognised"), "\(ending.errors)")
            #expect(ending.errors.contains("WAV, FLAC, OGG, AIFF and MP3 are read"))
        }

        @Test("an empty file")
        func empty() async throws {
            var file = Recording(header: 0)
            file.bytes = []
            let ending = try await replay(file, as: "empty.wav")
            #expect(ending.errors.contains("empty"), "\(ending.errors)")
        }

        @Test("a recording without a sample")
        func noSamples() async throws {
            let ending = try await replay(Recording(header: 0), as: "silent.wav")
            #expect(ending.errors.contains("record it again"), "\(ending.errors)")
        }

        @Test("a recording that was cut off")
        func cutOff() async throws {
            var file = Recording.silence(seconds: 2)
            file.bytes.removeLast(32_000)
            let ending = try await replay(file, as: "cut.wav")
            #expect(ending.errors.contains("copy or record it again"), "\(ending.errors)")
        }

        @Test("a header that promises nine hours")
        func hugeHeader() async throws {
            var file = Recording(header: 9 * 3_600 * 16_000)
            file.bytes += [UInt8](repeating: 0, count: 3_200)
            let ending = try await replay(file, as: "huge.wav")
            #expect(ending.errors.contains("its header promises 32400"), "\(ending.errors)")
        }

        @Test("a file that is not there, a folder")
        func missing() async throws {
            let folder = TemporaryFolder()
            let missing = try Program("voiceled", ["replay", folder.path + "/none.wav"])
            let ending = try await missing.ended()
            #expect(ending.status == 2)
            #expect(
                ending.errors == """
                    voiceled: cannot read the recording \(folder.path)/none.wav: No such file or directory
                        check the spelling, and the folder that you are in

                    """)

            let directory = try Program("voiceled", ["replay", folder.path])
            let other = try await directory.ended()
            #expect(other.status == 2)
            #expect(other.errors.contains("name the recordings themselves"), "\(other.errors)")
        }

        @Test("does not keep the good ones from being obeyed")
        func amongGood() async throws {
            let folder = TemporaryFolder()
            try Recording(header: 0).write(to: folder.path + "/silent.wav")
            let program = try Program(
                "voiceled",
                [
                    "replay", folder.path + "/silent.wav", UtteranceFixture.named("red.slt").path, "--json", "--port",
                    "none",
                ])
            let ending = try await program.ended()
            #expect(ending.status == 2)
            #expect(ending.events.contains { $0.event == "error" && $0.message?.contains("silent.wav") == true })
            #expect(ending.events.contains { $0.event == "utterance" && $0.commands == ["LAMP RGB ff0000"] })
        }
    }
}
