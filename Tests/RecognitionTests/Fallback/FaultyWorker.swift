import Foundation
import Glibc
import Recognition
import Supervision
import Wyoming

/// A fallback whose workers misbehave as told.
enum FaultyWorker {
    /// A closed pipe is an error of its writer, as in the program, and not the end of all tests.
    private static let ignoresPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    static func fallback(
        _ faults: String..., limits: WorkerLimits = limits(), rule: RestartRule = RestartRule(), reserve: Int = 1
    ) -> FallbackRecognizer {
        ignoresPipes
        return FallbackRecognizer(program(faults), limits: limits, rule: rule, reserve: reserve)
    }

    static func program(_ faults: [String]) -> WorkerProgram {
        let programs = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
        return WorkerProgram(path: programs.appending(path: "FaultyRecognizer").path, arguments: faults)
    }

    /// Short where a test has to wait for a hang, long where only a failing one does.
    static func limits(work: Duration = .seconds(60)) -> WorkerLimits {
        var limits = WorkerLimits()
        limits.start = .seconds(60)
        limits.work = work
        limits.workPerSecond = 0
        return limits
    }

    static func sound(_ samples: Int) -> [Int16] { [Int16](repeating: 0, count: samples) }
}

extension FallbackAnswer {
    /// The process that answered, and how many samples it was given.
    var numbers: (process: Int32, samples: Int)? {
        guard case .heard(let transcript) = self else { return nil }
        let numbers = transcript.text.split(separator: " ")
        guard numbers.count == 2, let process = Int32(numbers[0]), let samples = Int(numbers[1]) else { return nil }
        return (process, samples)
    }

    var failure: String? { if case .failed(let reason) = self { reason } else { nil } }
}
