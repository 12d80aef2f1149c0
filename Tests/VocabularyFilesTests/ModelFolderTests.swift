import Foundation
import Testing

@testable import VocabularyFiles

@Suite("ModelFolder")
struct ModelFolderTests {
    @Test("is found above the program, as built and as installed")
    func aboveProgram() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: root) }
        for models in ["\(root)/built/Models", "\(root)/usr/share/voiceled/Models"] {
            try FileManager.default.createDirectory(atPath: models + "/en", withIntermediateDirectories: true)
            try Data().write(to: URL(filePath: models + "/en/commands.gram"))
        }
        let built = try ModelFolder.find(environment: [:], programFolder: "\(root)/built/.build/release")
        #expect(built.path == "\(root)/built/Models")
        let installed = try ModelFolder.find(environment: [:], programFolder: "\(root)/usr/bin")
        #expect(installed.path == "\(root)/usr/share/voiceled/Models")
    }

    @Test("an environment variable that leads nowhere is named")
    func wrongVariable() {
        let error = #expect(throws: VocabularyError.self) {
            try ModelFolder.find(environment: ["VOICELED_MODELS": "/nowhere"], programFolder: "/")
        }
        #expect(error?.description == "VOICELED_MODELS is /nowhere, but /nowhere/en/commands.gram is not there")
    }
}
