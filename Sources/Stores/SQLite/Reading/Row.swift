import GRDB
import Learning
import Scoring

extension Row {
    func rowID<Owner>(_ column: Int) throws -> Records.RowID<Owner> {
        Records.RowID(try decode(Int64.self, atIndex: column))
    }

    func moment(_ column: Int) throws -> Moment {
        Moment(milliseconds: try decode(Int64.self, atIndex: column))
    }

    func momentIfAny(_ column: Int) throws -> Moment? {
        try decode(Int64?.self, atIndex: column).map(Moment.init(milliseconds:))
    }

    func verdict(_ column: Int) throws -> Records.Verdict {
        let text = try decode(String.self, atIndex: column)
        guard let verdict = Records.Verdict(rawValue: text) else {
            throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "“\(text)” is no verdict")
        }
        return verdict
    }
}
