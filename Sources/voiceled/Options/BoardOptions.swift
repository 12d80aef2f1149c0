public import ArgumentParser
public import Session

/// Where the commands go.
struct BoardOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "Serial port of the board; sim: a simulated one; none: no board. Default: the first Arduino found.",
            valueName: "path|sim|none"))
    var port: PortChoice?

    @Flag(name: .long, help: "Do everything but change the lights.")
    var dryRun = false

    /// - Parameter fallback: what is meant when nothing was said.
    func choice(else fallback: PortChoice = .automatic) -> PortChoice { dryRun ? .none : port ?? fallback }
}

extension PortChoice: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}
