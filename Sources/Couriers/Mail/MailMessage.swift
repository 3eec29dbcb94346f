import FoundationEssentials
import Machine
import Scoring
import Signatures
import Team

/// A letter as it is sent (RFC 5322): plain words, in UTF-8. Everything that somebody typed is encoded, so that no line of
/// it can become one of the header.
struct MailMessage {
    let bytes: [UInt8]

    /// - Parameters:
    ///   - letter: What it says.
    ///   - box: Where it goes.
    ///   - server: In whose name.
    ///   - subject: What it is about in the outbox: the same letter has the same id each time it is sent.
    ///   - moment: When it was written.
    init(_ letter: Letter, to box: Mailbox, from server: MailServer, about subject: String, written moment: Moment) {
        let id = hexadecimal(sha256(Array("\(subject)\n\(moment.milliseconds)".utf8)).prefix(16))
        let host = server.sender.split(separator: "@").last.map(String.init) ?? "localhost"
        let header = [
            "From: \(Self.phrase(server.senderName))<\(server.sender)>", "To: \(Self.phrase(letter.name))<\(box.text)>",
            "Subject: \(Self.encoded(letter.title))", "Date: \(Self.date(moment))", "Message-ID: <\(id)@\(host)>",
            "Auto-Submitted: auto-generated", "MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8",
            "Content-Transfer-Encoding: base64",
        ]
        let text = letter.paragraphs.joined(separator: "\r\n\r\n") + "\r\n"
        let body = Data(text.utf8).base64EncodedString(options: [
            .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
        ])
        bytes = Array((header.joined(separator: "\r\n") + "\r\n\r\n" + body + "\r\n").utf8)
    }

    private static func phrase(_ name: String) -> String { name.isEmpty ? "" : encoded(name) + " " }

    /// Words of a header: as they are where they are plain, else as RFC 2047 encodes them, in pieces that fit a line.
    static func encoded(_ text: String) -> String {
        let isPlain = text.utf8.allSatisfy { byte in
            byte == 0x20 || (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        if isPlain, text.utf8.count <= 60 { return text }
        var pieces: [String] = [""]
        for scalar in text.unicodeScalars {
            if pieces[pieces.count - 1].utf8.count + String(scalar).utf8.count > 42 { pieces.append("") }
            pieces[pieces.count - 1].unicodeScalars.append(scalar)
        }
        return pieces.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }

    private static func date(_ moment: Moment) -> String {
        let day = FixedZone.utc.day(of: moment)
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let second = max(0, moment.milliseconds / 1_000) % 86_400
        let clock = [second / 3_600, second / 60 % 60, second % 60].map { twoDigits(Int($0)) }.joined(separator: ":")
        return "\(day.day) \(months[day.month - 1]) \(day.year) \(clock) +0000"
    }
}
