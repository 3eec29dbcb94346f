package import Machine
package import Quiz

extension Release {
    /// What a candidate is told in place of a result; nil where there is nothing in the way.
    package func notice(in zone: any Zone) -> String? {
        switch self {
        case .shown: nil
        case .held(let moment):
            "The result shows after \(zone.text(of: moment)), when the time for this exam is over: exam result."
        case .never: "No result of this exam is shown here; whoever set it has the results."
        }
    }
}
