import Glibc
import LineEditor
import TerminalFixtures
import Testing

@Suite("HistoryFile")
struct HistoryFileTests {
    @Test("stands where the XDG specification says")
    func standard() {
        #expect(HistoryFile.standard(environment: ["XDG_STATE_HOME": "/s"])?.path == "/s/voiceled/history")
        #expect(HistoryFile.standard(environment: ["HOME": "/h"])?.path == "/h/.local/state/voiceled/history")
        #expect(
            HistoryFile.standard(environment: ["XDG_STATE_HOME": "relative", "HOME": "/h"])?.path
                == "/h/.local/state/voiceled/history")
        #expect(HistoryFile.standard(environment: [:]) == nil)
    }

    @Test("is empty where there is no file yet")
    func missing() throws {
        let folder = TemporaryFolder()
        #expect(try HistoryFile(path: folder.path + "/none").load().lines == [])
    }

    @Test("gives back what was appended, by any program that shares it, none twice")
    func appended() throws {
        let folder = TemporaryFolder()
        let one = HistoryFile(path: folder.path + "/a/b/history")
        let other = HistoryFile(path: folder.path + "/a/b/history")
        try one.append("red")
        try other.append("불 켜 줘")
        try one.append("red")
        #expect(try other.load().lines == ["불 켜 줘", "red"])
    }

    @Test("is for its owner's eyes alone")
    func permissions() throws {
        let folder = TemporaryFolder()
        try HistoryFile(path: folder.path + "/a/history").append("red")
        var status = stat()
        #expect(stat(folder.path + "/a/history", &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
    }

    @Test("keeps the newest lines and shortens a file that has grown")
    func shortened() throws {
        let folder = TemporaryFolder()
        let file = HistoryFile(path: folder.path + "/history", limit: 3)
        for number in 0..<20 { try file.append("\(number)") }
        #expect(try file.load().lines == ["17", "18", "19"])
        var status = stat()
        stat(file.path, &status)
        #expect(status.st_size == 9)
    }

    @Test("passes over lines that are not UTF-8")
    func notUTF8() throws {
        let folder = TemporaryFolder()
        let file = HistoryFile(path: folder.path + "/history")
        let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o600)
        write(descriptor, [0x72, 0x65, 0x64, 0x0A, 0xFF, 0x0A] as [UInt8], 6)
        close(descriptor)
        #expect(try file.load().lines == ["red"])
    }

    @Test("says why it cannot be read")
    func unreadable() {
        let error = #expect(throws: LineEditorError.self) { try HistoryFile(path: "/").load() }
        #expect(error?.kind == .historyFailed)
        #expect(error?.description == "cannot read the history in /: Is a directory (read: errno 21)")
    }
}
