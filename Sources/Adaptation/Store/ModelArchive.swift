internal import AcousticModel
internal import Foundation

/// One file that carries a model to another computer: a tar archive with the model's files, its provenance and its
/// checksums, compressed.
public struct ModelArchive: Sendable {
    public let path: String

    /// No file of a model is larger, in bytes.
    private static let largestFile = 64 << 20
    private static let needed = ModelFiles.own + [Checksums.fileName]

    public init(path: String) { self.path = path }

    public var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// Writes `model`, in one step: a reader never sees half of it.
    ///
    /// - Throws: ``AdaptationError``, also for a model whose files do not fit their checksums.
    public func write(_ model: StoredModel) async throws {
        let damage = try await model.damage()
        guard damage.isEmpty else { throw Self.damaged(model.path, damage) }
        let partial = "\(path).partial-\(ProcessInfo.processInfo.processIdentifier)"
        defer { try? FileManager.default.removeItem(atPath: partial) }
        try await Tool.run(
            "tar",
            [
                "--create", "--gzip", "--file", partial, "--owner=0", "--group=0", "--numeric-owner", "--force-local",
                "--directory", model.path, "--",
            ] + model.files + [Checksums.fileName], within: .seconds(60))
        guard rename(partial, path) == 0 else {
            throw AdaptationError(.failed, "cannot write \(path): \(String(cString: strerror(errno)))")
        }
    }

    /// Unpacks it, looks whether everything is there and undamaged, and hands it to `body`; nothing stays unpacked.
    ///
    /// The checksums tell of damage. They do not tell who made the model: take it from somebody you trust.
    ///
    /// - Throws: ``AdaptationError`` or `ParameterError` that says what is wrong with it.
    public func read<Value>(_ body: (StoredModel) async throws -> Value) async throws -> Value {
        guard FileManager.default.isReadableFile(atPath: path) else {
            throw AdaptationError(.missing, "cannot read \(path): it is not there or may not be read")
        }
        let work = try WorkFolder()
        var names = Self.needed
        do {
            let listed = try await Tool.run("tar", ["--list", "--file", path, "--force-local"], within: .seconds(60))
            names += [ModelFiles.enrolment].filter { listed.split(separator: "\n").contains(Substring($0)) }
            // Only these names, so that nothing can be written elsewhere.
            try await Tool.run(
                "tar",
                ["--extract", "--file", path, "--force-local", "--directory", work.path, "--no-same-owner", "--"]
                    + names, within: .seconds(60), largestFile: Self.largestFile)
        } catch let error as AdaptationError where error.kind == .failed {
            throw AdaptationError(
                .unusable, "\(path) is not a model that `voiceled models export` wrote, or it is damaged",
                hint: "copy it again")
        }
        for name in names {
            let type = try? FileManager.default.attributesOfItem(atPath: "\(work.path)/\(name)")[.type]
            guard type as? FileAttributeType == .typeRegular else {
                throw AdaptationError(.unusable, "\(path): \(name) in it is not a file")
            }
        }
        guard let model = try StoredModel(at: work.path) else {
            throw AdaptationError(.unusable, "\(path): there is no model in it")
        }
        let damage = try await model.damage()
        guard damage.isEmpty else { throw Self.damaged(path, damage) }
        return try await body(model)
    }

    private static func damaged(_ path: String, _ names: [String]) -> AdaptationError {
        AdaptationError(
            .unusable, "\(path): the checksum of \(names.joined(separator: ", ")) does not fit: damaged or changed",
            hint: "copy it again, or train again; nothing was changed")
    }
}
