import Machine

/// Why files refuse what is done; nil where they do not.
func refusal(_ body: () throws(FileError) -> Void) -> FileError? {
    do {
        try body()
        return nil
    } catch {
        return error
    }
}
