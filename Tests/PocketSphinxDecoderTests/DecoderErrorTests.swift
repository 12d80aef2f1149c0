import Foundation
import PocketSphinxDecoder
import Testing

@Suite("DecoderError")
struct DecoderErrorTests {
    @Test("names a model that is not there, and the package that has one")
    func missingModel() {
        var settings = Robot.settings
        settings.acousticModel = "/nowhere/model"
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .model)
        #expect(
            error?.description
                == "cannot load the acoustic model /nowhere/model: No such file or directory (/nowhere/model/mdef)")
        #expect(error?.hint == "install the English model with `sudo apt-get install pocketsphinx-en-us`")
    }

    @Test("refuses a folder whose mdef is something else, which would end the program")
    func notAModel() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data("no model".utf8).write(to: folder.appending(path: "mdef"))
        var settings = Robot.settings
        settings.acousticModel = folder.path
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .model)
        #expect(error?.reason == "it is not a model definition (\(folder.path)/mdef)")
    }

    @Test("refuses a grammar without its header, which would be printed to standard output")
    func headerless() {
        var settings = Robot.settings
        settings.grammar = "grammar robot; public <command> = go;"
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .grammar)
        #expect(error?.reason == "it does not begin with #JSGF")
    }

    @Test("names a word of the grammar that has no pronunciation")
    func missingWord() {
        var settings = Robot.settings
        settings.dictionary = .text("go G OW\nforward F AO R W ER D\nbackward B AE K W ER D\ntwo T UW\nten T EH N\n")
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .wordMissing("meters"))
        #expect(error?.description == "cannot use the grammar: the dictionary has no word \"meters\"")
        #expect(error?.hint == "add a line for \"meters\" and its phones to the dictionary")
        #expect(error?.log.contains { $0.contains("meters") } == true)
    }

    @Test("names the line of a dictionary that is wrong", arguments: [("go G OW\nten\n", 2), ("ten T XX N\n", 1)])
    func dictionaryLine(text: String, line: Int) {
        var settings = Robot.settings
        settings.dictionary = .text(text)
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .dictionary)
        #expect(error?.description.hasPrefix("line \(line) of the dictionary: ") == true)
    }

    @Test("says that a dictionary cannot be read")
    func missingDictionary() {
        var settings = Robot.settings
        settings.dictionary = .file(path: "/nowhere/commands.dict")
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .dictionary)
        #expect(error?.description == "cannot read the dictionary /nowhere/commands.dict: No such file or directory")
    }

    @Test(
        "refuses a grammar that is none, and lives on",
        arguments: [
            "", "hello", "#JSGF V1.0;", "#JSGF V1.0; grammar a; <a> = go;", "#JSGF V1.0; grammar a; public <a> = <b>;",
            "#JSGF V1.0; grammar a; public <a> = <a> go;", "#JSGF V1.0; grammar a; public <a> = (go;",
        ])
    func grammar(text: String) {
        var settings = Robot.settings
        settings.grammar = text
        let error = #expect(throws: DecoderError.self) { _ = try Decoder(settings) }
        #expect(error?.kind == .grammar)
        #expect(error?.description.hasPrefix("cannot use the grammar: ") == true)
        #expect(throws: Never.self) { _ = try Decoder(Robot.settings) }
    }
}
