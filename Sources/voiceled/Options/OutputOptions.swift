import ArgumentParser

struct OutputOptions: ParsableArguments {
    @Flag(name: .long, help: "Print one JSON object a line instead of words.")
    var json = false

    var reporter: any Reporter { json ? JSONReporter() : TerminalReporter() }
}
