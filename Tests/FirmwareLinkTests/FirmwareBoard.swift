internal import FirmwareLink

/// The firmware's own code, running in the test.
final class FirmwareBoard {
    enum Port {
        case usb, bluetooth

        fileprivate var raw: firmware_port { self == .usb ? FIRMWARE_USB : FIRMWARE_BLUETOOTH }
    }

    /// The board's clock, in milliseconds; moved by ``wait(_:)``.
    private(set) var now: UInt32
    private let raw: OpaquePointer

    init(sketch: String = "voice_to_led", leds: Int32 = 3, hasLamp: Bool = true, now: UInt32 = 0) {
        raw = firmware_make(sketch, leds, hasLamp)
        self.now = now
    }

    deinit { firmware_free(raw) }

    /// Sends text as it is and returns the lines that come back.
    @discardableResult
    func send(_ text: String, to port: Port = .usb) -> [String] {
        send(Array(text.utf8), to: port)
    }

    @discardableResult
    func send(_ bytes: [UInt8], to port: Port = .usb) -> [String] {
        firmware_receive(raw, port.raw, bytes, bytes.count, now)
        return read(port)
    }

    /// Sends a command in a frame and returns what comes back.
    @discardableResult
    func command(_ text: String, sequence: Int = 1) -> [String] {
        send(Self.frame("\(sequence) \(text)") + "\n")
    }

    /// The lines that the board has sent since the last look.
    func read(_ port: Port = .usb) -> [String] {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = firmware_send(raw, port.raw, &bytes, bytes.count)
        return String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\r\n").map(String.init)
    }

    func sayReady() { firmware_say_ready(raw) }

    func wait(_ milliseconds: UInt32) {
        now &+= milliseconds
        firmware_tick(raw, now)
    }

    /// Duties of LED1, LED2, LED3, 0 to 255.
    var leds: [UInt8] { (0..<3).map { firmware_duty(raw, $0, 0) } }

    /// Duties of the lamp's red, green and blue.
    var lamp: [UInt8] { (0..<3).map { firmware_duty(raw, 3, $0) } }

    /// `#body*hh`, with the CRC as a computer computes it.
    static func frame(_ body: String, sign: String = "#") -> String {
        sign + body + "*" + hex(crc(body))
    }

    /// `#body*hhhh`, with both checksums.
    static func strictFrame(_ body: String) -> String {
        let bytes = Array(body.utf8)
        return frame(body) + hex(firmware_second_crc8(bytes, UInt8(bytes.count)))
    }

    private static func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }

    static func crc(_ text: String) -> UInt8 {
        let bytes = Array(text.utf8)
        return firmware_crc8(bytes, UInt8(bytes.count))
    }
}
