public import CommandLanguage
public import LEDLink

/// What a board does without being told.
public enum BoardEvent: Equatable, Sendable {
    /// It has started anew and answers again; its lights are as it starts. ``restored(_:)`` follows.
    case restarted(BoardPicture)
    /// The port is there again and the board answers. ``restored(_:)`` follows.
    case reconnected(BoardPicture)
    /// After a restart or a return the lights are again as they shall be; one receipt for each command that it took.
    case restored([Receipt])
    /// The lights could not be brought back; they stay as the board has them.
    case notRestored(BoardError)
    /// A phone, or whoever else is on its other end, changed something.
    case changed(Command, by: Origin)
    /// Something had changed unheard on a bad line; this is how things are.
    case corrected(BoardPicture)
    /// It does not answer or cannot be used, though the port is there. The next command begins with a new handshake.
    case lost(BoardError)
    /// The port is gone. It is opened again as soon as it is back; until then commands wait, see
    /// ``BoardConnection/carryOut(_:)``.
    case unplugged(BoardError)
}
