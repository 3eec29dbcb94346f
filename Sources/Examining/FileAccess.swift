import System
import Terminal

// What files end in, as the callers here throw it.

func writeFile(_ text: String, to path: String, isPrivate: Bool = false) throws(Failure) {
    try writeFile(Array(text.utf8), to: path, isPrivate: isPrivate)
}

func writeFile(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(Failure) {
    do { try System.writeFile(bytes, to: path, isPrivate: isPrivate) } catch { throw Failure(error) }
}

func readText(_ path: String) throws(Failure) -> String {
    do { return try System.readText(path) } catch { throw Failure(error) }
}

func readFile(_ path: String, limit: Int) throws(Failure) -> [UInt8] {
    do { return try System.readFile(path, limit: limit) } catch { throw Failure(error) }
}

func makePrivateFolder(_ path: String) throws(Failure) {
    do { try System.makePrivateFolder(path) } catch { throw Failure(error) }
}

func newFolder(_ path: String) throws(Failure) -> NewFolder {
    do { return try NewFolder(path) } catch { throw Failure(error) }
}
