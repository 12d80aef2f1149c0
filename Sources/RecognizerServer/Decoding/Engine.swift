/// What an utterance is listened to with; the name of a model in the protocol.
public enum Engine: String, CaseIterable, Sendable {
    /// The sentences of the grammar, with the same search as the primary recogniser.
    case grammar
    /// Any English words in any order.
    case dictation
    /// Single words and phrases of two, by what they sound like on the average: no phones, no search.
    case embedding
}
