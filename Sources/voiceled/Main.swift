import ArgumentParser
import Glibc

@main
enum Main {
    /// ArgumentParser would leave with 64 after wrong use; here that is 2, see `ExitStatus`.
    static func main() async {
        // A reader that closes the pipe has had enough: `Output` then ends the program with success.
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try VoiceLED.parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch {
            exit(end(with: error))
        }
    }

    /// Says what went wrong, and gives the exit status for it.
    private static func end(with error: any Error) -> Int32 {
        if let status = error as? ExitStatus { return status.rawValue }
        let status = VoiceLED.exitCode(for: error)
        // Everything but a failure of ours is ArgumentParser's own: help, version, or a wrong argument.
        if status != .failure {
            let message = VoiceLED.fullMessage(for: error)
            if status.isSuccess {
                Output.standard.line(message)
                return ExitStatus.done.rawValue
            }
            Diagnostics.line(message.trimmingPrefix("Error: ").description)
            return ExitStatus.wrongUse.rawValue
        }
        Diagnostics.explain(error)
        return ExitStatus.wrongUse.rawValue
    }
}
