import Foundation
import PocketSphinxDecoder

/// The robot of `pocketsphinx-testdata`: one recording, "go forward ten meters", and a grammar that fits it.
enum Robot {
    static let settings = DecoderSettings(
        acousticModel: DecoderSettings.englishModel,
        dictionary: .text(
            """
            ;;; A comment.
            go G OW
            forward F AO R W ER D
            backward B AE K W ER D
            two T UW
            ten T EH N
            meters M IY T ER Z
            """),
        grammar: """
            #JSGF V1.0;
            grammar robot;
            public <move> = go (forward | backward) (two | ten) meters {unit=m};
            """)

    /// 16 kHz mono.
    static let recording: [Int16] = {
        let bytes = try! Data(contentsOf: URL(filePath: "/usr/share/pocketsphinx/test/data/goforward.raw"))
        return bytes.withUnsafeBytes { Array($0.bindMemory(to: Int16.self)) }
    }()
}
