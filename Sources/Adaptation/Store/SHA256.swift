internal import AcousticModel

/// Sums of files, by `sha256sum` of GNU coreutils.
enum SHA256 {
    /// - Throws: ``AdaptationError`` if a file cannot be read.
    static func sums(of names: [String], in folder: String) async throws -> Checksums {
        let text = try await Tool.run(
            "sha256sum", ["--"] + names.map { "\(folder)/\($0)" }, within: .seconds(60))
        let lines = text.split(separator: "\n").map { $0.replacing("\(folder)/", with: "") }
        return try Checksums(parsing: lines.joined(separator: "\n"), file: folder)
    }
}
