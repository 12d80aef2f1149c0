import Foundation
import Session

/// Tells what each engine hears, to a person or to a program.
struct InferenceReporter: Sendable {
    private let json: Bool
    private let style = Style.standard

    init(json: Bool) { self.json = json }

    func tell(_ file: String) {
        if !json { Output.standard.line(file) }
    }

    func tell(_ inference: Inference, of file: String) {
        if json {
            // An engine that heard nothing has its line too.
            let nothing: [String: JSONValue] = ["text": .init("")]
            let guesses = inference.guesses.map(\.jsonBody)
            for guess in guesses.isEmpty ? [nothing] : guesses {
                let origin: [String: JSONValue] = [
                    "file": .init(file), "engine": .init(inference.engine), "problem": .init(inference.problem),
                ]
                Output.standard.event("inference", origin.merging(guess) { $1 })
            }
            return
        }
        let name = inference.engine + String(repeating: " ", count: max(0, 24 - inference.engine.count))
        if let problem = inference.problem { return Output.standard.line("  \(name)\(style.bad(problem))") }
        if inference.guesses.isEmpty { return Output.standard.line("  \(name)\(style.faint("nothing"))") }
        for guess in inference.guesses { Output.standard.line("  \(name)\(describe(guess))") }
    }

    private func describe(_ guess: Inference.Guess) -> String {
        var parts = [guess.text.isEmpty ? style.faint("no words") : "\"\(guess.text)\""]
        if !guess.meaning.isEmpty { parts.append(style.faint("(\(guess.meaning))")) }
        if let span = guess.span { parts.append(String(format: "%.2f-%.2f s", span.start, span.end)) }
        if let confidence = guess.confidence { parts.append(String(format: "confidence %.2f", confidence)) }
        if let score = guess.score { parts.append(String(format: "score %.1f", score)) }
        if guess.isAccepted == true { parts.append(style.good("obeyed")) }
        if let reason = guess.reason { parts.append(style.warning("refused: \(reason)")) }
        return parts.joined(separator: "  ")
    }
}

extension Inference.Guess {
    fileprivate var jsonBody: [String: JSONValue] {
        var body: [String: JSONValue] = ["text": .init(text), "meaning": .init(meaning), "reason": .init(reason)]
        if let span { body.merge(["start": .init(span.start), "end": .init(span.end)]) { $1 } }
        if let confidence { body["confidence"] = .init(confidence) }
        if let score { body["score"] = .init(score) }
        if let isAccepted { body["accepted"] = .init(isAccepted) }
        return body
    }
}
