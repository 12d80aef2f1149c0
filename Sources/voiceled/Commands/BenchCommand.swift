import ArgumentParser

struct BenchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure.",
        subcommands: [
            BenchAccuracy.self, BenchIsolation.self, BenchIsolationHost.self, BenchLatency.self, BenchLink.self,
        ])
}
