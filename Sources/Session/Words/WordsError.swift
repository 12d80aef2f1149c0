import CommandLanguage
import Foundation

/// Why a phrase is not added, or words are not changed.
public struct WordsError: Error, Equatable, Sendable, CustomStringConvertible {
    public enum Kind: Sendable {
        /// It would sound like something else, or be understood as something else.
        case ambiguous
        /// What was asked for makes no sense.
        case wrong
        /// A file, a folder or a program is not as it should be.
        case unusable
    }

    public let kind: Kind
    public let description: String
    /// What to do about it.
    public let hint: String?

    init(_ kind: Kind, _ description: String, hint: String? = nil) {
        self.kind = kind
        self.description = description
        self.hint = hint
    }
}

extension WordsError {
    static let noFolder = WordsError(
        .unusable, "there is no place for your words: neither XDG_CONFIG_HOME nor HOME names a folder",
        hint: "set XDG_CONFIG_HOME to a folder you can write to")

    static func espeakMissing(_ words: [String]) -> WordsError {
        WordsError(
            .unusable,
            "\(list(words)) \(words.count == 1 ? "is" : "are") in no dictionary, and espeak-ng, which would propose the "
                + "sounds, is not installed",
            hint: "install it: sudo apt-get install espeak-ng; or give the sounds: --says \"\(words[0])=M UW V IY\"")
    }

    static func espeakFailed(_ reason: String) -> WordsError {
        WordsError(
            .unusable, "espeak-ng proposes no sounds: \(reason)",
            hint: "try it: espeak-ng -x -v en-us word; or give the sounds: --says \"word=M UW V IY\"")
    }

    static func noProposal(_ word: String) -> WordsError {
        WordsError(
            .wrong, "nobody knows how '\(word)' sounds",
            hint: "give its sounds: --says \"\(word)=M UW V IY\"")
    }

    static func meaning(_ error: MeaningError) -> WordsError {
        WordsError(.wrong, "--means: \(error)", hint: error.hint)
    }

    static func changedMeanwhile(_ path: String) -> WordsError {
        WordsError(
            .unusable, "somebody else changed \(path) meanwhile", hint: "nothing was written; say it once more")
    }

    static func nothingToUndo(_ path: String) -> WordsError {
        WordsError(
            .wrong, "there is nothing to undo: \(path) is not there",
            hint: "each vocabulary has its own phrases: name the grammar with --grammar or --language")
    }

    static func cannotWrite(_ path: String, _ error: any Error) -> WordsError {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError ?? error as NSError
        let reason =
            underlying.domain == NSPOSIXErrorDomain
            ? String(cString: strerror(CInt(underlying.code))) : error.localizedDescription
        return WordsError(
            .unusable, "cannot write \(path): \(reason)",
            hint: "make its folder writable, or set XDG_CONFIG_HOME to one that is")
    }

    private static func list(_ words: [String]) -> String { words.map { "'\($0)'" }.joined(separator: ", ") }
}
