import ArgumentParser
import Session

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Say what is missing, and how to mend it.",
        discussion: """
            Looks for everything that the program uses, a line for each: ok, or what is
            missing and its remedy. Nothing is changed, no board is touched. What only some
            commands need is marked with a dash; the rest works without it.

            Exit status: 0 nothing is missing that `listen` needs; 2 something is.
            """)

    @OptionGroup var output: OutputOptions

    func run() async throws {
        var isWell = true
        let json = output.json
        await Doctor.examine { finding in
            if finding.state == .missing { isWell = false }
            if json {
                Output.standard.event("doctor", FindingLine(finding))
            } else {
                Output.standard.line(finding.line)
            }
        }
        if !isWell { throw ExitStatus.wrongUse }
    }
}

private struct FindingLine: Encodable {
    let subject: String
    let state: String
    let message: String
    let hint: String?

    init(_ finding: Finding) {
        subject = finding.subject
        state = finding.state.rawValue
        message = finding.words
        hint = finding.remedy
    }
}

extension Finding {
    fileprivate var line: String {
        let style = Style.standard
        let mark =
            switch state {
            case .well: style.good("✓")
            case .missing: style.bad("✗")
            case .optional: style.warning("-")
            }
        return "\(mark) \(subject): \(state == .well ? "ok  " + style.faint(words) : words)"
            + (remedy.map { "\n    \($0)" } ?? "")
    }
}
