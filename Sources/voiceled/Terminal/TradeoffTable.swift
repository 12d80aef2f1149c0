import Accuracy
import Foundation
import Recognition
import Session

/// What each threshold would keep and let through, in columns, and what can be known from so little sound.
struct TradeoffTable {
    private let style: Style

    init(_ style: Style) { self.style = style }

    func describe(_ result: CalibrationResult) -> String {
        let room = length(result.room.hours)
        var lines = [
            "\(result.phrases.all.clips.of("recording")) of phrases, \(room) of the room",
            style.faint("  threshold     right         wrong  false accepts   an hour   at most"),
        ]
        lines += result.rows.map { row($0, result) }
        lines.append(
            style.faint("  at most: what the count allows for, at 95 % (none in T hours: fewer than 3/T an hour)"))
        guard let choice = result.choice else { return lines.joined(separator: "\n") }
        let built = result.builtIn[.normal, default: 0]
        let direction =
            if choice.threshold == built {
                "as it is built in"
            } else if choice.threshold > built {
                "higher than built in, because of what was obeyed in the room"
            } else {
                "lower than built in, which the room shows to be safe"
            }
        lines.append("thresholds: \(Self.words(result.thresholds)); normal is \(direction)")
        let limit = number(result.limit)
        if choice.mostPerHour > result.limit {
            lines.append(
                "\(room) of the room cannot show that there are no more than \(limit) false accepts an hour, only no more "
                    + "than \(number(choice.mostPerHour)); that takes \(length(RateBound.hours(toShow: result.limit))) "
                    + "without any")
        } else {
            lines.append("\(room) of the room shows that there are no more than \(limit) false accepts an hour (95 %)")
        }
        return lines.joined(separator: "\n")
    }

    /// As `strict 0.81, normal 0.62, eager 0.34`.
    static func words(_ thresholds: [Caution: Double]) -> String {
        Caution.allCases.compactMap { caution in
            thresholds[caution].map { "\(caution.rawValue) \($0.rounded(toDecimals: 3))" }
        }.joined(separator: ", ")
    }

    private func row(_ threshold: Double, _ result: CalibrationResult) -> String {
        let point = result.tradeoff.point(at: threshold)
        let clips = Double(result.phrases.all.clips)
        let text = String(
            format: "  %9.3f  %5.0f  %5.1f %%  %8.0f  %13d  %8.1f  %8.1f", threshold, point.right * clips,
            100 * point.right, point.wrong * clips, point.falseAccepts, point.falseAcceptsPerHour,
            result.mostPerHour(at: threshold))
        let marks = Caution.allCases.compactMap { caution -> String? in
            let isBuiltIn = result.builtIn[caution] == threshold
            if result.thresholds[caution] == threshold { return caution.rawValue + (isBuiltIn ? ", as built in" : "") }
            return isBuiltIn ? "\(caution.rawValue) as built in" : nil
        }
        let isChosen = result.choice?.threshold == threshold
        let line = marks.isEmpty ? text : "\(text)  \(marks.joined(separator: ", "))"
        return isChosen ? style.good(line) : line
    }

    private func number(_ value: Double) -> String {
        value >= 10 ? String(format: "%.0f", value) : String(format: "%g", value.rounded(toDecimals: 3))
    }

    private func length(_ hours: Double) -> String { Duration.seconds(hours * 3_600).forPeople }
}

extension CalibrationResult {
    /// False accepts an hour that the count at this threshold allows for.
    func mostPerHour(at threshold: Double) -> Double {
        room.hours > 0 ? RateBound.most(given: tradeoff.point(at: threshold).falseAccepts) / room.hours : 0
    }
}
