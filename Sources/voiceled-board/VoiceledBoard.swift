internal import ArgumentParser
import Glibc
internal import TerminalView

/// The simulated Uno as a program.
@main
struct VoiceledBoard: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voiceled-board",
        abstract: "An Arduino Uno in memory, at its true speed, on a pseudo-terminal.",
        discussion: """
            Programs open its ports as they would a real board's. It ends with Ctrl-C.
            Uses simavr, which is under the GNU General Public License, version 3.
            """)

    @Option(help: "voice_to_led, led_aduino, or a .elf or .hex file.")
    var sketch = "voice_to_led"

    @Option(help: ArgumentHelp("Make a symbolic link to the USB port.", valueName: "path"))
    var link: String?

    @Option(help: ArgumentHelp("Make a symbolic link to the Bluetooth port.", valueName: "path"))
    var bluetoothLink: String?

    @Flag(help: "Print one JSON object a line: ready, led, reset, end.")
    var json = false

    @Flag(help: "Print nothing.")
    var quiet = false

    @Flag(inversion: .prefixedNo, help: "Reset when a program opens the USB port, as an Uno does.")
    var autoReset = true

    @Flag(help: "Put Arduino's bootloader beside the sketch, so that avrdude can write another one.")
    var bootloader = false

    @Flag(help: "End when standard input does: with the program that started it.")
    var untilStdinCloses = false

    static func main() {
        do {
            var command = try parse()
            Glibc.exit(try command.simulate())
        } catch let error as BoardError {
            complain(error.description)
            if let hint = error.hint { complain(hint) }
            Glibc.exit(2)
        } catch {
            if exitCode(for: error) == .success { self.exit(withError: error) }
            writeError(fullMessage(for: error))
            Glibc.exit(2)
        }
    }

    /// - Returns: the exit status.
    mutating func simulate() throws -> CInt {
        var stop = StopSignal()
        let sketch = try Sketch(sketch)
        let uno = try Uno(
            path: sketch.path, bootloader: bootloader ? try Sketch.bootloader() : nil, bluetoothBaud: 9600)
        let usb = try Cable(.usb)
        let bluetooth = try Cable(.bluetooth)
        let links = try [
            link.map { try PortLink(at: $0, to: usb.path) },
            bluetoothLink.map { try PortLink(at: $0, to: bluetooth.path) },
        ]
        defer {
            for link in links { link?.remove() }
        }

        let names = BoardNames(
            sketch: sketch.name, port: link ?? usb.path, bluetooth: bluetoothLink ?? bluetooth.path)
        var simulation = Simulation(
            uno: uno, lights: sketch.lights, usb: usb, bluetooth: bluetooth, names: names, resetsOnOpen: autoReset,
            endsWithInput: untilStdinCloses, report: report)
        return try simulation.run(until: &stop) == .signal(SIGINT) ? 130 : 0
    }

    private var report: any BoardReport {
        if quiet { return NoReport() }
        if json { return JSONReport() }
        let style = LEDPanel.Style(isTerminal: isatty(STDOUT_FILENO) == 1) { name in
            getenv(name).map { String(cString: $0) }
        }
        return style == .dots ? LiveReport() : TextReport()
    }

    private static func complain(_ message: String) {
        writeError("voiceled-board: \(message)")
    }

    private static func writeError(_ line: String) {
        let bytes = Array("\(line)\n".utf8)
        _ = write(STDERR_FILENO, bytes, bytes.count)
    }
}
