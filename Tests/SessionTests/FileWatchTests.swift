import Foundation
import Testing
import VocabularyFiles

@testable import Session

@Suite("FileWatch")
struct FileWatchTests {
    private final class Folder {
        let path = FileManager.default.temporaryDirectory.appending(path: "watch-\(UUID())").path

        init() throws { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) }

        func write(_ text: String, to name: String) throws {
            try text.write(toFile: "\(path)/\(name)", atomically: false, encoding: .utf8)
        }

        func rename(_ old: String, to new: String) throws {
            guard Glibc.rename("\(path)/\(old)", "\(path)/\(new)") == 0 else { throw CocoaError(.fileWriteUnknown) }
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }
    }

    @Test("tells of a file that is written over, replaced, linked and removed and made anew")
    func ways() async throws {
        let folder = try Folder()
        try folder.write("one", to: "a.gram")
        let watch = try FileWatch(files: [folder.path + "/a.gram"])
        var changes = watch.changes.makeAsyncIterator()

        try folder.write("two", to: "a.gram")
        await changes.next()
        try folder.write("three", to: "a.gram.new")
        try folder.rename("a.gram.new", to: "a.gram")
        await changes.next()
        try FileManager.default.removeItem(atPath: folder.path + "/a.gram")
        try folder.write("four", to: "a.gram")
        await changes.next()
        try folder.write("five", to: "a.gram")
        await changes.next()
        #expect(try String(contentsOfFile: folder.path + "/a.gram", encoding: .utf8) == "five")
    }

    @Test("tells of the file behind a symbolic link")
    func link() async throws {
        let (folder, other) = (try Folder(), try Folder())
        try other.write("one", to: "real.gram")
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/a.gram", withDestinationPath: other.path + "/real.gram")
        let watch = try FileWatch(files: [folder.path + "/a.gram"])
        var changes = watch.changes.makeAsyncIterator()
        try other.write("two", to: "real.gram")
        await changes.next()
    }

    @Test("finds a folder again that was taken away and put back")
    func folderReplaced() async throws {
        let folder = try Folder()
        try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
        try folder.write("one", to: "in/a.gram")
        let watch = try FileWatch(files: [folder.path + "/in/a.gram"])
        var changes = watch.changes.makeAsyncIterator()
        try folder.rename("in", to: "out")
        try FileManager.default.createDirectory(atPath: folder.path + "/in", withIntermediateDirectories: true)
        try folder.write("two", to: "in/a.gram")
        await changes.next()
        try folder.write("three", to: "in/a.gram")
        await changes.next()
    }

    @Test("ends its stream's thread when it goes away")
    func ending() async throws {
        let folder = try Folder()
        var watch: FileWatch? = try FileWatch(files: [folder.path + "/a.gram"])
        let changes = watch!.changes
        watch = nil
        for await _ in changes {}
        #expect(watch == nil)
    }
}
