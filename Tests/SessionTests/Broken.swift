import Foundation

/// Vocabularies and parts of models that the decoder does not survive.
enum Broken {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "Fixtures/Broken")

    static func grammar(_ name: String) -> String { folder.appending(path: name + ".gram").path }
}
