import RecognizerServer
import Testing

@Suite("ServerAddress")
struct ServerAddressTests {
    @Test("is read from a URI and written as one")
    func roundTrip() {
        for uri in ["stdio://", "unix:///run/a b.sock", "tcp://127.0.0.1:10300", "tcp://[::1]:0", "tcp://localhost:1"] {
            #expect(ServerAddress(uri)?.description == uri)
        }
    }

    @Test(
        "is nothing else",
        arguments: [
            "", "tcp://", "tcp://:1", "tcp://host", "tcp://host:", "tcp://host:65536", "tcp://host:-1", "tcp://::1:5",
            "unix://", "http://host:1", "/run/x.sock",
        ])
    func refused(uri: String) {
        #expect(ServerAddress(uri) == nil)
    }
}
