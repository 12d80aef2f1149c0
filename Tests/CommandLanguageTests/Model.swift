import CommandLanguage
import Foundation

/// The grammars and dictionaries that the program brings along.
enum Model {
    static let english = Result { try grammar("en") }
    static let korean = Result { try grammar("ko") }
    /// What the decoder listens for in English, read again.
    static let englishDecoder = Result {
        try Grammar(parsing: try english.get().decoderGrammar?.jsgf ?? "", file: "decoder.gram")
    }

    private static func grammar(_ language: String) throws -> Grammar {
        let file = "\(language)/commands.gram"
        return try Grammar(parsing: try text(of: file), file: file)
    }

    static func englishDictionary() throws -> PronunciationDictionary {
        let file = "en/commands.dict"
        return try PronunciationDictionary(
            parsing: try text(of: file), file: file, phones: PronunciationDictionary.englishPhones)
    }

    private static func text(of file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().appending(path: "../../Models").standardized
}

extension Grammar {
    /// What a typed line asks for, in words; or where it got stuck.
    func meaning(of line: String) throws -> String {
        switch interpret(line: line) {
        case .understood(let slots):
            let meaning = try Meaning(of: slots)
            return (meaning.commands.map(\.description) + [meaning.session?.rawValue].compactMap { $0 })
                .joined(separator: ", ")
        case .stuck(let index, _): return "stuck at \(index)"
        case .incomplete: return "incomplete"
        }
    }

    /// A grammar with one public rule, `sentence`, and others after it.
    init(_ sentence: String, _ others: String = "") throws(GrammarError) {
        try self.init(
            parsing: "#JSGF V1.0;\ngrammar test;\npublic <sentence> = \(sentence);\n\(others)\n", file: "test.gram")
    }
}
