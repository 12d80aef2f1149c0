/// What came of asking for one line.
public enum LineInput: Equatable, Sendable {
    /// A whole line, without its end.
    case line(String)
    /// Something was entered that cannot be used, because it is not UTF-8 or too long. The next line can be read.
    case refused(LineEditorError)
    /// Ctrl-C was pressed, or ``LineEditor/interrupt()`` called; what had been typed is gone.
    case interrupted
    /// Ctrl-D on an empty line, the end of the file or pipe, or a terminal that hung up.
    case endOfInput
}
