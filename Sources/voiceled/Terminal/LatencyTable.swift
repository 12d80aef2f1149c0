import Foundation
import Session

/// What `bench latency` found with one source, in columns.
struct LatencyTable {
    private let style: Style

    init(_ style: Style) { self.style = style }

    private static let width = LatencyStage.allCases.map(\.words.count).max() ?? 0

    func describe(_ result: LatencyResult) -> String {
        let title = "\(result.source.words): \(result.times.count) of \(result.spoken.of("command")) measured"
        guard !result.times.isEmpty else { return title }
        let names = LatencyResult.shares.map { String(repeating: " ", count: 9 - $0.name.count) + $0.name }
        let heading = "  " + String(repeating: " ", count: Self.width) + names.joined()
        return ([title + ", in ms", style.faint(heading)] + LatencyStage.allCases.map { row($0, result) }).joined(
            separator: "\n")
    }

    private func row(_ stage: LatencyStage, _ result: LatencyResult) -> String {
        let values = LatencyResult.shares.map { _, share in
            String(format: "%9.1f", result.milliseconds(stage, notExceededBy: share) ?? 0)
        }
        let words = stage.words + String(repeating: " ", count: Self.width - stage.words.count)
        return "  \(words)\(values.joined())"
    }
}

extension LatencySource {
    fileprivate var words: String {
        switch self {
        case .microphone: "Played into a PulseAudio microphone"
        case .replay: "Replayed at the pace of speech"
        case .spoken: "Spoken"
        }
    }
}
