import DatabaseServer

// What a node does when many begin an exam at once and answer it, without the way over HTTP:
// `server-load [sqlite|postgresql] [CANDIDATES]`. The database acknowledges what is on the disk, as it does in earnest.

let arguments = CommandLine.arguments.dropFirst()
let kinds = arguments.compactMap { DatabaseKind(rawValue: $0) }
let count = arguments.compactMap { Int($0) }.first ?? 3_000
for kind in kinds.isEmpty ? DatabaseKind.allCases : kinds { try measure(kind, count) }
