import CommandLanguage
import Foundation
import LEDLink
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
    func table(fixture: UtteranceFixture) throws {
        switch Self.grammar.interpret(line: fixture.transcript) {
        case .understood(let slots):
            #expect(fixture.isCommand)
            #expect(try Meaning(of: slots).commands.map { WireCommand($0).text } == fixture.commands)
        case .stuck, .incomplete:
            #expect(!fixture.isCommand)
        }
    }

    private static let grammar: Grammar = {
        let file = Place.project.appending(path: "Models/en/commands.gram")
        return try! Grammar(parsing: String(contentsOf: file, encoding: .utf8), file: file.path)
    }()
}
