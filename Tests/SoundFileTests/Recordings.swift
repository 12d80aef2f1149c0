import Foundation

/// Writes WAV files, right and wrong ones, into a folder of its own that is removed at the end.
final class Recordings {
    let folder: URL

    init() {
        folder = FileManager.default.temporaryDirectory.appending(path: "recordings-\(UUID().uuidString)")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: folder)
    }

    /// - Returns: the path.
    func write(_ bytes: [UInt8], as name: String) -> String {
        let url = folder.appending(path: name)
        try! Data(bytes).write(to: url)
        return url.path(percentEncoded: false)
    }
}
