import Authoring
import Machine

extension PackLibrary {
    /// The packs as the program reads them on this machine.
    static func ofThisMachine() throws -> PackLibrary {
        try standard(in: Paths.packFolders, compiled: Paths.compiledPacks, build: Paths.build, time: MachineTime())
    }
}
