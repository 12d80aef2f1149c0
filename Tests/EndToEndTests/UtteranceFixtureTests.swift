import CommandLanguage
import Foundation
import Testing

@Suite("The fixtures")
struct UtteranceFixtureTests {
    @Test("are at least sixty utterances of four voices, a third of them no commands")
    func enough() {
        #expect(UtteranceFixture.all.count >= 60)
        #expect(Set(UtteranceFixture.all.map(\.voice)).count >= 4)
        #expect(UtteranceFixture.others.count >= 20)
        #expect(UtteranceFixture.all.allSatisfy { FileManager.default.fileExists(atPath: $0.path) })
    }

    @Test("say in their table what the grammar makes of the sentence", arguments: UtteranceFixture.all)
    func table(fixture: UtteranceFixture) async throws {
        let parsing = try Program("voiceled", ["grammar", "parse", fixture.transcript, "--json"])
        let event = try await parsing.event("utterance")
        #expect(event.accepted == fixture.isCommand)
        #expect(event.commands == fixture.commands)
    }
}
