import AcousticModel
import Adaptation
import CommandLanguage
import Foundation
import PocketSphinxDecoder
import Subprocess
import SystemPackage
import VocabularyFiles

/// A model that is installed, and what is known of it.
public struct InstalledModel: Sendable {
    public enum Kind: String, Sendable {
        case stock
        /// For many people, with a vocabulary that comes with the program.
        case pooled
        case own
    }

    public let kind: Kind
    public let name: String
    public let path: String
    /// Where it comes from.
    public let origin: String
    /// What it was made for, in words; and the name of the vocabulary, if it was made for one.
    public let purpose: String
    public let vocabulary: String?
    public let language: String
    public let licence: String
    /// In bytes.
    public private(set) var size: Int
    /// How well it did.
    public let result: String?
    /// What is wrong with its files; `nil` when their checksums fit.
    public private(set) var problem: String?

    /// Debian's package with the English model.
    private static let package = "pocketsphinx-en-us"

    /// The stock model if it is installed, then the one that comes with the vocabulary, then the user's own, the ones before them too.
    public static func all() async throws -> [InstalledModel] {
        var models: [InstalledModel] = []
        if let stock = await stock() { models.append(stock) }
        if let pooled = pooled() { models.append(pooled) }
        // Without a place for them there are none.
        for (name, model) in (try? ModelStore.standard())?.all() ?? [] {
            models.append(await own(name, model))
        }
        return models
    }

    private static func stock() async -> InstalledModel? {
        let path = DecoderSettings.englishModel
        let files = ModelFiles.parameters.filter { FileManager.default.fileExists(atPath: "\(path)/\($0)") }
        guard !files.isEmpty else { return nil }
        let version = await output("dpkg-query", "--show", "--showformat=${Version}", package)
        let missing = ModelFiles.parameters.filter { !files.contains($0) }
        // Silent when all files are as the package brought them.
        let verdict = await output("dpkg", "--verify", package)
        let damage =
            missing.isEmpty
            ? verdict?.split(separator: "\n").filter { $0.contains(path) }.compactMap { $0.split(separator: "/").last }
                .joined(separator: ", ") ?? "" : missing.joined(separator: ", ") + " missing"
        return InstalledModel(
            kind: .stock, name: "stock", path: path,
            origin: version.map { "Debian's package \(package) \($0)" } ?? "unknown: it is not from a Debian package",
            purpose: "any English", vocabulary: nil, language: "en", licence: "BSD (Carnegie Mellon University)",
            size: size(of: files, in: path), result: nil, problem: damage.isEmpty ? nil : damage)
    }

    private static func pooled() -> InstalledModel? {
        guard let vocabulary = try? Vocabulary.typed(grammarPath: nil, language: .english),
            let map = PooledModel.map(for: vocabulary)
        else { return nil }
        var model = InstalledModel(
            kind: .pooled, name: "pooled", path: map,
            origin: "the stock model, moved by this file, which says with whose recordings it was made",
            purpose: "the vocabulary \(vocabulary.grammar.name)", vocabulary: vocabulary.grammar.name, language: "en",
            licence: "as the stock model; the recordings CC BY 4.0", size: 0, result: nil, problem: nil)
        do {
            let folder = try PooledModel.folder(for: vocabulary) ?? ""
            model.size = size(of: ModelFiles.parameters, in: folder)
        } catch {
            model.problem = "\(error)"
        }
        return model
    }

    private static func own(_ name: String, _ model: Result<StoredModel, any Error>) async -> InstalledModel {
        do {
            let model = try model.get()
            let made = model.provenance
            let damage = try await model.damage()
            return InstalledModel(
                kind: .own, name: name, path: model.path,
                origin: "\(made.base), adapted \(made.made) by \(made.method.name) with \(made.clips) recordings of "
                    + "\(made.speakers == 1 ? "1 speaker" : "\(made.speakers) speakers")",
                purpose: "the vocabulary \(made.vocabulary), \(made.words.count) words", vocabulary: made.vocabulary,
                language: made.language, licence: made.licence, size: model.size,
                result: "\(made.heldBack.before) -> \(made.heldBack.after) of \(made.heldBack.clips) heard rightly",
                problem: damage.isEmpty ? nil : damage.joined(separator: ", "))
        } catch {
            let path = ((try? ModelStore.standard())?.folder ?? "") + "/" + name
            return InstalledModel(
                kind: .own, name: name, path: path, origin: "unknown", purpose: "unknown", vocabulary: nil,
                language: "unknown", licence: "unknown", size: size(of: ModelFiles.own, in: path), result: nil,
                problem: "\(error)")
        }
    }

    private static func size(of names: [String], in folder: String) -> Int {
        names.reduce(0) { sum, name in
            let size = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")[.size] as? Int
            return sum + (size ?? 0)
        }
    }

    /// What a program of the system says, if it is there and ends in time; its status does not count.
    private static func output(_ program: String, _ arguments: String...) async -> String? {
        try? await withTimeLimit(.seconds(10), orThrow: CancellationError()) {
            var options = PlatformOptions()
            options.teardownSequence = []
            let result = try await Subprocess.run(
                .name(program), arguments: Arguments(arguments), platformOptions: options, input: .none,
                output: .string(limit: 1 << 20), error: .discarded)
            return result.standardOutput
        }
    }
}
