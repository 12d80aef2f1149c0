internal import FoundationEssentials

/// A user's own phrases for one vocabulary, and the sounds of their words, as two texts.
public struct OwnWords: Sendable, Equatable {
    public let folder: OwnWordsFolder
    /// JSGF; `nil` if there is no file.
    package var phrases: String?
    /// In the format of the CMU dictionary; `nil` if there is no file.
    package var dictionary: String?

    package init(folder: OwnWordsFolder, phrases: String?, dictionary: String?) {
        self.folder = folder
        self.phrases = phrases
        self.dictionary = dictionary
    }

    /// What is in the folder now; nothing if there is no folder.
    ///
    /// - Throws: ``VocabularyError`` for a file that is there and cannot be read.
    public static func kept(in folder: OwnWordsFolder) throws(VocabularyError) -> OwnWords {
        func read(_ path: String) throws(VocabularyError) -> String? {
            try FileManager.default.fileExists(atPath: path) ? TextFile.read(path) : nil
        }
        return OwnWords(folder: folder, phrases: try read(folder.phrases), dictionary: try read(folder.dictionary))
    }

    package var isEmpty: Bool { phrases == nil && dictionary == nil }

    /// The files as they were read, those that are not there yet included: somebody may write them.
    var files: (phrases: VocabularyFile, dictionary: VocabularyFile) {
        (
            VocabularyFile(path: folder.phrases, text: phrases),
            VocabularyFile(path: folder.dictionary, text: dictionary)
        )
    }
}

/// Which phrases of the user a vocabulary is read with.
public enum OwnWordsChoice: Sendable, Equatable {
    case none
    /// Those kept in the user's folder for the grammar.
    case kept
    /// These, which may not be kept yet.
    case these(OwnWords)
}
