public import CommandLanguage
import Foundation
import Glibc
import VocabularyFiles

/// A change of the user's phrases that makes sense, not written yet.
public struct PhraseChange: Sendable {
    /// As it was read.
    let kept: OwnWords
    /// The same, with something in the place of files that are not there.
    let before: OwnWords
    let after: OwnWords
    let vocabulary: Vocabulary
    /// Those that are there afterwards.
    public let phrases: [Phrase]

    /// Where the phrases are kept.
    public var path: String { after.folder.phrases }

    /// Has a decoder hear with the changed vocabulary in another process, if it is one to be heard.
    ///
    /// - Throws: ``CanaryError`` or `DecoderError`.
    public func check() async throws {
        guard vocabulary.pronunciations != nil else { return }
        try await Ear.tryOut(vocabulary)
    }

    /// Writes the files, each in one step, and keeps what stood there before.
    ///
    /// Whoever reads them meanwhile finds for each word of the phrases its sounds.
    ///
    /// - Throws: ``WordsError`` if they cannot be written, or are no more as they were read.
    public func write() throws {
        let folder = after.folder
        try create(folder.path)
        try create(folder.previous.path)
        let lock = try lock(folder.path)
        defer { close(lock) }
        guard try OwnWords.kept(in: folder) == kept else { throw WordsError.changedMeanwhile(folder.phrases) }
        try replace(folder.previous.dictionary, with: before.dictionary)
        try replace(folder.previous.phrases, with: before.phrases)
        // Sounds come before the phrases that need them, and go after them.
        let bringsSounds = (after.dictionary?.utf8.count ?? 0) >= (kept.dictionary?.utf8.count ?? 0)
        if bringsSounds { try replace(folder.dictionary, with: after.dictionary) }
        try replace(folder.phrases, with: after.phrases)
        if !bringsSounds { try replace(folder.dictionary, with: after.dictionary) }
    }

    private func create(_ folder: String) throws {
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw WordsError.cannotWrite(folder, error)
        }
    }

    /// Of two that write at the same time, the second waits until the first is done, some milliseconds.
    ///
    /// - Returns: an open descriptor that holds the lock.
    private func lock(_ folder: String) throws -> CInt {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else {
            let error = POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO)
            if descriptor >= 0 { close(descriptor) }
            throw WordsError.cannotWrite(folder, error)
        }
        return descriptor
    }

    /// A reader sees the old text or the new one, never a part of it.
    private func replace(_ path: String, with text: String?) throws {
        guard let text else { return }
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw WordsError.cannotWrite(path, error)
        }
    }
}
