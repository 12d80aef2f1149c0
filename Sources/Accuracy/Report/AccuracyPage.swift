internal import Drawing

/// Everything that was found, as one page of HTML that needs no other file.
public struct AccuracyPage: Sendable {
    private let accuracies: [AccuracyScore]
    private let falseAccepts: [FalseAccepts]
    private let facts: [(name: String, value: String)]

    /// - Parameter facts: how it was measured, in the order to be shown.
    public init(
        _ accuracies: [AccuracyScore], _ falseAccepts: [FalseAccepts], facts: [(name: String, value: String)]
    ) {
        self.accuracies = accuracies
        self.falseAccepts = falseAccepts
        self.facts = facts
    }

    /// More misses of one list are not listed, and more are not to be heard.
    static let mostMisses = 500
    static let mostSounds = 150
    /// Of the sounds of one page, as written there.
    static let mostSoundCharacters = 24_000_000
    /// More labels or speakers have no bar each.
    private static let mostBars = 60

    /// - Parameter sound: the address under which a browser plays a recording, as a rule `data:`; `nil` if there is none.
    ///   Called for so many misses as the page has room for.
    public func html(sound: (Clip, _ snr: Double?) -> String?) -> String {
        var page = Self.head
        page += "<h1>How well it hears</h1>\n" + summary
        page += table(["", ""], facts.map { [$0.name, $0.value] }, hasHeading: false)
        if accuracies.count > 1 { page += figure(byNoise) }
        if !accuracies.isEmpty, !falseAccepts.isEmpty {
            page += figure(DetectionChart(accuracies, falseAccepts).picture())
        }
        var sounds = SoundBudget(sounds: Self.mostSounds, characters: Self.mostSoundCharacters)
        for score in accuracies { page += section(score, &sounds, sound) }
        for accepts in falseAccepts { page += section(accepts, &sounds, sound) }
        return page + "</body>\n</html>\n"
    }

    private var summary: String {
        let right = accuracies.map { score in
            [
                score.manifest, score.condition, "\(score.all.clips)", Self.percent(score.all.rightShare),
                score.interval.map { "\(Self.percent($0.lower)) to \(Self.percent($0.upper))" } ?? "one speaker",
                Self.percent(score.all.wrongShare), "\(score.rightAmongWrong)", Self.percent(score.all.refusedShare),
            ]
        }
        let negatives = falseAccepts.map { accepts in
            let share = Double(accepts.clipsObeyed) / Double(max(1, accepts.results.count))
            return [
                accepts.manifest, "\(accepts.results.count)", "\(accepts.hours.text(decimals: 2)) h",
                "\(accepts.count)", accepts.perHour.text(decimals: 1), Self.percent(share),
            ]
        }
        var html = ""
        if !right.isEmpty {
            html += table(
                [
                    "recordings", "noise", "number", "right", "95 % over speakers", "wrong", "of these also right",
                    "refused",
                ], right)
        }
        if !negatives.isEmpty {
            html += table(
                ["nothing to be obeyed in", "number", "length", "false accepts", "an hour", "of the recordings"],
                negatives)
        }
        return html
    }

    private var byNoise: SVG {
        let noisy = accuracies.compactMap { score in score.snr.map { (snr: $0, score: score) } }.sorted {
            $0.snr < $1.snr
        }
        func line(_ name: String, _ share: (Share) -> Double) -> LineChart.Series {
            let points = noisy.map { Point($0.snr, 100 * share($0.score.all)) }
            return .init(name, points: points, dots: points.map { ($0, "\($0.y.text(decimals: 1)) % \(name)") })
        }
        let range = noisy.isEmpty ? 0...1 : noisy[0].snr...noisy[noisy.count - 1].snr
        return LineChart(
            "By noise", horizontal: Axis("decibels between speech and noise", over: range),
            vertical: Axis("% of the recordings", over: 0...100),
            series: [line("right", \.rightShare), line("wrong", \.wrongShare), line("refused", \.refusedShare)]
        ).picture()
    }

    private func section(
        _ score: AccuracyScore, _ sounds: inout SoundBudget, _ sound: (Clip, Double?) -> String?
    ) -> String {
        var html = "<h2>\(XMLText.escape(score.manifest)), \(score.condition)</h2>\n"
        // Labels that come once each tell no more than the list of misses.
        if score.labels.count * 2 <= score.all.clips {
            html += bars("By label", score.labels.map { ($0.label, $0.share) })
        }
        if score.speakers.count > 1 {
            let spread = score.speakers.map { ($0.speaker, $0.share) }.sorted { $0.1.rightShare < $1.1.rightShare }
            html += bars("By speaker, the worst first", spread)
        }
        if !score.confusions.isEmpty {
            html += "<h3>Taken for something else</h3>\n"
            html += table(
                ["said", "heard", "times"],
                score.confusions.prefix(Self.mostBars).map { [$0.label, $0.heard, "\($0.count)"] })
        }
        let misses = score.results.filter { $0.verdict() != .right }
        let rows = misses.map { result in
            let words = result.answers.map { answer in
                answer.isAccepted ? "“\(answer.text)”" : "“\(answer.text)” refused: \(answer.reason ?? "")"
            }
            return Miss(
                clip: result.clip, snr: score.snr,
                cells: [
                    result.clip.label?.text ?? "", words.joined(separator: "; "), result.verdict().rawValue,
                    Self.confidence(result.answers), result.clip.speaker, result.clip.name,
                ])
        }
        return html
            + list("Misses", ["said", "heard", "verdict", "confidence", "speaker", "file"], rows, &sounds, sound)
    }

    private func section(
        _ accepts: FalseAccepts, _ sounds: inout SoundBudget, _ sound: (Clip, Double?) -> String?
    ) -> String {
        let rows = accepts.results.filter { !$0.obeyed().isEmpty }.map { result in
            let words = result.obeyed().map { "“\($0.text)” at \($0.start.text(decimals: 1)) s" }
            return Miss(
                clip: result.clip, snr: nil,
                cells: [
                    words.joined(separator: "; "), Self.confidence(result.obeyed()), result.clip.speaker,
                    result.clip.name,
                ])
        }
        return "<h2>\(XMLText.escape(accepts.manifest))</h2>\n"
            + list("False accepts", ["heard", "confidence", "speaker", "file"], rows, &sounds, sound)
    }

    private struct Miss {
        let clip: Clip
        let snr: Double?
        let cells: [String]
    }

    private func list(
        _ title: String, _ columns: [String], _ misses: [Miss], _ sounds: inout SoundBudget,
        _ sound: (Clip, Double?) -> String?
    ) -> String {
        guard !misses.isEmpty else { return "<p>No \(title.lowercased()).</p>\n" }
        let shown = Self.evenly(misses, Self.mostMisses)
        let audible = sounds.choose(of: shown.count)
        var heard = 0
        var rows = ""
        for (index, miss) in shown.enumerated() {
            rows += "<tr>" + miss.cells.map { "<td>\(XMLText.escape($0))</td>" }.joined()
            if audible.contains(index), let address = sound(miss.clip, miss.snr), sounds.take(address.utf8.count) {
                heard += 1
                rows += "<td><audio controls preload=\"none\" src=\"\(XMLText.escape(address))\"></audio></td></tr>\n"
            } else {
                rows += "<td></td></tr>\n"
            }
        }
        let heading = (columns + ["sound"]).map { "<th>\($0)</th>" }.joined()
        let count = shown.count < misses.count ? "\(shown.count) of \(misses.count) are listed, evenly chosen; " : ""
        return "<h3>\(title): \(misses.count)</h3>\n<p>\(count)\(heard) can be listened to (a page holds at most "
            + "\(Self.mostSounds) sounds and \(Self.mostSoundCharacters / 1_000_000) MB of them).</p>\n"
            + "<table class=\"misses\"><thead><tr>\(heading)</tr></thead><tbody>\n\(rows)</tbody></table>\n"
    }

    private func bars(_ title: String, _ shares: [(name: String, share: Share)]) -> String {
        guard shares.count > 1 else { return "" }
        let isCut = shares.count > Self.mostBars
        let shown =
            isCut ? Array(shares.sorted { $0.share.rightShare < $1.share.rightShare }.prefix(Self.mostBars)) : shares
        return figure(
            ShareChart(
                isCut ? "\(title): the worst \(Self.mostBars) of \(shares.count)" : title,
                kinds: [Kind("right", .green), Kind("wrong", .vermilion), Kind("refused", .orange)],
                bars: shown.map { .init($0.name, counts: [$0.share.right, $0.share.wrong, $0.share.refused]) }
            ).picture(width: 760))
    }

    private func figure(_ svg: SVG) -> String { "<figure>\(svg.document)</figure>\n" }

    private func table(_ columns: [String], _ rows: [[String]], hasHeading: Bool = true) -> String {
        let heading =
            hasHeading
            ? "<thead><tr>\(columns.map { "<th>\(XMLText.escape($0))</th>" }.joined())</tr></thead>" : ""
        let body = rows.map { "<tr>\($0.map { "<td>\(XMLText.escape($0))</td>" }.joined())</tr>\n" }.joined()
        return "<table>\(heading)<tbody>\n\(body)</tbody></table>\n"
    }

    private static func percent(_ share: Double) -> String { "\((100 * share).text(decimals: 1)) %" }

    private static func confidence(_ answers: [Answer]) -> String {
        answers.map { $0.confidence.text(decimals: 2) }.joined(separator: ", ")
    }

    /// At most `count` of `all`, from everywhere.
    private static func evenly<Element>(_ all: [Element], _ count: Int) -> [Element] {
        all.count <= count ? all : (0..<count).map { all[$0 * all.count / count] }
    }

    private static let head = """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>VoiceLED: how well it hears</title>
        <style>
        body { font: 15px/1.45 "DejaVu Sans", Verdana, sans-serif; max-width: 84rem; margin: 2rem auto; padding: 0 1rem;
          color: #222; background: #fff; }
        table { border-collapse: collapse; margin: 0.6rem 0 1.4rem; }
        th, td { border-bottom: 1px solid #ddd; padding: 0.25rem 0.7rem; text-align: left; vertical-align: top; }
        th { background: #f4f4f4; position: sticky; top: 0; }
        .misses td { overflow-wrap: anywhere; min-width: 5.5rem; }
        figure { margin: 1rem 0; }
        svg { max-width: 100%; height: auto; border: 1px solid #e4e4e4; }
        audio { height: 1.9rem; width: 14rem; }
        </style>
        </head>
        <body>

        """
}
