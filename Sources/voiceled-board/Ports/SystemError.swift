import Glibc

/// What `errno` says, with its number. Call it before anything else can fail.
func lastSystemError() -> String {
    let code = errno
    return "\(String(cString: strerror(code))) (errno \(code))"
}
