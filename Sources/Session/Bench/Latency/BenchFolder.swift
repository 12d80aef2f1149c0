import Foundation

/// A folder for what a measurement needs while it runs; gone with the value.
final class BenchFolder: Sendable {
    let path: String

    /// - Throws: ``BenchError`` with the system's own reason.
    init() throws(BenchError) {
        let folder = FileManager.default.temporaryDirectory.appending(path: "voiceled-bench-\(UUID())")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw BenchError(
                "cannot make the folder \(folder.path): \(error.localizedDescription)",
                hint: "name one that can be written to: TMPDIR=FOLDER voiceled bench ...")
        }
        path = folder.path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
