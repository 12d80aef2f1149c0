import Testing

@testable import Pronunciation

@Suite("EspeakTranscription")
struct EspeakTranscriptionTests {
    @Test(
        "gives the phones of the CMU dictionary",
        arguments: [
            ("m_'u:_v_i", "M UW V IY"),
            ("n_'aI_t", "N AY T"),
            ("b_j_'u:_t#_i_f_@L", "B Y UW T IY F AH L"),
            ("s_k_w_'e@", "S K W EH R"),
            // The "r" is in the vowel already.
            ("p_r_I_p_'e@_r_I2_N", "P R IH P EH R IH NG"),
            ("'E_v_3_r-_I2_s_t", "EH V ER IH S T"),
            // Unstressed before a consonant, and before "r".
            ("a_b_'aU_t", "AH B AW T"),
            ("k_'a_r_I2", "K EH R IH"),
            ("r_'eI_d_I_;_,oU", "R EY D IY OW"),
            ("f_'aI3", "F AY ER"),
            ("f_'aI3_d", "F AY R D"),
        ])
    func word(text: String, phones: String) {
        #expect(EspeakTranscription.phones(of: text).joined(separator: " ") == phones)
    }

    @Test("joins the words of a line, and passes over changes of language")
    func line() {
        #expect(EspeakTranscription.phones(of: "f_'o@_t#_i t_'u:").joined(separator: " ") == "F AO R T IY T UW")
        #expect(EspeakTranscription.phones(of: "(ko)_p_'u_L_(en-us)").first == "P")
        #expect(EspeakTranscription.phones(of: "").isEmpty)
    }

    @Test("takes an unknown variant of a sound for the sound")
    func variant() {
        #expect(EspeakTranscription.phones(of: "t_'E2_s#") == ["T", "EH", "S"])
    }
}
