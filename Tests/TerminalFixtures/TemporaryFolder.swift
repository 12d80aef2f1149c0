import Foundation

/// A folder that lasts as long as this value.
public struct TemporaryFolder: ~Copyable {
    public let path: String

    public init() {
        let folder = FileManager.default.temporaryDirectory.appending(path: "voiceled-test-\(UUID())")
        try! FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        path = folder.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
