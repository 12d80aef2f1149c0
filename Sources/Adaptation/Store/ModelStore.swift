public import AcousticModel
internal import Foundation

/// The models of the user, one for each vocabulary, and the one before.
public struct ModelStore: Sendable, Equatable {
    public let folder: String

    public init(folder: String) { self.folder = folder }

    /// `$XDG_DATA_HOME/voiceled/models`, else under `~/.local/share`.
    ///
    /// - Throws: ``AdaptationError`` if the environment names neither folder by an absolute path.
    public static func standard() throws(AdaptationError) -> ModelStore {
        let environment = ProcessInfo.processInfo.environment
        func absolute(_ name: String) -> String? { environment[name].flatMap { $0.hasPrefix("/") ? $0 : nil } }
        guard let data = absolute("XDG_DATA_HOME") ?? absolute("HOME").map({ $0 + "/.local/share" }) else {
            throw AdaptationError(
                .missing, "there is no place for models: neither XDG_DATA_HOME nor HOME names a folder",
                hint: "set XDG_DATA_HOME to a folder you can write to")
        }
        return ModelStore(folder: data + "/voiceled/models")
    }

    /// A vocabulary may be called anything; a file may not.
    public static func fileName(of vocabulary: String) -> String {
        String(vocabulary.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "_" })
    }

    private func path(_ vocabulary: String) -> String { "\(folder)/\(Self.fileName(of: vocabulary))" }
    private func previousPath(_ vocabulary: String) -> String { path(vocabulary) + ".previous" }

    /// - Throws: as ``StoredModel/init(at:)``.
    public func model(for vocabulary: String) throws -> StoredModel? { try StoredModel(at: path(vocabulary)) }

    /// All that are there, also those that cannot be used.
    public func all() -> [(name: String, model: Result<StoredModel, any Error>)] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { !$0.hasPrefix(".") }.compactMap { name in
            do {
                return try StoredModel(at: "\(folder)/\(name)").map { (name, .success($0)) }
            } catch {
                return (name, .failure(error))
            }
        }
    }

    /// Takes over the files in `source`, in one step, and keeps the model that was there before.
    ///
    /// - Parameter enrolment: content of the file of that name; `nil` for that in `source`, if there is one.
    /// - Throws: ``AdaptationError`` with the system's own reason; everything is as it was then.
    @discardableResult
    public func keep(
        filesIn source: String, _ provenance: Provenance, enrolment: String? = nil
    ) async throws -> StoredModel {
        let files = FileManager.default
        let name = provenance.vocabulary
        let staged = "\(folder)/.\(UUID().uuidString)"
        do {
            try files.createDirectory(atPath: staged, withIntermediateDirectories: true)
            for file in StoredModel.files(in: source) where file != Provenance.fileName {
                try files.copyItem(atPath: "\(source)/\(file)", toPath: "\(staged)/\(file)")
            }
            try Data(provenance.bytes).write(to: URL(filePath: "\(staged)/\(Provenance.fileName)"))
            if let enrolment {
                try Data(enrolment.utf8).write(to: URL(filePath: ModelFiles.enrolment(in: staged)))
            }
            let sums = try await SHA256.sums(of: StoredModel.files(in: staged), in: staged)
            try Data(sums.text.utf8).write(to: URL(filePath: "\(staged)/\(Checksums.fileName)"))
            try? files.removeItem(atPath: previousPath(name))
            try move(path(name), to: previousPath(name))
            try files.moveItem(atPath: staged, toPath: path(name))
        } catch {
            try? files.removeItem(atPath: staged)
            // The one that was moved aside goes back.
            if !files.fileExists(atPath: path(name)) { try? move(previousPath(name), to: path(name)) }
            if error is AdaptationError || error is CancellationError { throw error }
            throw AdaptationError(
                .failed, "cannot write the model to \(folder): \(error.localizedDescription)",
                hint: "make room, or set XDG_DATA_HOME to a folder you can write to")
        }
        guard let model = try model(for: name) else {
            throw AdaptationError(.failed, "the model has gone from \(path(name))")
        }
        return model
    }

    /// Changes the model for the one before it, or for none; done twice, everything is as it was.
    ///
    /// - Returns: the one that is used from now on; `nil` if it is the stock model.
    /// - Throws: ``AdaptationError``.
    public func undo(_ vocabulary: String) throws -> StoredModel? {
        let files = FileManager.default
        let (current, previous) = (path(vocabulary), previousPath(vocabulary))
        guard files.fileExists(atPath: current) || files.fileExists(atPath: previous) else {
            throw AdaptationError(
                .nothingToUndo, "there is nothing to undo: no model was made for the vocabulary \(vocabulary)",
                hint: "each vocabulary has its own model: name the grammar with --grammar")
        }
        let aside = "\(folder)/.\(UUID().uuidString)"
        do {
            try move(current, to: aside)
            try move(previous, to: current)
            try move(aside, to: previous)
        } catch {
            throw AdaptationError(.failed, "cannot change the models in \(folder): \(error.localizedDescription)")
        }
        return try model(for: vocabulary)
    }

    /// What is not there need not be moved.
    private func move(_ source: String, to target: String) throws {
        guard FileManager.default.fileExists(atPath: source) else { return }
        try FileManager.default.moveItem(atPath: source, toPath: target)
    }
}
