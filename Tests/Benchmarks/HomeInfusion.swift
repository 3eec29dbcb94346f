import Authoring
import Content

/// The folder of the project.
let repository = #filePath.split(separator: "/").dropLast(3).map { "/" + $0 }.joined()

/// The bundled pack of home infusion; nil where it cannot be read, which is said.
func homeInfusion() -> Pack? {
    let folder = repository + "/Content/Packs/home-infusion"
    let pack = readPack(folder: folder).pack
    if pack == nil { print("\(folder) has no pack to measure") }
    return pack
}
