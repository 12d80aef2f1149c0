internal import Glibc

extension SerialError: CustomStringConvertible {
    /// One line: what failed and why.
    public var description: String {
        switch kind {
        case .inUse(let holder?): "\(path) is in use by \(holder)"
        case .inUse(nil): "\(path) is in use by a program of another user\(suspicion)"
        case .notATerminal: "\(path) is not a serial port"
        case .unplugged where isBluetooth: "the connection over \(path) was lost" + (code == 0 ? "" : " (\(reason))")
        case .unplugged: "\(path) was unplugged" + (code == 0 ? "" : " (\(reason))")
        case .other where operation == .configure && code == EINVAL:
            "cannot set up \(path): it refuses \(circumstances.baud.map(\.description) ?? "this speed") without parity"
        case .notFound, .denied, .other: "cannot \(operation.rawValue) \(path): \(reason)"
        }
    }

    /// What to do about it, where there is something.
    public var hint: String? {
        switch kind {
        case .notFound where isBluetooth:
            "bind the paired module first: sudo rfcomm bind 0 ADDRESS 1 (`bluetoothctl devices` shows the address)"
        case .notFound: notFoundHint
        case .denied: deniedHint
        case .inUse(let holder):
            if (holder ?? circumstances.suspect)?.isModemManager == true {
                Self.modemManagerHint
            } else if holder != nil {
                "end that program first: two programs on one port steal each other's bytes"
            } else {
                "sudo voiceled ports --no-probe names it; end that program first"
            }
        case .notATerminal: "`voiceled ports` lists the serial ports"
        case .unplugged where isBluetooth: Self.moduleHint
        case .unplugged: "plug the board in again"
        case .other where isBluetooth: Self.moduleHint
        case .other where operation == .configure: "try another speed with --baud, or another port"
        case .other: nil
        }
    }

    /// Whether a Bluetooth module is behind it, which cannot be plugged in.
    private var isBluetooth: Bool { AvailablePort.isBluetooth(path) }

    private var suspicion: String {
        circumstances.suspect.map { ", perhaps \($0)" } ?? ""
    }

    private var notFoundHint: String {
        let others = circumstances.others
        if code == EIO || code == ENXIO { return "no device is connected to it; `voiceled ports` lists what is there" }
        if others.isEmpty { return "there is no serial port at all: is the board plugged in, with a cable for data?" }
        return "is the board plugged in? What is there: \(others.joined(separator: ", "))"
    }

    private var deniedHint: String {
        guard let group = circumstances.group else {
            return "its owner alone may use it: `ls -l \(path)` says who that is"
        }
        if group.hasUser { return "you are in the group \(group.name), but this login is older: log in again" }
        return "add yourself to the group \(group.name): sudo usermod -aG \(group.name) $USER, then log in again"
    }

    private static let moduleHint = "is the Bluetooth module powered, near, paired, and used by nobody else?"

    private static let modemManagerHint =
        "it looks for a modem in every new device: wait half a minute and try again. To keep it away: "
        + "sudo systemctl stop ModemManager, or for good a udev rule with ENV{ID_MM_DEVICE_IGNORE}=\"1\""

    private var reason: String {
        let text = String(cString: strerror(code))
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}
