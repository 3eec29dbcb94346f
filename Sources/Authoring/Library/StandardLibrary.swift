import Glibc
package import Machine

extension PackLibrary {
    /// The packs that a program brings along.
    ///
    /// - Parameters:
    ///   - folders: Where they may be; the first that can be read counts.
    ///   - compiled: The person's own folder of compiled packs; nil where there is none.
    ///   - build: Tells builds of the program apart.
    ///   - time: By which what was compiled long ago is cleared.
    /// - Returns: What there is to read them from.
    /// - Throws: `PackError.noBundle` where they are in none of the folders.
    package static func standard(
        in folders: [String], compiled: String?, build: String, time: any TimeSource
    ) throws(PackError) -> PackLibrary {
        guard let packs = folders.first(where: { access($0, R_OK) == 0 }) else { throw .noBundle(tried: folders) }
        return PackLibrary(
            bundled: packs,
            compiled: CompiledPacks(shipped: ["\(packs)/../compiled"], own: compiled, build: build, time: time))
    }
}
