import BoardConnection
import LEDLink
import SerialPort
import Session

/// One port as `voiceled ports --json` prints it.
struct PortLine: Encodable {
    let path: String
    let device: String
    let vendor: String?
    let product: String?
    let isArduino: Bool
    /// `board`, or in one word why there is none.
    let answer: String
    var sketch: String?
    var `protocol`: Int?
    /// How many plain LEDs it has.
    var leds: Int?
    /// Whether it has a lamp of any colour beside them.
    var lamp: Bool?
    var holder: String?
    var holderPID: Int32?
    var message: String?
    var hint: String?

    enum CodingKeys: String, CodingKey {
        case path, device, vendor, product, answer, sketch, `protocol`, leds, lamp, holder, message, hint
        case isArduino = "is_arduino"
        case holderPID = "holder_pid"
    }

    init(_ report: PortReport) {
        path = report.port.path
        device = report.port.device
        vendor = report.port.usb?.vendor
        product = report.port.usb?.product
        isArduino = report.port.likelihood == .arduino
        switch report.finding {
        case .board(let board):
            answer = "board"
            sketch = board.sketch
            `protocol` = board.protocolVersion
            leds = board.ledCount
            lamp = board.names.contains(.lamp)
        case .notAsked: answer = "not_asked"
        case .problem(let error):
            answer = error.word
            message = error.description
            hint = error.hint
            if case .port(let port) = error.kind, case .inUse(let holder?) = port.kind {
                self.holder = holder.name
                holderPID = holder.processID
            }
            if case .wrongProtocol(let version) = error.kind { `protocol` = version }
        }
    }
}

extension BoardError {
    /// For programs to branch on.
    fileprivate var word: String {
        switch kind {
        case .silent: "silent"
        case .garbage: isNoise ? "noise" : "other_sketch"
        case .wrongProtocol: "wrong_protocol"
        case .port(let error):
            switch error.kind {
            case .inUse: "in_use"
            case .denied: "not_permitted"
            case .notFound: "not_found"
            case .notATerminal: "not_serial"
            case .unplugged, .other: "failed"
            }
        default: "failed"
        }
    }
}

extension PortReport {
    /// The port and what is behind it, as far as it says, in a line.
    var words: String {
        let style = Style.standard
        let answer =
            switch finding {
            case .board: style.good(finding.description)
            case .problem: style.warning(finding.description)
            case .notAsked: finding.description
            }
        let names = port.device == port.path ? port.path : "\(port.path)  \(style.faint(port.device))"
        return "\(names)  \(port.words)  \(answer)"
    }
}

extension AvailablePort {
    fileprivate var words: String {
        let name = [usb?.vendor, usb?.product].compactMap(\.self).joined(separator: " ")
        let kind =
            switch likelihood {
            case .arduino: "Arduino"
            case .converter: "USB converter, as many Arduinos have"
            case .bluetooth: "Bluetooth"
            case .unknown: "serial port"
            }
        return kind + (name.isEmpty ? "" : " (\(name))")
    }
}
