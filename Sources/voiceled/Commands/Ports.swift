import ArgumentParser
import SerialPort
import Session

struct Ports: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the serial ports by stable names, with what answers on each.",
        discussion: """
            Every port is opened and asked for its name. Opening resets an Arduino
            Uno: its lights go out, and it answers after a second or two. With
            --no-probe nothing is opened; who holds a port is still told.

            VOICELED_PORTS names the ports to look at, separated by blanks, instead
            of those that are found: for a board on /dev/ttyAMA0, for example.
            """)

    @Flag(inversion: .prefixedNo, help: "Ask what is on each port.")
    var probe = true

    @OptionGroup var output: OutputOptions

    func run() async throws {
        let json = output.json
        let probe = probe
        let ports = SerialPortList.all()
        guard !ports.isEmpty else {
            Diagnostics.explain(
                "there is no serial port", hint: "plug the board in with a cable that carries data, or try --port sim")
            throw ExitStatus.notObeyed
        }
        try await untilInterrupted {
            let live = LiveLine()
            if probe, !json { live.show("asking \(ports.count == 1 ? "1 port" : "\(ports.count) ports")") }
            let reports = probe ? await PortSurvey.ask(ports) : PortSurvey.look(at: ports)
            live.clear()
            try Task.checkCancellation()
            for report in reports {
                if json {
                    Output.standard.event("port", PortLine(report))
                } else {
                    Output.standard.line(report.words)
                }
            }
        }
    }
}
