import Foundation
public import PocketSphinxDecoder
public import Recognition
import Subprocess
import SystemPackage
import VocabularyFiles

/// Has a decoder loaded, and made to hear something, in a process of its own before this one does it.
///
/// PocketSphinx ends the process, or runs without end, when a model or a grammar is not as it expects. What kills the
/// canary becomes an error here. The program is `voiceled-recognizer --check`; it takes a `TrialOrder` and answers with
/// a `TrialVerdict`.
public struct Canary: Sendable {
    let program: String
    private let limits: TrialLimits

    /// - Parameter program: where `voiceled-recognizer` is; beside this program when `nil`.
    public init(program: String? = nil, limits: TrialLimits = TrialLimits()) {
        self.program = program ?? ProgramFolder.path + "/voiceled-recognizer"
        self.limits = limits
    }

    /// Returns when the canary has come back well, 50 to 250 ms later; at the latest when its limits are used up.
    ///
    /// - Throws: ``CanaryError``, or `DecoderError` where the decoder refused in an orderly way.
    public func send(ahead settings: DecoderSettings) async throws {
        do {
            try await attempt(settings)
        } catch let error as CanaryError where error.kind == .died {
            // The same model with next to no words tells whose fault it was.
            do {
                try await attempt(settings.withoutVocabulary)
            } catch let second as CanaryError where second.kind == .died {
                throw error.blaming(.model(settings.acousticModel))
            } catch {}
            throw error
        }
    }

    private func attempt(_ settings: DecoderSettings) async throws {
        guard FileManager.default.isExecutableFile(atPath: program) else { throw CanaryError.unavailable(program) }
        let order = try TrialOrder(settings, limits: limits).json
        // The canary ends itself a little sooner; this is for a program that is no canary.
        let patience = Duration.seconds(limits.seconds + 5)
        let (answer, log, status) = try await withTimeLimit(patience, orThrow: CanaryError.silent(after: patience)) {
            try await run(order)
        }
        if case .exited(0) = status, let verdict = try? TrialVerdict(json: answer) {
            switch verdict {
            case .refused(let error): throw error
            case .passed(_, let hearing) where hearing > 1: throw CanaryError.slow(hearing)
            case .passed: return
            }
        }
        throw CanaryError(status, limits: limits, log: log.lines)
    }

    private func run(_ order: [UInt8]) async throws -> (answer: [UInt8], log: LogTail, status: TerminationStatus) {
        var options = PlatformOptions()
        // Of its own, so that Ctrl-C reaches only us.
        options.processGroupID = 0
        options.teardownSequence = []
        let bounded = WorkerProgram(path: program, arguments: ["--check"])
        let result = try await Subprocess.run(
            // Ends with this process, even when that is killed: nobody else would stop a decoder that runs without end.
            .name(WorkerProgram.bounder), arguments: Arguments(bounded.boundedArguments),
            // A crash's backtrace would bury what the decoder said, and takes a second.
            environment: .inherit.updating(["SWIFT_BACKTRACE": "enable=no"]),
            platformOptions: options, input: .array(order), output: .bytes(limit: 1 << 20), error: .sequence
        ) { execution in
            var log = LogTail()
            for try await buffer in execution.standardError {
                buffer.withUnsafeBytes { log.append($0) }
            }
            return log
        }
        return (result.standardOutput, result.closureResult, result.terminationStatus)
    }
}

extension DecoderSettings {
    /// A word or two that every English model can hear; a model of another language refuses them in an orderly way.
    fileprivate var withoutVocabulary: DecoderSettings {
        var settings = self
        settings.dictionary = .text("a AH\n")
        settings.grammar = "#JSGF V1.0;\ngrammar canary;\npublic <a> = a;\n"
        return settings
    }
}
