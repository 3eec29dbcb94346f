import Glibc
import Machine
import Scoring
import Signatures
package import Team
package import WebTokens

extension TokenSigner {
    /// The key of a folder that only its owner can read; it is made the first time. Servers that share the folder share
    /// the key.
    ///
    /// - Throws: `TeamError` where it cannot be read or made, or others can read it.
    package static func kept(in folder: String) throws(TeamError) -> TokenSigner {
        let file = "\(folder)/tokens.key"
        if fileKind(at: file) == 0 { try make(file, in: folder) }
        guard isForOwnerAlone(file) else {
            throw TeamError(
                .invalid, "others can read the key \(file), or have made it",
                mend: "chmod 600 it, and move it away if they may have")
        }
        let text = try inFiles { () throws(FileError) in try readText(file, limit: 100_000) }
        let bytes = Base64URL.decode(text.filter { !$0.isWhitespace })
        guard let signer = bytes.flatMap({ TokenSigner($0) }) else {
            throw TeamError(
                .invalid, "\(file) holds no key", mend: "put back the one that was there, or move it away")
        }
        return signer
    }

    private static func make(_ file: String, in folder: String) throws(TeamError) {
        guard let new = TokenSigner() else { throw TeamError(.defect, "a key cannot be made") }
        let draft = "\(file).\(randomName()).new"
        try inFiles { () throws(FileError) in
            try makePrivateFolder(folder)
            try writeFile(Base64URL.encode(new.secret) + "\n", to: draft, isPrivate: true)
        }
        // Another server may have been faster: then its key is the one.
        let isThere = link(draft, file) == 0 || errno == EEXIST
        unlink(draft)
        guard isThere else { throw TeamError(.invalid, "the key \(file) cannot be made") }
    }

    private static func inFiles<Result>(_ body: () throws(FileError) -> Result) throws(TeamError) -> Result {
        do { return try body() } catch { throw TeamError(.invalid, "\(error)") }
    }
}
