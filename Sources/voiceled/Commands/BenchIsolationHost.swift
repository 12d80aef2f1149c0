import ArgumentParser
import Session

/// The program that `bench isolation` has killed by its own thread; nothing for people.
struct BenchIsolationHost: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "isolation-host", shouldDisplay: false)

    func run() throws { try IsolationHost.run() }
}
