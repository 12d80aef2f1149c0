import Foundation
import Testing

@testable import Session

@Suite("The link's events")
struct LinkChangeTests {
    private func json(_ change: LinkChange) throws -> [String: String] {
        let line = try #require(SessionEvent.link(change).json(at: 5))
        let object = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return object.mapValues { "\($0)" }
    }

    @Test("a board that went is lost, with the reason and the remedy")
    func lost() throws {
        let object = try json(.lost("/dev/ttyACM0 was unplugged", hint: "plug the board in again"))
        #expect(
            object == [
                "event": "link", "at": "5", "state": "lost", "message": "/dev/ttyACM0 was unplugged",
                "hint": "plug the board in again",
            ])
        #expect(try json(.lost("the board has restarted", hint: nil))["hint"] == nil)
    }

    @Test("a board that is back says what set its lights")
    func restored() throws {
        let line = try #require(SessionEvent.link(.restored(["LED2 ON", "LAMP LEVEL 40"])).json(at: 5))
        #expect(
            line
                == #"{"at":5,"commands":["LED2 ON","LAMP LEVEL 40"],"event":"link","message":"the board answers again; "#
                + #"its lights were set as before: LED2 ON, LAMP LEVEL 40","state":"restored"}"#)
        #expect(try json(.restored([]))["message"] == "the board answers again; its lights are as they were")
    }
}
