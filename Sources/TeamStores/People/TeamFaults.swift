import Team

/// Does what a database does, and throws what it cannot do as an error of people and access.
func inTeamTerms<Result>(_ body: () throws -> Result) throws(TeamError) -> Result {
    do { return try body() } catch let error as TeamError { throw error } catch let fault as DatabaseFault {
        throw TeamError(fault)
    } catch {
        throw TeamError(.defect, "\(error)")
    }
}

extension TeamError {
    fileprivate init(_ fault: DatabaseFault) {
        switch fault {
        case .conflict: self.init(.taken, "somebody was faster", mend: "look again")
        case .unavailable, .unknown, .again, .full:
            self.init(.unavailable, "nothing can be kept just now", mend: "try again in a moment")
        case .foreign(let text), .defect(let text): self.init(.defect, text)
        }
    }
}
