/// Why the board could not be reached, or did not obey.
public enum LinkFailure: Error, Hashable, Sendable {
    /// Not a byte came back.
    case silent
    /// Bytes came back, but no answer; the excerpt is printable and at most a line long.
    case garbage(excerpt: String)
    /// The sketch speaks this version of the protocol, which is another one.
    case wrongProtocol(Int)
    /// The board's own refusal, one word of the firmware's.
    case refused(String)
    /// The board spoke before, but has not answered this command, sent so many times.
    case noAnswer(attempts: Int)
    /// The board started anew so many times in the middle of one command.
    case restarting(times: Int)
    /// The board is known not to be able to; nothing was sent.
    case impossible(CommandError)
}
