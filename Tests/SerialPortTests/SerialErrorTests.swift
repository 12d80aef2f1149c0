import BoardFixtures
import Foundation
import Testing

@testable import SerialPort

@Suite("SerialError")
struct SerialErrorTests {
    private func openingError(_ path: String) -> SerialError? {
        #expect(throws: SerialError.self) { _ = try SerialPort(path: path, baud: .b57600) }
    }

    @Test("says where to look when there is no such port")
    func missing() {
        let error = openingError("/dev/ttyACM99")
        #expect(error?.kind == .notFound)
        #expect(error?.description == "cannot open /dev/ttyACM99: no such file or directory")
        #expect(error?.hint == "is the board plugged in? `voiceled ports` lists what is there")
    }

    @Test("tells what is no serial port, without opening it", arguments: ["/etc/passwd", "/dev/null", "/tmp", "/dev"])
    func notATerminal(path: String) {
        let error = openingError(path)
        #expect(error?.kind == .notATerminal)
        #expect(error?.description == "\(path) is not a serial port")
        #expect(error?.hint == "`voiceled ports` lists the serial ports")
    }

    @Test("says so when this user may not open the port")
    func forbidden() {
        let terminal = PseudoTerminal()
        let error = terminal.forbidden { openingError(terminal.path) }
        #expect(error?.kind == .denied)
        #expect(error?.description == "cannot open \(terminal.path): permission denied")
        #expect(error?.hint == "its owner alone may use it: `ls -l \(terminal.path)` says who that is")
    }

    @Test("explains how to be permitted")
    func denied() {
        let error = SerialError(EACCES, .open, "/dev/ttyACM0", group: "dialout")
        #expect(error.kind == .denied)
        #expect(error.description == "cannot open /dev/ttyACM0: permission denied")
        let remedy = "add yourself to the group dialout: sudo usermod -aG dialout $USER, then log in again"
        #expect(error.hint == remedy)
        let ownerOnly = SerialError(EACCES, .open, "/dev/pts/7")
        #expect(ownerOnly.hint == "its owner alone may use it: `ls -l /dev/pts/7` says who that is")
    }

    @Test(
        "sorts the system's reasons into kinds",
        arguments: [
            (ENOENT, SerialError.Operation.open, SerialError.Kind.notFound), (ENXIO, .open, .notFound),
            (EPERM, .open, .denied), (EBUSY, .open, .inUse(nil)), (ENOTTY, .configure, .notATerminal),
            (EIO, .read, .unplugged), (ENODEV, .write, .unplugged), (ENXIO, .read, .unplugged),
            (EIO, .configure, .unplugged), (EINVAL, .configure, .other), (ETIMEDOUT, .write, .other),
        ])
    func kinds(code: Int32, operation: SerialError.Operation, kind: SerialError.Kind) {
        #expect(SerialError(code, operation, "/dev/ttyACM0").kind == kind)
    }
}
