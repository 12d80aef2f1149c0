import CommandLanguage
import Foundation
import Synchronization
import Testing
import VocabularyFiles

@testable import Session

@Suite("A session that follows its vocabulary")
struct ReloadTests {
    /// A grammar in a file, a session that follows it, and what the session tells.
    private final class Edited: Sendable {
        let path = FileManager.default.temporaryDirectory.appending(path: "edited-\(UUID()).gram").path
        let changes: AsyncStream<VocabularyChange>
        private let told: AsyncStream<VocabularyChange>.Continuation

        init(_ body: String) throws {
            (changes, told) = AsyncStream.makeStream(of: VocabularyChange.self)
            try write(body)
        }

        func write(_ body: String) throws {
            try "#JSGF V1.0;\ngrammar test;\n\(body)\n".write(toFile: path, atomically: true, encoding: .utf8)
        }

        func load() throws -> Vocabulary { try .typed(grammarPath: path, language: .english) }

        func session() async throws -> Session {
            Session(grammar: try load().grammar, lights: try await .open(.none)) { [told] event in
                if case .vocabulary(let change) = event { told.yield(change) }
            }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    private func reason(of change: VocabularyChange?) -> String? {
        guard case .refused(let reason, _, _)? = change?.outcome else { return nil }
        return reason
    }

    @Test("understands new words, keeps the old ones when an edit is wrong, and says where")
    func edits() async throws {
        let edited = try Edited("public <a> = one {led=1 power=on};")
        let session = try await edited.session()
        let vocabulary = try edited.load()
        let names = Mutex<[Int]>([])
        let following = Task {
            await session.follow(
                vocabulary, onUse: { grammar in names.withLock { $0.append(grammar.examples(limit: 9).count) } },
                reload: { try edited.load() })
        }
        defer { following.cancel() }
        var changes = edited.changes.makeAsyncIterator()

        func isObeyed(_ text: String) async -> Bool {
            await session.obey(Heard(text: text, origin: .typed)).decision.isAccepted
        }
        // The first change may be made before the watch is there, and must not be missed.
        try edited.write("public <a> = one {led=1 power=on} | two {led=2 power=on};")
        #expect(await changes.next()?.outcome == .loaded)
        #expect(await isObeyed("two"))

        try edited.write("public <a> = one {led=1 power=on} | ;")
        #expect(reason(of: await changes.next())?.hasPrefix("\(edited.path):3:37: unexpected ';'") == true)
        #expect(await isObeyed("two"))

        try edited.write("public <a> = one {led=1 power=on} | three {led=3 power=on};")
        #expect(await changes.next()?.outcome == .loaded)
        #expect(await isObeyed("three"))
        #expect(await !isObeyed("two"))
        #expect(names.withLock { $0 } == [2, 2])
    }

    @Test("says so when a wrong edit is taken back")
    func takenBack() async throws {
        let edited = try Edited("public <a> = one {led=1 power=on};")
        let session = try await edited.session()
        let vocabulary = try edited.load()
        let following = Task { await session.follow(vocabulary) { try edited.load() } }
        defer { following.cancel() }
        var changes = edited.changes.makeAsyncIterator()

        try edited.write("public <a> = ;")
        #expect(reason(of: await changes.next()) != nil)
        try edited.write("public <a> = one {led=1 power=on};")
        #expect(await changes.next()?.outcome == .loaded)
        #expect(await session.obey(Heard(text: "one", origin: .typed)).decision.isAccepted)
    }

    @Test("tells a program in JSON what became of an edit")
    func json() throws {
        let refused = VocabularyChange(
            grammar: "a.gram", outcome: .refused(reason: "a.gram:3:1: no", hint: "do", log: ["FATAL: x"]))
        #expect(
            SessionEvent.vocabulary(refused).json(at: 1)
                == #"{"at":1,"event":"vocabulary","grammar":"a.gram","hint":"do","log":["FATAL: x"],"reason":"a.gram:3:1: no","state":"refused"}"#
        )
        #expect(
            SessionEvent.vocabulary(VocabularyChange(grammar: "a.gram", outcome: .loaded)).json(at: 1)
                == #"{"at":1,"event":"vocabulary","grammar":"a.gram","log":[],"reason":null,"state":"loaded"}"#)
    }
}
