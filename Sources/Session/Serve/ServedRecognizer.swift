import Foundation
import Recognition
import Subprocess
import Supervision
import SystemPackage
import VocabularyFiles

/// The recogniser as a server for other programs: `voiceled-recognizer` as a child that is started again when it dies.
public struct ServedRecognizer: Sendable {
    /// What happens to it, for the user.
    public enum Event: Sendable, Equatable {
        /// A line of its own; it carries the program's name.
        case said(String)
        /// It ended by itself and is started again.
        case died(status: String, pause: Duration)
    }

    private let program: String
    private let arguments: [String]

    /// One that has served for so long has shown that it works; its death is forgiven.
    private static let probation = Duration.seconds(10)

    /// - Parameter arguments: of `voiceled-recognizer`, its address among them.
    public init(arguments: [String]) {
        program = ProgramFolder.path + "/voiceled-recognizer"
        self.arguments = arguments
    }

    /// Runs until the task is cancelled.
    ///
    /// - Throws: ``ServedRecognizerError`` when it cannot serve, or dies again and again.
    public func run(report: @escaping @Sendable (Event) -> Void) async throws {
        guard FileManager.default.isExecutableFile(atPath: program) else {
            throw ServedRecognizerError("\(program) is not there", hint: "build it with `make build`")
        }
        var rule = RestartRule()
        while !Task.isCancelled {
            let start = ContinuousClock.now
            let (hasServed, status) = try await runOnce(report)
            if Task.isCancelled { return }
            guard hasServed else {
                throw ServedRecognizerError("it ended before it could serve (\(Self.words(status)))", hint: nil)
            }
            switch rule.died(hasWorked: .now - start >= Self.probation, at: .now) {
            case .giveUp(let reason):
                throw ServedRecognizerError(
                    "\(reason), at last: \(Self.words(status))", hint: "its last messages above say why")
            case .startAgain(let pause):
                report(.died(status: Self.words(status), pause: pause))
                try? await Task.sleep(for: pause)
            }
        }
    }

    private func runOnce(
        _ report: @escaping @Sendable (Event) -> Void
    ) async throws -> (hasServed: Bool, status: TerminationStatus) {
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us.
        options.processGroupID = 0
        options.teardownSequence = [.gracefulShutDown(allowedDurationToNextStep: .seconds(1))]
        let bounded = WorkerProgram(path: program, arguments: arguments)
        let result = try await Subprocess.run(
            // Ends with this process, however that ends.
            .name(WorkerProgram.bounder), arguments: Arguments(bounded.boundedArguments),
            // A crash's backtrace would bury what the decoder said, and hold up the next start.
            environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
            platformOptions: options, input: .none, output: .discarded, error: .sequence
        ) { execution in
            var hasServed = false
            for try await line in execution.standardError.strings() {
                let line = line.trimmingCharacters(in: .newlines)
                if line.contains(": listening at ") { hasServed = true }
                report(.said(line))
            }
            return hasServed
        }
        return (result.closureResult, result.terminationStatus)
    }

    private static func words(_ status: TerminationStatus) -> String {
        switch status {
        case .exited(let code): "exit status \(code)"
        case .signaled(let signal): String(cString: strsignal(signal)).lowercased()
        }
    }
}

/// The recogniser does not serve.
public struct ServedRecognizerError: Error, Equatable, CustomStringConvertible {
    public let description: String
    public let hint: String?

    init(_ reason: String, hint: String?) {
        description = "cannot serve the recogniser: \(reason)"
        self.hint = hint
    }
}
