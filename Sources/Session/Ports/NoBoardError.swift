import SerialPort

/// No board was named, and none could be chosen.
public enum NoBoardError: Error, Hashable, CustomStringConvertible {
    /// There is no port that could have one.
    case noPort
    /// There are several, and no board answers on any.
    case noAnswer([PortReport])
    /// There are several, and nothing tells which one is meant.
    case severalPorts([String])

    public var description: String {
        switch self {
        case .noPort: "no Arduino was found on any serial port"
        case .noAnswer(let reports):
            "no VoiceLED board answers on any of \(reports.count) ports:"
                + reports.map { "\n    \($0.port.path): \($0.finding)" }.joined()
        case .severalPorts(let paths): "there are \(paths.count) ports that the board may be on"
        }
    }

    public var hint: String? {
        switch self {
        case .noPort:
            "plug it in, or name its port with --port; without one try --port sim (a simulated board) or --dry-run"
        case .noAnswer:
            "name the port with --port to read what can be done about it; "
                + "voiceled flash voice_to_led --port PORT puts our sketch on a board"
        case .severalPorts(let paths): "choose one: --port " + paths.joined(separator: " or --port ")
        }
    }
}
