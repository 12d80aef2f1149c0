import ArgumentParser
import Glibc

@main
enum Main {
    /// ArgumentParser would leave with 64 after wrong use; as in `voiceled` that is 2 here.
    static func main() {
        do {
            var command = try VoiceledRecognizer.parseAsRoot()
            try command.run()
        } catch {
            let status = VoiceledRecognizer.exitCode(for: error)
            if status.isSuccess {
                print(VoiceledRecognizer.fullMessage(for: error))
                exit(0)
            }
            // Everything but a failure of ours is ArgumentParser's own.
            let isOurs = status == .failure
            Diagnostics.explain(
                isOurs ? "\(error)" : VoiceledRecognizer.fullMessage(for: error).trimmingPrefix("Error: ").description,
                hint: (error as? any Remediable)?.hint)
            exit(2)
        }
    }
}
