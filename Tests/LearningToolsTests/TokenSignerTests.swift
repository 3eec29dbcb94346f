import Foundation
import LearningTools
import PseudoTerminal
import Team
import Testing
import WebTokens

@Suite struct `A signer of tokens` {
    @Test func `signs what its published key verifies, and nothing else`() throws {
        let signer = try #require(TokenSigner())
        let claims: JSONValue = .object(["iss": .text("house"), "iat": .number(1_800_000_000), "ok": .flag(true)])
        let token = try WebToken(try #require(signer.token(claims)))
        let keys = try #require(WebKeys(.object(["keys": .list([signer.published])])))
        try token.verify(by: keys)
        #expect(token.claims == claims && token.keyID == signer.id && token.algorithm == .rs256)
        let other = try #require(TokenSigner())
        let others = try #require(WebKeys(.object(["keys": .list([other.published])])))
        #expect(throws: WebTokenFault.unknownKey) { try token.verify(by: others) }
        #expect(TokenSigner(signer.secret)?.id == signer.id)
        #expect(TokenSigner(Array(signer.secret.dropLast())) == nil && TokenSigner([]) == nil)
    }

    @Test func `is made once in a folder, for its owner alone`() throws {
        let folder = try TemporaryFolder()
        let place = folder.path(of: "tokens")
        let first = try TokenSigner.kept(in: place)
        #expect(try TokenSigner.kept(in: place).id == first.id)
        let file = "\(place)/tokens.key"
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        #expect(throws: TeamError.self) { try TokenSigner.kept(in: place) }
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
        try Data("nothing\n".utf8).write(to: URL(fileURLWithPath: file))
        let error = #expect(throws: TeamError.self) { try TokenSigner.kept(in: place) }
        #expect(error?.problem.contains("holds no key") == true)
    }
}
