import GRDB

extension SalvagedRecords {
    /// Gives what is whole a learner, a session and an item to stand with, where its own are lost: an answer counts for
    /// its learner also where nobody knows any more what was asked.
    mutating func replaceLostParents() {
        for answer in (rows["answer"] ?? [:]).values {
            let (learner, session, item, at) = (answer[1], answer[2], answer[3], answer[5])
            let pack = row("session", session)?[2] ?? row("item", item)?[3] ?? "lost".databaseValue
            add("item", item) {
                let text = "".databaseValue
                return [
                    item, "lost/\($0)".databaseValue, "lost".databaseValue, pack,
                    "A question that was lost".databaseValue, text, text, text,
                ]
            }
            add("session", session) { _ in [session, learner, pack, at, at, 0.databaseValue] }
        }
        for flag in (rows["flag"] ?? [:]).values where row("item", flag[2]) == nil {
            rows["flag"]?[number(flag[0])] = nil
        }
        let children = ["session", "flag", "lesson_note"].flatMap { (rows[$0] ?? [:]).values }
        for child in children {
            add("learner", child[1]) { [child[1], "learner \($0), name lost".databaseValue, 0.databaseValue] }
        }
    }

    private func row(_ table: String, _ id: DatabaseValue) -> [DatabaseValue]? { rows[table]?[number(id)] }

    private mutating func add(_ table: String, _ id: DatabaseValue, _ make: (Int64) -> [DatabaseValue]) {
        guard row(table, id) == nil else { return }
        rows[table, default: [:]][number(id)] = make(number(id))
    }
}

private func number(_ value: DatabaseValue) -> Int64 { Int64.fromDatabaseValue(value) ?? 0 }
