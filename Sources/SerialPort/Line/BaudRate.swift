internal import Glibc

/// Line speed in bits per second; with 8N1, ten bits carry a byte.
public enum BaudRate: Int, CaseIterable, Sendable {
    case b9600 = 9600
    case b19200 = 19_200
    case b38400 = 38_400
    case b57600 = 57_600
    case b115200 = 115_200

    /// The constant by which `termios` knows the speed.
    var code: speed_t {
        switch self {
        case .b9600: speed_t(B9600)
        case .b19200: speed_t(B19200)
        case .b38400: speed_t(B38400)
        case .b57600: speed_t(B57600)
        case .b115200: speed_t(B115200)
        }
    }
}

extension BaudRate: CustomStringConvertible {
    public var description: String { "\(rawValue) baud" }
}
