import ArgumentParser
import Session

struct Flash: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put a sketch on the board.",
        discussion: """
            Builds the sketch if it has changed, writes it with avrdude, reads it
            back, and asks the board for its name. The lights go out meanwhile.

            Examples:
              voiceled flash
              voiceled flash led_aduino --port /dev/ttyACM0
            """)

    @Argument(help: "voice_to_led, led_aduino, or a .hex file.")
    var sketch = "voice_to_led"

    @Option(help: ArgumentHelp("Serial port of the board. Default: the only Arduino found.", valueName: "path"))
    var port: String?

    @Option(help: ArgumentHelp("Seconds that writing and verifying may take.", valueName: "seconds"))
    var timeout = 60

    @OptionGroup var output: OutputOptions

    func validate() throws {
        guard (1...3600).contains(timeout) else { throw ValidationError("--timeout takes 1 to 3600 seconds") }
        if port == "sim" || port == "none" { throw ValidationError("flash needs the port of a board, not \(port!)") }
    }

    func run() async throws {
        let reporter = FlashReporter(json: output.json)
        try await untilInterrupted {
            do {
                let port = port == "auto" ? nil : port
                let flashing = try Flashing(sketch, port: port, limit: .seconds(timeout))
                reporter.done(try await flashing.run { reporter.tell($0) })
            } catch {
                reporter.failed(error)
                throw error
            }
        }
    }
}
