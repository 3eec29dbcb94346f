import Glibc

/// Sees to it that the next file that is opened is none of the three that a program reads and writes without asking.
/// Whoever started the program may have closed one of them; what is said there would be written into a log or a record
/// that was opened in its place. Reading and writing them fail as they did.
package func keepStandardStreams() {
    for descriptor: CInt in 0...2 where fcntl(descriptor, F_GETFD) == -1 {
        // The lowest number that is free is this one.
        _ = open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
}

/// Makes writing to a reader that went away, or past the limit on the size of files, an error that is reported, where it
/// would end the program.
package func ignoreWriteSignals() {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
}
