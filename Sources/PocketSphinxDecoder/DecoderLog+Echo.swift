internal import CPocketSphinx

extension Decoder {
    /// From now on the library's complaints are also written to standard error as they come, for a process that the
    /// library may end and whose parent wants to know why. Call it before the first decoder is loaded.
    public static func echoLog() {
        cpocketsphinx_echo_log()
    }
}
