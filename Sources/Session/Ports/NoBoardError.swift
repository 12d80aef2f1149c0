import SerialPort

/// No board was named, and none was found.
public struct NoBoardError: Error, Equatable, CustomStringConvertible {
    public var description: String { "no Arduino was found on any serial port" }
    public var hint: String? {
        "plug it in, or name its port with --port; without one try --port sim (a simulated board) or --dry-run"
    }

    /// - Returns: the path of the port that most likely has an Arduino.
    static func firstBoard() throws(NoBoardError) -> String {
        guard let port = SerialPortList.all().first else { throw NoBoardError() }
        return port.path
    }
}
