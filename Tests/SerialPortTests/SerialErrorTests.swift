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
        #expect(error?.hint?.contains("is the board plugged in") == true)
    }

    @Test("lists the ports that there are when the one asked for is missing")
    func others() {
        let alone = SerialError(ENOENT, .open, "/dev/ttyACM0")
        #expect(alone.hint == "there is no serial port at all: is the board plugged in, with a cable for data?")
        let others = SerialError(ENOENT, .open, "/dev/ttyACM0", .init(others: ["/dev/ttyACM1", "/dev/ttyUSB0"]))
        #expect(others.hint == "is the board plugged in? What is there: /dev/ttyACM1, /dev/ttyUSB0")
    }

    @Test("knows a port without a device behind it", arguments: [EIO, ENXIO])
    func nothingBehind(code: Int32) {
        let error = SerialError(code, .open, "/dev/ttyS3")
        #expect(error.kind == .notFound)
        #expect(error.hint == "no device is connected to it; `voiceled ports` lists what is there")
    }

    @Test("says which speed a port refuses")
    func refusedSettings() {
        let error = SerialError(EINVAL, .configure, "/dev/ttyX0", .init(baud: .b115200))
        #expect(error.description == "cannot set up /dev/ttyX0: it refuses 115200 baud without parity")
        #expect(error.hint == "try another speed with --baud, or another port")
    }

    @Test("sends nobody to the plug of a Bluetooth module")
    func bluetooth() {
        #expect(
            SerialError(ENOENT, .open, "/dev/rfcomm0").hint
                == "bind the paired module first: sudo rfcomm bind 0 ADDRESS 1 (`bluetoothctl devices` shows the address)"
        )
        let lost = SerialError(EIO, .read, "/dev/rfcomm0")
        #expect(lost.description == "the connection over /dev/rfcomm0 was lost (input/output error)")
        let unreachable = SerialError(EHOSTDOWN, .open, "/dev/rfcomm0")
        #expect(unreachable.description == "cannot open /dev/rfcomm0: host is down")
        for error in [lost, unreachable] {
            #expect(error.hint == "is the Bluetooth module powered, near, paired, and used by nobody else?")
        }
    }

    @Test("explains ModemManager, also when it is only suspected")
    func modemManager() {
        let daemon = PortHolder(name: "ModemManager", processID: 812)
        let known = SerialError(.inUse(daemon), .open, "/dev/ttyACM0")
        #expect(known.description == "/dev/ttyACM0 is in use by ModemManager (pid 812)")
        let suspected = SerialError(.inUse(nil), .open, "/dev/ttyACM0", .init(suspect: daemon))
        #expect(
            suspected.description
                == "/dev/ttyACM0 is in use by a program of another user, perhaps ModemManager (pid 812)")
        for error in [known, suspected] {
            #expect(error.hint?.contains("wait half a minute and try again") == true)
            #expect(error.hint?.contains("sudo systemctl stop ModemManager") == true)
            #expect(error.hint?.contains("ENV{ID_MM_DEVICE_IGNORE}=\"1\"") == true)
        }
        let unknown = SerialError(.inUse(nil), .open, "/dev/ttyACM0")
        #expect(unknown.description == "/dev/ttyACM0 is in use by a program of another user")
        #expect(unknown.hint == "sudo voiceled ports --no-probe names it; end that program first")
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
        let error = SerialError(EACCES, .open, "/dev/ttyACM0", .init(group: SharingGroup(name: "dialout")))
        #expect(error.kind == .denied)
        #expect(error.description == "cannot open /dev/ttyACM0: permission denied")
        let remedy = "add yourself to the group dialout: sudo usermod -aG dialout $USER, then log in again"
        #expect(error.hint == remedy)
        let late = SerialError(
            EACCES, .open, "/dev/ttyACM0", .init(group: SharingGroup(name: "dialout", hasUser: true)))
        #expect(late.hint == "you are in the group dialout, but this login is older: log in again")
        let ownerOnly = SerialError(EACCES, .open, "/dev/pts/7")
        #expect(ownerOnly.hint == "its owner alone may use it: `ls -l /dev/pts/7` says who that is")
    }

    @Test("advises nobody to join root's own group")
    func rootsGroup() {
        #expect(SharingGroup(of: "/dev/null") == nil)
        let terminal = PseudoTerminal()
        #expect(SharingGroup(of: terminal.path)?.name != "root")
    }

    @Test(
        "sorts the system's reasons into kinds",
        arguments: [
            (ENOENT, SerialError.Operation.open, SerialError.Kind.notFound), (ENXIO, .open, .notFound),
            (EIO, .open, .notFound),
            (EPERM, .open, .denied), (EBUSY, .open, .inUse(nil)), (ENOTTY, .configure, .notATerminal),
            (EIO, .read, .unplugged), (ENODEV, .write, .unplugged), (ENXIO, .read, .unplugged),
            (EIO, .configure, .unplugged), (EINVAL, .configure, .other), (ETIMEDOUT, .write, .other),
        ])
    func kinds(code: Int32, operation: SerialError.Operation, kind: SerialError.Kind) {
        #expect(SerialError(code, operation, "/dev/ttyACM0").kind == kind)
    }
}
