import Foundation
import Recognition
import Testing

@testable import Session

@Suite("Calibration file")
struct CalibrationFileTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "calibration-\(UUID())").path
    private var file: CalibrationFile { CalibrationFile(path: folder + "/a/shed.txt") }

    private func thresholds(_ normal: Double) -> Calibration {
        var calibration = Calibration()
        calibration.thresholds = [.strict: 0.9, .normal: normal, .eager: 0.3]
        calibration.measuredWith = "aa"
        return calibration
    }

    @Test("stands where the XDG specification says, one for each vocabulary")
    func place() {
        func path(_ grammar: String, _ environment: [String: String]) -> String? {
            CalibrationFile.standard(of: grammar, environment: environment)?.path
        }
        #expect(path("shed", ["XDG_CONFIG_HOME": "/x", "HOME": "/h"]) == "/x/voiceled/calibration/shed.txt")
        #expect(path("com.a.b", ["HOME": "/h"]) == "/h/.config/voiceled/calibration/com.a.b.txt")
        #expect(
            path("a/../b c", ["XDG_CONFIG_HOME": "x", "HOME": "/h"]) == "/h/.config/voiceled/calibration/a_.._b_c.txt")
        #expect(path("shed", [:]) == nil)
    }

    @Test("is made with its folders, read again, and taken back and forth")
    func wholeWay() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        #expect(try file.read() == nil)
        try file.write(thresholds(0.6), remarks: ["first"])
        #expect(try file.read() == thresholds(0.6))
        try file.write(thresholds(0.7), remarks: ["second"])
        try file.undo()
        #expect(try file.read() == thresholds(0.6))
        try file.undo()
        #expect(try file.read() == thresholds(0.7))
    }

    @Test("the first one can be taken back, too")
    func firstUndone() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try file.write(thresholds(0.6), remarks: [])
        try file.undo()
        #expect(try file.read() == Calibration())
        #expect(try CalibrationInUse(.file(file.path), for: "shed", measuredWith: "aa") == nil)
        try file.undo()
        #expect(try file.read() == thresholds(0.6))
    }

    @Test("what a user wrote survives a calibration and its undoing")
    func userLines() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder + "/a", withIntermediateDirectories: true)
        let mine = "# slow speaker\npause_ms 250\nthreshold_normal 0.5\n"
        try mine.write(toFile: file.path, atomically: true, encoding: .utf8)
        try file.write(thresholds(0.6), remarks: ["x"])
        #expect(try file.read()?.endpointer == [.pause: 250])
        #expect(try String(contentsOfFile: file.path, encoding: .utf8).contains("# slow speaker\npause_ms 250"))
        try file.undo()
        #expect(try String(contentsOfFile: file.path, encoding: .utf8) == mine)
    }

    @Test("without a calibration before there is nothing to undo")
    func nothingToUndo() {
        let failure = #expect(throws: CalibrationFailure.self) { try file.undo() }
        #expect(failure?.description == "there is nothing to undo: \(file.path).previous is not there")
        #expect(failure?.hint?.contains("--grammar") == true)
    }

    @Test("a place that cannot be written to is named, and nothing is changed")
    func unwritable() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try "a file".write(toFile: folder + "/a", atomically: true, encoding: .utf8)
        let failure = #expect(throws: CalibrationFailure.self) { try file.write(thresholds(0.6), remarks: []) }
        #expect(failure?.description.hasPrefix("cannot write \(file.path): ") == true, "\(failure?.description ?? "")")
        #expect(failure?.hint == "nothing was changed; make its folder writable, or set XDG_CONFIG_HOME to one that is")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["a"])
    }

    @Test("says in one line what it changes")
    func words() throws {
        defer { try? FileManager.default.removeItem(atPath: folder) }
        var calibration = thresholds(0.6)
        try file.write(calibration, remarks: [])
        let used = try #require(try CalibrationInUse(.file(file.path), for: "shed", measuredWith: "aa"))
        #expect(used.description == "calibrated by \(file.path): thresholds strict 0.9, normal 0.6, eager 0.3")
        let stale = try #require(try CalibrationInUse(.file(file.path), for: "shed", measuredWith: "bb"))
        #expect(stale.isStale)
        #expect(
            stale.description == "the thresholds in \(file.path) are not used: they were measured with other models; "
                + "run `voiceled calibrate` again")
        calibration.measuredWith = nil
        let text = calibration.replacingThresholds(in: "pause_ms 250", remarks: [])
        try text.write(toFile: file.path, atomically: true, encoding: .utf8)
        let byHand = try #require(try CalibrationInUse(.file(file.path), for: "shed", measuredWith: "bb"))
        #expect(!byHand.isStale)
        #expect(
            byHand.description
                == "calibrated by \(file.path): thresholds strict 0.9, normal 0.6, eager 0.3, pause_ms 250")
        #expect(try CalibrationInUse(.none, for: "shed", measuredWith: "aa") == nil)
        #expect(throws: (any Error).self) {
            try CalibrationInUse(.file("/nowhere/c.txt"), for: "shed", measuredWith: "aa")
        }
    }
}
