import Glibc

/// Whether a descriptor is a terminal.
package func isTerminal(_ descriptor: Int32) -> Bool {
    isatty(descriptor) == 1
}

/// Whether the terminal can only be written to line by line; one without a name is taken for such.
func isDumbTerminal(_ environment: (String) -> String?) -> Bool {
    let name = environment("TERM") ?? ""
    return name.isEmpty || name == "dumb"
}
