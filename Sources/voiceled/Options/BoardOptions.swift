public import ArgumentParser
public import SerialPort
public import Session

/// Where the commands go.
struct BoardOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            """
            Serial port of the board; sim: a simulated one; none: no board. Default, auto: all ports are asked; of \
            replay: none.
            """, valueName: "path|auto|sim|none"))
    var port: PortChoice?

    @Option(
        name: .long,
        help: ArgumentHelp(
            "Speed of the port: 115200 on USB, 9600 for a Bluetooth module. Default: 9600 on /dev/rfcomm, else 115200.",
            valueName: "bits/s"))
    var baud: BaudRate?

    @Flag(name: .long, help: "Do everything but change the lights.")
    var dryRun = false

    /// - Parameter fallback: what is meant when nothing was said.
    func choice(else fallback: PortChoice = .automatic) -> PortChoice { dryRun ? .none : port ?? fallback }
}

extension PortChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension BaudRate: ExpressibleByArgument {
    public init?(argument: String) {
        guard let speed = Int(argument) else { return nil }
        self.init(rawValue: speed)
    }

    public static var allValueStrings: [String] { allCases.map { String($0.rawValue) } }
}
