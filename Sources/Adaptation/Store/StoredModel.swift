public import AcousticModel
internal import Foundation

/// A model of the user's, in its folder.
public struct StoredModel: Sendable, Equatable {
    public let path: String
    public let provenance: Provenance
    /// As its file says; whoever has the file can compare.
    public let checksums: Checksums

    /// What is written about the model in `folder`.
    ///
    /// - Throws: `ParameterError` or ``AdaptationError`` if there is nothing, or nothing that can be read.
    public static func provenance(in folder: String) throws -> Provenance {
        let description = "\(folder)/\(Provenance.fileName)"
        return try Provenance(parsing: try read(description), file: description)
    }

    /// - Returns: `nil` if there is no such folder.
    /// - Throws: `ParameterError` or ``AdaptationError`` if it cannot be used; its sounds are not looked at.
    init?(at path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        provenance = try Self.provenance(in: path)
        let sums = "\(path)/\(Checksums.fileName)"
        checksums = try Checksums(parsing: String(decoding: try Self.read(sums), as: UTF8.self), file: sums)
        self.path = path
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw AdaptationError(
                .missing, "\(path) is not there or cannot be read", hint: "import or train the model again")
        }
        return Array(data)
    }

    /// The names of its files, the checksums aside.
    var files: [String] { Self.files(in: path) }

    static func files(in folder: String) -> [String] {
        let hasEnrolment = FileManager.default.fileExists(atPath: "\(folder)/\(ModelFiles.enrolment)")
        return ModelFiles.own + (hasEnrolment ? [ModelFiles.enrolment] : [])
    }

    /// Bytes that it takes.
    public var size: Int {
        files.reduce(0) { sum, name in
            let size = try? FileManager.default.attributesOfItem(atPath: "\(path)/\(name)")[.size] as? Int
            return sum + (size ?? 0)
        }
    }

    /// Compares the files with their checksums.
    ///
    /// - Returns: the names of those that are damaged or gone.
    public func damage() async throws -> [String] {
        let present = files.filter { FileManager.default.isReadableFile(atPath: "\(path)/\($0)") }
        return try await SHA256.sums(of: present, in: path).differences(from: checksums)
    }
}
