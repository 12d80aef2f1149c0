import Foundation
import VocabularyFiles

/// A text that the children of this program read as a file, and that no one can edit.
///
/// The file has no name, so that nothing of it is left however this program ends.
final class SharedText: Sendable {
    private let descriptor: CInt

    /// Valid while this program runs and the object is there.
    var path: String { "/proc/\(getpid())/fd/\(descriptor)" }

    /// - Throws: ``VocabularyError`` if the system has no file to give.
    init(_ text: String) throws(VocabularyError) {
        var name = Array(FileManager.default.temporaryDirectory.appending(path: "voiceled-XXXXXX").path.utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw Self.error(errno) }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                let code = errno
                close(descriptor)
                throw Self.error(code)
            }
            rest.removeFirst(count)
        }
    }

    deinit { close(descriptor) }

    private static func error(_ code: CInt) -> VocabularyError {
        VocabularyError(
            .missing, "cannot hand the words to the fallback: \(String(cString: strerror(code)))",
            hint: "see whether the folder for temporary files can be written to and has room")
    }
}
