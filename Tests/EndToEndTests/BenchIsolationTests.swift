import Foundation
import TerminalFixtures
import Testing

extension EndToEnd {
    @Suite("voiceled bench isolation")
    struct BenchIsolationTests {
        private struct Row: Decodable {
            let event: String
            let what: String
            let unit: String
            let thread: Value
            let process: Value

            enum Value: Decodable, Equatable {
                case number(Double)
                case survives(Bool)

                init(from decoder: any Decoder) throws {
                    let container = try decoder.singleValueContainer()
                    if let survives = try? container.decode(Bool.self) {
                        self = .survives(survives)
                    } else {
                        self = .number(try container.decode(Double.self))
                    }
                }
            }

            init(parsing line: String) throws { self = try JSONDecoder().decode(Row.self, from: Data(line.utf8)) }
        }

        private static let faults = ["exit", "abort", "segfault", "stop"]

        @Test("measures everything of a thread and of a process, lets both die, and leaves nothing behind")
        func everything() async throws {
            let folder = TemporaryFolder()
            let chart = folder.path + "/chart.svg"
            let program = try Program("voiceled", ["bench", "isolation", "--rounds", "2", "--json", "--chart", chart])
            var rows: [String: Row] = [:]
            // It prints when all is measured.
            let ending = try await program.ended(within: .seconds(300))
            for line in ending.lines {
                let row = try Row(parsing: line)
                #expect(row.event == "isolation")
                rows[row.what] = row
            }
            let expected =
                [
                    "start_bare", "start_to_answer", "memory", "memory_private", "memory_shared", "samples_arrive_p50",
                    "samples_arrive_p99", "hand_off_p50", "hand_off_p99", "context_switches", "preemptions",
                    "throughput",
                ] + Self.faults.flatMap { ["survives_\($0)", "well_\($0)", "well_\($0)_cold"] }
            #expect(Set(rows.keys) == Set(expected))
            for fault in Self.faults {
                #expect(rows["survives_\(fault)"]?.thread == .survives(false), "\(fault)")
                #expect(rows["survives_\(fault)"]?.process == .survives(true), "\(fault)")
            }
            for what in ["start_bare", "start_to_answer", "memory", "samples_arrive_p50", "throughput", "well_abort"] {
                for value in [rows[what]?.thread, rows[what]?.process] {
                    guard case .number(let number) = value else { continue }
                    #expect(number > 0, "\(what)")
                }
            }
            #expect(ending.status == 0, "\(ending.errors)")
            #expect(ending.leftovers == [])
            #expect(try String(contentsOfFile: chart, encoding: .utf8).contains("</svg>"))
        }

        @Test("looks whether the chart can be written before it measures")
        func unwritable() async throws {
            for (chart, message) in [
                ("/nowhere/chart.svg", "--chart /nowhere/chart.svg: there is no folder /nowhere"),
                ("chart.jpg", "--chart chart.jpg: the name has to end in .svg or .png"),
            ] {
                let ending = try await Program("voiceled", ["bench", "isolation", "--chart", chart]).ended()
                #expect(ending.status == 2)
                #expect(ending.errors.contains(message), "\(ending.errors)")
            }
        }

        @Test("prints what it has when it is interrupted")
        func interrupted() async throws {
            let program = try Program("voiceled", ["bench", "isolation", "--rounds", "100", "--json"])
            try await program.startsRecognizer()
            program.signal(SIGINT)
            let ending = try await program.ended()
            let rows = try ending.lines.map { try Row(parsing: $0) }
            #expect(
                rows.map(\.what) == [
                    "start_bare", "start_to_answer", "memory", "memory_private", "memory_shared",
                ])
            #expect(ending.status == 130)
            #expect(ending.leftovers == [])
        }
    }
}
