import Content
import Interchange

private let head =
    "id,title,stem,date,place,performer,kind,activity,start,stop,minutes,next-day,missing,source,policy,answer\n"
private let visits = [
    "late-visit,late,\"A nurse comes at 22:30, and leaves at 01:30.\",2026-03-05,12,registered-nurse,infusion,,22:30,01:30,,,,guide,cpt-midpoint,\"99601 x1, 99602 x1\"\n",
    "two-parts,,\"A nurse drives, and infuses a drug.\",2026-03-06,,,infusion,travel,,,30,,,guide,,99601\n,,,,,,infusion,,,,150,,,,started-hour,99601\n",
    "night,,\"A visit past midnight.\",2026-03-07,12,,infusion,,23:00,01:00,,no,\"start, stop\",guide,,none\n",
]
private let words = [
    ",", ";", "\"", "'", "\n", "99601", "99602 x2", "none", "travel", "patient-care", "guide", "2026-02-30", "24:00",
    "09:00", "1441", "-1", "yes", "late-visit", "0.375", "46083", "é", "\0", "\u{202E}", "9999999999999999999",
]

/// Tables of visits in text.
func scenarioSubject(of pack: Pack) -> Subject {
    let files = visits.indices.map { Array((head + visits[$0] + visits[($0 + 1) % visits.count]).utf8) }
    return Subject("scenarios", files, spice: words) { read($0, for: pack) }
}

private func read(_ file: [UInt8], for pack: Pack) -> Subject.Outcome {
    do {
        let table = try ScenarioTable(file, for: pack)
        _ = PackFile.scenarios(table.scenarios, of: pack)
        guard table.problems.isEmpty else {
            return .init(refused: table.problems.map { "\($0)" }, isWellFormed: true)
        }
        return .read
    } catch {
        return .init(refused: error, isWellFormed: false)
    }
}

/// Tables of visits in spreadsheets of both kinds.
func spreadsheetSubject(of pack: Pack) -> Subject {
    let spice = ["<", "/>", "</c>", "<f>1</f>", "A1", "XFD9", "D1048577", "s", "e", "inlineStr", "99", "PT9H"]
    let archives = sampleSpreadsheets.map { $0.map { (path: $0.name, bytes: Array($0.text.utf8)) } }
    return Subject("spreadsheets", archives: archives, spice: words + spice) { read($0, for: pack) }
}
