import Authoring
import Content
import PseudoTerminal

/// The bundled pack of home infusion; nil where it cannot be read, which is said.
func homeInfusion() -> Pack? {
    let folder = repository("Content/Packs/home-infusion")
    let pack = readPack(folder: folder).pack
    if pack == nil { print("\(folder) has no pack to measure") }
    return pack
}
