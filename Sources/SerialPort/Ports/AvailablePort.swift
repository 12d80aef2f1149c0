/// A serial port that is there.
public struct AvailablePort: Hashable, Sendable {
    /// The name that stays the same when the board is plugged in elsewhere (`/dev/serial/by-id/...`), where there is one;
    /// otherwise ``device``.
    public let path: String
    /// The kernel's name, such as `/dev/ttyACM0`.
    public let device: String
    /// `nil` for what is not on USB, or says nothing about itself.
    public let usb: USBIdentity?
    public let likelihood: Likelihood

    /// How likely an Arduino is behind it, the likeliest first.
    public enum Likelihood: Int, Comparable, Sendable {
        /// Arduino's own vendor numbers.
        case arduino
        /// A chip that most compatible boards have between USB and their processor.
        case converter
        case unknown
        /// A Bluetooth serial port that someone bound.
        case bluetooth

        public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
    }

    init(path: String, device: String, usb: USBIdentity?) {
        self.path = path
        self.device = device
        self.usb = usb
        likelihood =
            switch usb?.vendorID {
            case 0x2341, 0x2A03: .arduino
            // WCH (CH340), FTDI, Silicon Labs (CP210x), Prolific, SparkFun, Adafruit.
            case 0x1A86, 0x0403, 0x10C4, 0x067B, 0x1B4F, 0x239A: .converter
            case _?: .unknown
            case nil: Self.isBluetooth(device) || Self.isBluetooth(path) ? .bluetooth : .unknown
            }
    }

    /// Whether the path is a Bluetooth serial port by its name, `rfcomm0`.
    public static func isBluetooth(_ path: String) -> Bool {
        let name = path.split(separator: "/").last ?? ""
        return name.hasPrefix("rfcomm") && Int(name.dropFirst("rfcomm".count)) != nil
    }
}
