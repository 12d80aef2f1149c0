import Glibc

/// A sketch, where its machine code lies, and which lights stand on which pins.
struct Sketch {
    let name: String
    let path: String
    let lights: [Placement]

    /// One light: a plain LED has one pin, the lamp three (red, green, blue).
    struct Placement {
        let name: String
        let pins: [Int]
    }

    /// - Parameter choice: `voice_to_led`, `led_aduino`, or the path of a `.elf` or `.hex` file; a file whose name
    ///   begins with `led_aduino` has that sketch's lights, every other those of `voice_to_led`.
    /// - Throws: ``BoardError`` of kind `sketchMissing`.
    init(_ choice: String) throws(BoardError) {
        if choice.hasSuffix(".elf") || choice.hasSuffix(".hex") {
            path = choice
            name = String(choice.split(separator: "/").last!.dropLast(4))
        } else {
            guard choice == "voice_to_led" || choice == "led_aduino" else {
                throw BoardError(
                    .sketchMissing, "no sketch \"\(choice)\"", hint: "voice_to_led, led_aduino, or a .elf or .hex file")
            }
            name = choice
            path = try Self.find("\(choice).elf", what: "sketch")
        }
        let isBlinker = name.hasPrefix("led_aduino")
        lights =
            isBlinker
            ? Self.leds([2, 3, 4]) : Self.leds([13, 3, 4]) + [Placement(name: "LAMP", pins: [5, 6, 9])]
    }

    /// The bootloader that an Uno has beside its sketch: it runs first after the reset button, and for about a second
    /// takes another sketch from whoever offers one.
    ///
    /// - Throws: ``BoardError`` of kind `sketchMissing`.
    static func bootloader() throws(BoardError) -> String { try find("optiboot.hex", what: "bootloader") }

    private static func leds(_ pins: [Int]) -> [Placement] {
        pins.enumerated().map { Placement(name: "LED\($0.offset + 1)", pins: [$0.element]) }
    }

    /// Looks where `VOICELED_FIRMWARE` says; else in `firmware`, in one of the folders above the program, which is
    /// where `make firmware` leaves it.
    private static func find(_ file: String, what: String) throws(BoardError) -> String {
        let folders =
            if let folder = getenv("VOICELED_FIRMWARE") { [String(cString: folder)] } else { buildFolders() }
        for folder in folders where access("\(folder)/\(file)", R_OK) == 0 {
            return "\(folder)/\(file)"
        }
        throw BoardError(
            .sketchMissing, "cannot find the \(what) \(file): not in \(folders.last ?? "firmware")",
            hint: "build the sketches with: make firmware")
    }

    private static func buildFolders() -> [String] {
        guard let program = realpath("/proc/self/exe", nil) else { return [] }
        defer { free(program) }
        var parts = String(cString: program).split(separator: "/").dropLast()
        var folders: [String] = []
        while !parts.isEmpty, folders.count < 4 {
            folders.append("/" + parts.joined(separator: "/") + "/firmware")
            if parts.last == ".build" { break }
            parts.removeLast()
        }
        return folders
    }
}
