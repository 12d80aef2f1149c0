import Foundation
import Testing
import Wyoming

@Suite("The end of voiceled-recognizer", .serialized, .ownThread)
struct EndingTests {
    @Test("comes while it decodes, when nobody is left to answer to")
    func whileDecoding() throws {
        let left = try RecognizerProcess()
        let kept = try RecognizerProcess()
        // One that went on decoding would need four times as long as the other, which is still at it in the end.
        try left.stream.send(noise(seconds: 56), Transcribe(name: "dictation", streaming: false))
        try kept.stream.send(noise(seconds: 14), Transcribe(name: "dictation", streaming: false))
        left.stream.closeBoth()
        #expect(left.ended() == 0)
        #expect(!kept.stream.hasNews)
        _ = try kept.stream.receive(Transcript.self)
    }

    @Test("comes with the process that was named as its parent")
    func parent() throws {
        let parent = try Parent()
        _ = try #require(parent.child)
        parent.end()
        #expect(parent.remainingOutput() == "")
    }

    @Test("comes with its parent even when it is stopped, as the leader of a group of its own")
    func stopped() throws {
        let parent = try Parent()
        _ = try #require(parent.child)
        try parent.stopChild()
        // The kernel wakes the stopped members of a group that nobody is left to wake.
        parent.end()
        #expect(parent.remainingOutput() == "")
    }

    @Test("comes at once in a process that is no child of the one that was named")
    func wrongParent() throws {
        let recognizer = try RecognizerProcess(["--parent", "1"])
        #expect(recognizer.ended() == 0)
        #expect(recognizer.remainingErrors() == "")
    }

    @Test("by the decoder leaves the decoder's last words on standard error")
    func fatalModel() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.copyItem(atPath: "/usr/share/pocketsphinx/model/en-us/en-us", toPath: folder.path)
        defer { try? FileManager.default.removeItem(at: folder) }
        // Cut off in the middle: the library ends the process when it meets the end.
        let transitions = folder.appending(path: "transition_matrices")
        try Data(contentsOf: transitions).prefix(2_000).write(to: transitions)
        let recognizer = try RecognizerProcess(["--model", folder.path])
        #expect(recognizer.ended() == 1)
        let last = try #require(recognizer.remainingErrors().split(separator: "\n").last)
        #expect(last.hasPrefix("FATAL: \"tmat.c\", line "))
        #expect(last.hasSuffix(": Failed to read transition matrix 40 from '\(transitions.path)'"))
    }

    private func noise(seconds: Int) -> [Int16] {
        var state: UInt32 = 1
        return (0..<16_000 * seconds).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return Int16(truncatingIfNeeded: Int32(bitPattern: state) >> 20)
        }
    }
}
