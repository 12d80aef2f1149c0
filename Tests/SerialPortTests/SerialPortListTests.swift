import Foundation
import Testing

@testable import SerialPort

@Suite("SerialPortList")
struct SerialPortListTests {
    @Test("puts likely Arduinos first and numbers in order, with what each says about itself")
    func order() throws {
        let tree = try DeviceTree()
        try tree.addPort("ttyUSB10", vendorID: "1a86", productID: "7523", product: "USB Serial")
        try tree.addPort("ttyUSB9", vendorID: "0403", productID: "6001", vendor: "FTDI", product: "FT232R")
        try tree.addPort("ttyACM3", vendorID: "1234", productID: "5678")
        try tree.addPort(
            "ttyACM1", vendorID: "2341", productID: "0043", vendor: "Arduino (www.arduino.cc)", product: "Uno")
        try tree.addFile("dev/rfcomm0")
        try tree.addFile("dev/ttyS0")
        try tree.addFile("dev/ttyACMx")

        let ports = SerialPortList.found(root: tree.root)
        #expect(
            ports.map(\.device)
                == ["/dev/ttyACM1", "/dev/ttyUSB9", "/dev/ttyUSB10", "/dev/ttyACM3", "/dev/rfcomm0"])
        #expect(ports.map(\.likelihood) == [.arduino, .converter, .converter, .unknown, .bluetooth])
        #expect(ports.first?.usb?.description == "Arduino (www.arduino.cc) Uno [2341:0043]")
        #expect(ports.last?.usb == nil)
    }

    @Test("prefers the name that stays when the board moves to another socket")
    func stableName() throws {
        let tree = try DeviceTree()
        try tree.addPort("ttyACM0", vendorID: "2341", productID: "0043")
        try tree.addLink("dev/serial/by-id/usb-Arduino_Uno_123-if00", to: "../../ttyACM0")
        let port = try #require(SerialPortList.found(root: tree.root).first)
        #expect(port.path == "/dev/serial/by-id/usb-Arduino_Uno_123-if00")
        #expect(port.device == "/dev/ttyACM0")
    }

    @Test("finds the name that stays of a device that is named otherwise")
    func stablePath() throws {
        let tree = try DeviceTree()
        try tree.addPort("ttyACM0", vendorID: "2341", productID: "0043")
        try tree.addPort("ttyUSB0", vendorID: "1a86", productID: "7523")
        try tree.addLink("dev/serial/by-id/usb-Arduino_Uno_123-if00", to: "../../ttyACM0")
        try tree.addLink("dev/board", to: "ttyACM0")
        try tree.addLink("home/board", to: "../dev/ttyACM0")
        let name = "/dev/serial/by-id/usb-Arduino_Uno_123-if00"
        for path in ["/dev/ttyACM0", "/dev/board", name, "/home/board"] {
            #expect(SerialPortList.stablePath(of: path, root: tree.root) == name)
        }
        // One that has no such name, or is not there, keeps the one it was given.
        for path in ["/dev/ttyUSB0", "/dev/ttyACM7", "/home/nothing"] {
            #expect(SerialPortList.stablePath(of: path, root: tree.root) == path)
        }
    }

    @Test("keeps a device's control characters out of the terminal")
    func hostileName() throws {
        let tree = try DeviceTree()
        try tree.addPort("ttyUSB0", vendorID: "1a86", productID: "7523", product: "\u{1B}[2Jnice")
        #expect(SerialPortList.found(root: tree.root).first?.usb?.product == "[2Jnice")
    }

    @Test(
        "knows a Bluetooth port by its name",
        arguments: [("/dev/rfcomm0", true), ("/tmp/rfcomm12", true), ("/dev/rfcomm", false), ("/dev/ttyACM0", false)])
    func bluetooth(path: String, isBluetooth: Bool) {
        #expect(AvailablePort.isBluetooth(path) == isBluetooth)
        #expect(
            AvailablePort(path: path, device: "/dev/pts/3", usb: nil).likelihood
                == (isBluetooth ? .bluetooth : .unknown))
    }

    @Test("is empty where there is nothing")
    func nothing() throws {
        #expect(SerialPortList.found(root: try DeviceTree().root).isEmpty)
        #expect(SerialPortList.found(root: "/no/such/tree").isEmpty)
    }
}

/// A small `/dev` and `/sys` of one's own, gone after the test.
private final class DeviceTree {
    let root: String
    private let files = FileManager.default

    init() throws {
        root = files.temporaryDirectory.appending(path: "voiceled-\(UUID())").path(percentEncoded: false)
        try files.createDirectory(atPath: root, withIntermediateDirectories: true)
    }

    deinit {
        try? files.removeItem(atPath: root)
    }

    func addFile(_ path: String, _ text: String = "") throws {
        let url = URL(filePath: "\(root)/\(path)")
        try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data("\(text)\n".utf8).write(to: url)
    }

    func addLink(_ path: String, to target: String) throws {
        let url = URL(filePath: "\(root)/\(path)")
        try files.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try files.createSymbolicLink(atPath: url.path(percentEncoded: false), withDestinationPath: target)
    }

    /// A port as the kernel shows it: the terminal hangs below an interface, the names stand at the device above it.
    func addPort(
        _ name: String, vendorID: String, productID: String, vendor: String? = nil, product: String? = nil
    ) throws {
        let device = "sys/devices/usb1/\(name)-device"
        try addFile("dev/\(name)")
        try addFile("\(device)/idVendor", vendorID)
        try addFile("\(device)/idProduct", productID)
        if let vendor { try addFile("\(device)/manufacturer", vendor) }
        if let product { try addFile("\(device)/product", product) }
        try addFile("\(device)/1-1:1.0/interface")
        try addLink("sys/class/tty/\(name)/device", to: "../../../devices/usb1/\(name)-device/1-1:1.0")
    }
}
