import Accuracy
import CommandLanguage

extension AccuracyBench {
    /// One page of HTML with everything in `result`, its misses to be listened to as they were heard.
    public func page(of result: AccuracyResult) -> String {
        let facts = [
            ("grammar", grammar.name),
            (
                "heard",
                "\(result.clips) of \(result.totalClips) recordings, \((result.seconds / 60).rounded(toDecimals: 1)) min"
            ),
            ("processor time for a second of sound", "\(result.realTimeFactor.rounded(toDecimals: 3)) s"),
            ("seed", "\(seed)"),
            ("left out, because the grammar cannot mean the label", "\(leftOutCount)"),
            ("could not be heard", "\(result.problems.count)"),
        ]
        return AccuracyPage(result.accuracies, result.falseAccepts, facts: facts).html {
            soundAddress(of: $0, snr: $1)
        }
    }
}
