import Foundation

/// A folder that lasts as long as this value.
struct TemporaryFolder: ~Copyable {
    let path: String

    init() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "voiceled-lines-\(UUID())")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
