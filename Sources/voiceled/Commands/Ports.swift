import ArgumentParser
import SerialPort
import Session

struct Ports: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the serial ports by stable names, the likeliest Arduino first.")

    @OptionGroup var output: OutputOptions

    func run() throws {
        let ports = SerialPortList.all()
        for port in ports {
            if output.json {
                Output.standard.event(
                    "port",
                    PortLine(
                        path: port.path, device: port.device, vendor: port.usb?.vendor, product: port.usb?.product,
                        isArduino: port.likelihood == .arduino))
            } else {
                Output.standard.line([port.path, port.words].joined(separator: "  "))
            }
        }
        guard ports.isEmpty else { return }
        Diagnostics.explain(
            "there is no serial port", hint: "plug the board in with a cable that carries data, or try --port sim")
        throw ExitStatus.notObeyed
    }
}

private struct PortLine: Encodable {
    let path: String
    let device: String
    let vendor: String?
    let product: String?
    let isArduino: Bool

    enum CodingKeys: String, CodingKey {
        case path, device, vendor, product
        case isArduino = "is_arduino"
    }
}

extension AvailablePort {
    /// What is behind the port, as far as it says.
    fileprivate var words: String {
        let name = [usb?.vendor, usb?.product].compactMap(\.self).joined(separator: " ")
        let kind =
            switch likelihood {
            case .arduino: "Arduino"
            case .converter: "USB converter, as many Arduinos have"
            case .bluetooth: "Bluetooth"
            case .unknown: "unknown"
            }
        return "\(device)  \(kind)\(name.isEmpty ? "" : " (\(name))")"
    }
}
