import AcousticModel
import Adaptation
import CommandLanguage
import PocketSphinxDecoder
public import VocabularyFiles

/// The acoustic model that an ear listens with.
public struct ModelInUse: Equatable, Sendable {
    public let folder: String
    /// One line for the start of a program; `nil` when nothing else could be expected.
    public let notice: String?

    /// Finds the model for a vocabulary.
    ///
    /// A model of one's own that cannot be used is named and the next best one taken: the lights obey all the same.
    public init(_ choice: ModelChoice, for vocabulary: Vocabulary) {
        switch choice {
        case .stock: self.init(folder: DecoderSettings.englishModel, notice: nil)
        case .pooled: self.init(pooledFor: vocabulary)
        case .folder(let path): self.init(folder: path, notice: nil)
        case .own: self.init(ownFor: vocabulary)
        }
    }

    private init(folder: String, notice: String?) {
        self.folder = folder
        self.notice = notice
    }

    private init(pooledFor vocabulary: Vocabulary) {
        do {
            self.init(folder: try PooledModel.folder(for: vocabulary) ?? DecoderSettings.englishModel, notice: nil)
        } catch {
            self.init(
                folder: DecoderSettings.englishModel,
                notice: "the model that comes with the vocabulary is not used, but the stock one: \(error)")
        }
    }

    private init(ownFor vocabulary: Vocabulary) {
        let pooled = ModelInUse(.pooled, for: vocabulary)
        let own: StoredModel?
        do {
            own = try (try? ModelStore.standard())?.model(for: vocabulary.grammar.name)
        } catch {
            self.init(
                folder: pooled.folder,
                notice: "your own model is not used: \(error); `voiceled models find` tells more")
            return
        }
        guard let own else {
            self = pooled
            return
        }
        let made = own.provenance
        let others = vocabulary.grammar.vocabulary.subtracting(made.words).sorted()
        let names = others.prefix(3).map { "\"\($0)\"" }.joined(separator: ", ") + (others.count > 3 ? " ..." : "")
        if !others.isEmpty, !made.method.carriesOtherWords {
            self.init(
                folder: pooled.folder,
                notice: "your own model is not used: it was made before the words \(names) came in and would hear them "
                    + "worse; run `voiceled models train` again")
            return
        }
        let trained = "listening with your own model \(own.path), trained with \(made.clips) recordings"
        self.init(
            folder: own.path,
            notice: others.isEmpty
                ? trained
                : "\(trained); it was made before the words \(names) came in: `voiceled models train` takes them in")
    }
}
