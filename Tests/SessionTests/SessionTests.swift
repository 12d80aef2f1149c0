import CommandLanguage
import Synchronization
import Testing

@testable import Session

@Suite("Session")
struct SessionTests {
    /// Collects what a session reports.
    private final class Log: Sendable {
        private let events = Mutex<[SessionEvent]>([])
        func tell(_ event: SessionEvent) { events.withLock { $0.append(event) } }
        var lines: [String] { events.withLock { $0.compactMap { $0.json(at: 1) } } }
    }

    private func session(_ log: Log = Log()) async throws -> Session {
        Session(grammar: try Garden.grammar(), lights: try await .open(.none), report: { log.tell($0) })
    }

    @Test("without a board tells what would be sent")
    func withoutBoard() async throws {
        let session = try await session()
        let (decision, reports) = await session.obey(Heard(text: "lamp on", origin: .typed))
        #expect(decision.isAccepted)
        #expect(reports.map(\.command) == ["LAMP ON"])
        #expect(reports.map(\.outcome) == [.notSent])
    }

    @Test("sends what shall be, not what shall change")
    func toggle() async throws {
        let session = try await session()
        var sent: [String] = []
        for _ in 0..<3 {
            sent += await session.obey(Heard(text: "fountain toggle", origin: .typed)).reports.map(\.command)
        }
        #expect(sent == ["LED1 ON", "LED1 OFF", "LED1 ON"])
    }

    @Test("refuses what the board cannot do, in words that say what can")
    func beyondTheBoard() async throws {
        let session = try await session()
        let color = await session.obey(Heard(text: "fountain red", origin: .typed)).decision
        #expect(color.reason == "LED 1 has no colour; the lamp has one")
        let led = await session.obey(Heard(text: "sky blue", origin: .typed)).decision
        #expect(led.reason == "there is no LED 77; this board has LED 1 to 3 and a lamp")
        #expect(await session.tally.refused == 2)
    }

    @Test("falls asleep and wakes by its own words")
    func sleep() async throws {
        let session = try await session()
        var accepted: [Bool] = []
        for text in ["sleep", "lamp on", "wake", "lamp on"] {
            accepted.append(await session.obey(Heard(text: text, origin: .typed)).decision.isAccepted)
        }
        #expect(accepted == [true, false, true, true])
    }

    @Test("reports one utterance and its commands as lines of JSON")
    func json() async throws {
        let log = Log()
        let session = try await session(log)
        await session.obey(
            Heard(
                text: "fountain on and lamp red", origin: .recording(path: "a.wav"),
                span: Heard.Span(start: 0.25, end: 1.5), engine: .primary, coverage: 0.75, latency: .milliseconds(412)))
        await session.end()
        #expect(
            log.lines == [
                #"{"accepted":true,"at":1,"commands":["LED1 ON","LAMP RGB ff0000"],"confidence":0.75,"end":1.5,"#
                    + #""engine":"primary","event":"utterance","file":"a.wav","latency_ms":412,"reason":null,"#
                    + #""slots":{"color":"red","led":["1","lamp"],"power":"on","then":""},"start":0.25,"#
                    + #""text":"fountain on and lamp red"}"#,
                #"{"at":1,"attempts":0,"command":"LED1 ON","event":"board","latency_ms":0,"result":"not sent"}"#,
                #"{"at":1,"attempts":0,"command":"LAMP RGB ff0000","event":"board","latency_ms":0,"result":"not sent"}"#,
                #"{"at":1,"comparisons":0,"dropped_samples":0,"event":"end","failed_commands":0,"heard":1,"#
                    + #""heard_by_fallback":0,"late_comparisons":0,"obeyed":1,"overruns":0,"recognizer_failures":0,"#
                    + #""refused":0,"second_opinions":0,"workers_lost":0}"#,
            ])
    }
}
