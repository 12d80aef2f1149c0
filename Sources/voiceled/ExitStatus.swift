/// What the exit status of every command says. Thrown to leave with it after the user has been told why.
enum ExitStatus: Int32, Error {
    case done = 0
    /// Nothing was understood, or the board refused.
    case notObeyed = 1
    /// Wrong use, or something is missing: a file, a microphone, a board.
    case wrongUse = 2
    case interrupted = 130
    case terminated = 143
}
