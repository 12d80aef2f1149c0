internal import Glibc

/// The ports that a board may be behind.
public enum SerialPortList {
    /// The environment variable that names the ports to consider, separated by blanks, instead of those that are found.
    ///
    /// For a board on a port with an unusual name, such as a Raspberry Pi's own `/dev/ttyAMA0`.
    public static let variable = "VOICELED_PORTS"

    /// The ports that ``variable`` names, in that order; else USB modems and converters and Bluetooth serial ports.
    ///
    /// - Returns: likely Arduinos first, then by number.
    public static func all() -> [AvailablePort] {
        guard let named = getenv(variable).map({ String(cString: $0) }) else { return found() }
        return named.split(whereSeparator: \.isWhitespace).map { path in
            let device = FileTree.resolved(String(path)) ?? String(path)
            let name = device.split(separator: "/").last.map(String.init) ?? ""
            let usb = device.hasPrefix("/dev/") ? usbIdentity(of: name, "") : nil
            return AvailablePort(path: String(path), device: device, usb: usb)
        }
    }

    /// - Parameter root: where `/dev` and `/sys` are; tests have trees of their own.
    static func found(root: String = "") -> [AvailablePort] {
        let stable = stableNames(root)
        let ports = FileTree.entries(of: "\(root)/dev").filter(isCandidate).map { name in
            AvailablePort(
                path: stable["/dev/\(name)"] ?? "/dev/\(name)", device: "/dev/\(name)", usb: usbIdentity(of: name, root)
            )
        }
        return ports.sorted { one, other in
            (one.likelihood, sortKey(one.device)) < (other.likelihood, sortKey(other.device))
        }
    }

    /// The name of the device behind `path` that stays when it is plugged in again; `path` itself if there is none.
    public static func stablePath(of path: String, root: String = "") -> String {
        guard let device = FileTree.resolved("\(root)\(path)"), let dev = FileTree.resolved("\(root)/dev"),
            device.hasPrefix("\(dev)/")
        else { return path }
        return stableNames(root)["/dev" + device.dropFirst(dev.count)] ?? path
    }

    private static func isCandidate(_ name: String) -> Bool {
        ["ttyACM", "ttyUSB", "rfcomm"].contains { prefix in
            name.hasPrefix(prefix) && Int(name.dropFirst(prefix.count)) != nil
        }
    }

    /// `ttyUSB10` comes after `ttyUSB9`.
    private static func sortKey(_ device: String) -> String {
        let number = device.reversed().prefix { $0.isNumber }.count
        return device.dropLast(number) + String(repeating: "0", count: max(0, 5 - number)) + device.suffix(number)
    }

    /// udev's names, by the device that each means.
    private static func stableNames(_ root: String) -> [String: String] {
        guard let dev = FileTree.resolved("\(root)/dev") else { return [:] }
        var names: [String: String] = [:]
        for name in FileTree.entries(of: "\(root)/dev/serial/by-id") {
            guard let target = FileTree.resolved("\(root)/dev/serial/by-id/\(name)"), target.hasPrefix("\(dev)/") else {
                continue
            }
            let device = "/dev" + target.dropFirst(dev.count)
            if names[device] == nil { names[device] = "/dev/serial/by-id/\(name)" }
        }
        return names
    }

    /// The terminal's device in `/sys` is an interface of the USB device, or a port of one: the numbers are further up.
    private static func usbIdentity(of name: String, _ root: String) -> USBIdentity? {
        guard var folder = FileTree.resolved("\(root)/sys/class/tty/\(name)/device") else { return nil }
        for _ in 0..<4 {
            if let vendorID = number(in: "\(folder)/idVendor"), let productID = number(in: "\(folder)/idProduct") {
                return USBIdentity(
                    vendorID: vendorID, productID: productID, vendor: text(in: "\(folder)/manufacturer"),
                    product: text(in: "\(folder)/product"))
            }
            guard let slash = folder.lastIndex(of: "/") else { return nil }
            folder = String(folder[..<slash])
        }
        return nil
    }

    private static func number(in file: String) -> UInt16? {
        FileTree.firstLine(of: file).flatMap { UInt16($0, radix: 16) }
    }

    /// The words come from the device, which may be anyone's: control characters stay out of the terminal.
    private static func text(in file: String) -> String? {
        let text = FileTree.firstLine(of: file).map { line in
            String(line.unicodeScalars.filter { $0.properties.generalCategory != .control })
        }
        return text?.isEmpty == false ? text : nil
    }
}
