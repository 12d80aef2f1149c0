internal import Foundation

/// A folder for what a training needs on its way, gone with the value.
final class WorkFolder: Sendable {
    let path: String

    /// - Throws: ``AdaptationError`` when the system has no room for it.
    init() throws(AdaptationError) {
        let path = FileManager.default.temporaryDirectory.path + "/voiceled-train-\(UUID().uuidString)"
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw AdaptationError(.failed, "cannot make the folder \(path): \(error.localizedDescription)")
        }
        self.path = path
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    func write(_ bytes: [UInt8], to name: String) throws {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
    }

    func makeFolder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        return "\(path)/\(name)"
    }
}
