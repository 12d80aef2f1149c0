import BoardConnection
import SerialPort

extension BoardConnection {
    /// Opens `path` with the speed and the patience that its kind asks for, unless `baud` is given.
    ///
    /// A Bluetooth module listens at 9,600 baud, and the connection to it takes seconds to come about.
    static func open(usually path: String, _ baud: BaudRate?) async throws(BoardError) -> BoardConnection {
        AvailablePort.isBluetooth(path)
            ? try await open(path: path, baud: baud ?? .b9600, answerWithin: .seconds(10))
            : try await open(path: path, baud: baud ?? .firmware)
    }
}
