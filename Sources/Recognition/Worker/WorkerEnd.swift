/// Why a worker can be used no more.
struct WorkerEnd: Error, Equatable, Sendable {
    enum Kind: Sendable {
        /// It ended, or cannot be reached.
        case died
        /// A server closed the connection, as many do after each answer; the next question opens another.
        case closed
        /// It was too slow and was killed.
        case hung
        /// Its program is not there.
        case missing
        /// It refused an utterance; what it says from now on cannot be told apart from its answer to that.
        case refused
    }

    let kind: Kind
    let reason: String
}
