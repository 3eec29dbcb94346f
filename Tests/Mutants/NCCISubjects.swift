import Interchange
import Scoring

/// CMS's three tables, of the layouts in which they are published.
func ncciSubjects() -> [Subject] {
    let spice = [
        "\t", "\"", ",", "*", "\n", "99601", "99602", "CCCCC", "0054T", "20240701", "20240230", "2024366", "0", "9",
        "-1",
        "9999999999999999999", "\0", "é", "primary",
    ]
    return [("add-on", addOns), ("ptp", pairs), ("mue", limits)].map { name, table in
        Subject("ncci-\(name)", [Array(table.utf8)], spice: spice, read: read)
    }
}

private let codes = ["99601", "99602", "99506", "99512", "96366", "96365"].compactMap { Code($0) }

private func read(_ file: [UInt8]) -> Subject.Outcome {
    var reader = NCCIReader(about: codes)
    do {
        try reader.take(file[...])
        try reader.finish()
        return .read
    } catch {
        return .init(refused: error, isWellFormed: reader.table != nil)
    }
}

private let addOns = """
    Notice: codes only.\t\t\t\t\t\t\t
    Add-On Code\tPrimary Code\tEdit Type\tSpecial Instructions\tAOC Deletion Date\tPrimary Deletion Date\tEdit Effective Date\tEdit Deletion Date
    99602\t99601\t1\t\t\t\t2013091\t
    0054T\tCCCCC\t2\tThe payer names them\t\t\t2013091\t
    96366\t96365\t1\t\t\t\t2009001\t2020366

    """
private let pairs = """
    Codes only; see the notice.
    Column 1\tColumn 2\t*=in existence\tEffective\tDeletion\tModifier\tPTP Edit Rationale
    99601\t99506\t\t20240701\t*\t1\tMisuse of column two code
    99512\t99601\t*\t19960101\t20101231\t0\tMore extensive procedure
    36000\t99601\t\t20150101\t*\t9\tStandards of practice

    """
private let limits = """
    "Notice, with a comma"
    "HCPCS/CPT Code","Practitioner Services MUE Values","MUE Adjudication Indicator","MUE Rationale"
    "99601","0","3 Date of Service Edit: Clinical","CMS Policy"
    "99602","2","3 Date of Service Edit: Clinical","Nature of Service"

    """
