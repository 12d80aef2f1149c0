public import CommandLanguage
internal import FoundationEssentials

/// Where a user's own phrases for one vocabulary are kept.
public struct OwnWordsFolder: Sendable, Equatable {
    public let path: String

    public init(path: String) { self.path = path }

    /// Phrases and what they mean: JSGF.
    public var phrases: String { path + "/phrases.gram" }
    /// The sounds of words that the other dictionaries lack.
    public var dictionary: String { path + "/phrases.dict" }
    /// Has files of the same names, as they were before the last change.
    package var previous: OwnWordsFolder { OwnWordsFolder(path: path + "/previous") }

    /// `$XDG_CONFIG_HOME/voiceled/words/NAME-LANGUAGE`, else under `~/.config`.
    ///
    /// - Parameter grammar: the name and the language that it gives itself make the name.
    /// - Returns: `nil` if the environment names neither folder by an absolute path.
    public static func standard(of grammar: ParsedGrammar) -> OwnWordsFolder? {
        standard(of: grammar, environment: ProcessInfo.processInfo.environment)
    }

    static func standard(of grammar: ParsedGrammar, environment: [String: String]) -> OwnWordsFolder? {
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let folder = absolute("XDG_CONFIG_HOME") ?? absolute("HOME").map({ $0 + "/.config" }) else { return nil }
        // A grammar may be called anything; a folder may not.
        let name = ([grammar.name] + (grammar.locale.map { [$0] } ?? [])).joined(separator: "-")
            .map { $0.isLetter || $0.isNumber || "-_.".contains($0) ? "\($0)" : "_" }.joined()
        return OwnWordsFolder(path: "\(folder)/voiceled/words/\(name.hasPrefix(".") ? "_" + name : name)")
    }
}
