import Glibc
import Machine

extension PackLibrary {
    /// The packs that this program brings along.
    ///
    /// - Throws: `PackError.noBundle` where they are in none of the places in which they may be.
    package static func standard() throws(PackError) -> PackLibrary {
        let folders = Paths.packFolders
        guard let packs = folders.first(where: { access($0, R_OK) == 0 }) else { throw .noBundle(tried: folders) }
        let compiled = CompiledPacks(shipped: ["\(packs)/../compiled"], own: Paths.compiledPacks, build: Paths.build)
        return PackLibrary(bundled: packs, compiled: compiled)
    }
}
