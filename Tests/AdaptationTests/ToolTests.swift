import Foundation
import Testing

@testable import Adaptation

@Suite("Programs of others")
struct ToolTests {
    @Test("one that hangs is ended, and named with its time")
    func hanging() async throws {
        let folder = try WorkFolder()
        let program = folder.path + "/bw"
        // It notes who it is, so that the test can see that it has gone.
        try folder.write("#!/bin/sh\necho $$ > \(folder.path)/pid\nexec sleep 1000\n", to: "bw")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let error = await #expect(throws: AdaptationError.self) {
            try await Tool.run(program, [], within: .seconds(8))
        }
        #expect(error?.kind == .timedOut)
        #expect(error?.description == "bw did not end within 8.0 seconds")
        let process = try String(contentsOfFile: folder.path + "/pid", encoding: .utf8)
            .trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(!FileManager.default.fileExists(atPath: "/proc/\(process)/cmdline"))
    }

    @Test("one that fails is quoted")
    func failing() async {
        let error = await #expect(throws: AdaptationError.self) {
            try await Tool.run(
                "sh", ["-c", "echo INFO: fine; echo 'ERROR: no such phone'; exit 3"], within: .seconds(20))
        }
        #expect(error?.description == "sh failed: ERROR: no such phone")
    }

    @Test("what is not installed is named, with the packages")
    func missing() {
        let error = #expect(throws: AdaptationError.self) { try Toolkit(folder: "/nowhere") }
        #expect(error?.description.contains("/nowhere/bw") == true)
        #expect(error?.hint?.contains("sphinxtrain") == true)
    }
}
