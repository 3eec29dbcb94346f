import Authoring
import Machine

extension PackLibrary {
    /// The packs that came with this program, compiled for the person who runs it.
    ///
    /// - Throws: `PackError.noBundle` where they are in none of the places in which they may be.
    static func standard() throws(PackError) -> PackLibrary {
        try standard(in: Paths.packFolders, compiled: Paths.compiledPacks, build: Paths.build, time: MachineTime())
    }
}
