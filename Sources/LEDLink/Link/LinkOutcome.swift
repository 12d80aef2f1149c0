public import CommandLanguage

/// What ``HostLink`` has to tell, in the order in which it happened.
public enum LinkOutcome: Equatable, Sendable {
    /// The handshake is done, the first one or one after a restart.
    case ready(BoardPicture)
    /// The board started anew by itself; a handshake has begun.
    case restarted
    /// No handshake came about. The next order, or a sign of life, begins another.
    case lost(LinkFailure)
    /// The order with this number is done; one receipt for each absolute command that it took.
    case carriedOut(Int, [Receipt])
    /// The order with this number has failed.
    case failed(Int, LinkFailure)
    /// The lights are again as they shall be. Follows each ``ready(_:)`` but the first, without receipts if nothing
    /// differed.
    case restored([Receipt])
    /// The lights could not be brought back; what they do counts as wanted from now on.
    case notRestored(LinkFailure)
    /// Another end of the board changed something.
    case changed(Command, by: Origin)
    /// A notification had been lost; the picture is true again.
    case corrected(BoardPicture)
}
