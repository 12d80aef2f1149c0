import ArgumentParser

struct VoiceLED: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "voiceled",
        abstract: "Speak, type or replay a command; the LEDs of an Arduino obey. Offline.",
        discussion: """
            First steps without any hardware:
              voiceled demo                 recorded commands, simulated board
              voiceled repl --port sim      typed commands, simulated board
              voiceled listen --port sim    your microphone, simulated board

            With an Arduino that carries the sketch voice_to_led:
              voiceled ports                is it there?
              voiceled doctor               what is missing, and how to mend it
              voiceled send "light two on"  one command
              voiceled listen               say "red", "all off", "light two on"

            Exit status: 0 done; 1 nothing was understood or the board refused;
            2 wrong use or something is missing; 130 interrupted.
            """,
        version: "0.1.0",
        subcommands: [
            Listen.self, Calibrate.self, REPL.self, Send.self, Replay.self, Demo.self, Serve.self, Flash.self,
            Mics.self, Ports.self, DoctorCommand.self,
            GrammarCommand.self, WordsCommand.self, ModelsCommand.self, BenchCommand.self,
        ])
}
