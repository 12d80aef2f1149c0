import Foundation
import Testing

/// One line of `Tests/Fixtures/utterances.tsv`: a recording, what is said in it, and what the board must be told.
struct UtteranceFixture: Sendable, CustomTestStringConvertible {
    let file: String
    let transcript: String
    let voice: String
    /// Whether somebody said a command, rather than something else.
    let isCommand: Bool
    /// Commands of the wire, in order.
    let commands: [String]

    var path: String { Place.fixtures.appending(path: "Utterances/\(file)").path }

    var testDescription: String { file }

    static let all: [UtteranceFixture] = {
        let table = try! String(contentsOf: Place.fixtures.appending(path: "utterances.tsv"), encoding: .utf8)
        return table.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t").map(String.init)
            precondition(columns.count == 5, "utterances.tsv: five columns are needed: \(line)")
            return UtteranceFixture(
                file: columns[0], transcript: columns[1], voice: columns[2], isCommand: columns[3] == "command",
                commands: columns[4] == "-" ? [] : columns[4].components(separatedBy: "; "))
        }
    }()

    static let commands = all.filter(\.isCommand)
    static let others = all.filter { !$0.isCommand }

    /// The recording called `name`, without its ending.
    static func named(_ name: String) -> UtteranceFixture {
        all.first { $0.file == name + ".flac" }!
    }
}
