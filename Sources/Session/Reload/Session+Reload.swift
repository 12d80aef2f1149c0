public import CommandLanguage
public import VocabularyFiles

extension Session {
    /// Follows the files of a vocabulary, and brings each change that holds water into the running session, until the
    /// task is cancelled.
    ///
    /// An edited grammar is read, checked and, if it is to be heard, tried by a canary and loaded beside the decoder in
    /// use. Whatever is wrong with it is told, and the old one goes on.
    ///
    /// - Parameters:
    ///   - vocabulary: the one in use.
    ///   - ear: what hears it; `nil` when it is only typed.
    ///   - onUse: is called with each grammar that came through.
    ///   - reload: reads the same files again.
    public func follow(
        _ vocabulary: Vocabulary, through ear: Ear? = nil, onUse: @Sendable (Grammar) -> Void = { _ in },
        reload: @Sendable () throws -> Vocabulary
    ) async {
        let watch: FileWatch
        do {
            watch = try FileWatch(files: vocabulary.files.map(\.path))
        } catch {
            return note(.warning("\(error); an edited grammar counts after the next start"))
        }
        var inUse = vocabulary.files
        var known = inUse
        var changes = watch.changes.makeAsyncIterator()
        repeat {
            // At first, too: somebody may have saved between the reading and the watch.
            guard known.map(\.current) != known else { continue }
            known = known.map(\.current)
            do {
                let edited = try reload()
                known = edited.files
                if edited.files == inUse {
                    // What was refused has been taken back.
                    onUse(edited.grammar)
                    note(.vocabulary(VocabularyChange(edited)))
                } else {
                    try await take(edited, through: ear, onUse: onUse)
                    inUse = edited.files
                }
            } catch {
                let outcome = VocabularyChange.Outcome(refusing: error)
                note(.vocabulary(VocabularyChange(grammar: vocabulary.files[0].path, outcome: outcome)))
            }
        } while await changes.next(isolation: self) != nil
    }

    private func take(
        _ vocabulary: Vocabulary, through ear: Ear?, onUse: @Sendable (Grammar) -> Void
    ) async throws {
        guard let ear else {
            // Before it is told: whoever reads that the words are in use may type them at once.
            onUse(vocabulary.grammar)
            return use(vocabulary.grammar, change: VocabularyChange(vocabulary))
        }
        let number = expect(vocabulary)
        do {
            try await ear.replace(with: vocabulary, announcedAs: number)
        } catch {
            forget(number)
            throw error
        }
        onUse(vocabulary.grammar)
    }
}

extension VocabularyChange {
    fileprivate init(_ vocabulary: Vocabulary) {
        self.init(grammar: vocabulary.files[0].path, outcome: .loaded)
    }
}
