public import CommandLanguage
public import LEDLink

/// What a board does without being told.
public enum BoardEvent: Equatable, Sendable {
    /// It has started anew and answers again; its lights are as it starts.
    case restarted(BoardPicture)
    /// A phone, or whoever else is on its other end, changed something.
    case changed(Command, by: Origin)
    /// Something had changed unheard on a bad line; this is how things are.
    case corrected(BoardPicture)
    /// It no longer answers, though the port is there. The next command begins with a new handshake.
    case lost(BoardError)
    /// The port is gone. This is the last event; every command fails from now on.
    case unplugged(BoardError)
}
