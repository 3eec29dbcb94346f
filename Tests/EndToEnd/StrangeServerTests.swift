import PseudoTerminal
import Testing

/// What a server says that is none of Preceptor's, is broken, or means ill: training goes on, records stay sound, and no
/// terminal obeys a word of it.
@Suite struct `A strange server` {
    private let preceptor: Program

    init() throws { preceptor = try Program() }

    /// Answers by what the path begins with; a key's last letter says which case is tried.
    private static let server = #"""
        import http.server, json, sys
        item = json.load(open('item.json'))['id']
        hostile = "\x1b]0;x\x07\x1b[31m\x9b2J\u202eevil\u200b\n\r\ufeff"
        me = {'id': '1', 'name': 'Ada', 'scopes': ['train']}
        answer = {'number': 1, 'item': item, 'text': '99601 x1', 'at': 1700000000000, 'response': 5000, 'hints': 0, 'place': 0}
        big = 2 ** 63 - 1
        people = {
            'a': {**me, 'name': hostile * 20, 'id': hostile}, 'b': 'nonsense', 'c': '', 'd': [1], 'e': {**me, 'scopes': []},
            'f': '[' * 100000, 'g': {**me, 'name': 7}, 'h': {**me, 'id': '"\nurl = "file:///etc/passwd'}, 'i': '{"id":1e999}',
            'j': b'\xff\xfe\x00{', 'k': 'x' * 70_000_000,
        }
        answers = {
            'A': {'answers': [{**answer, 'number': big, 'at': big}]}, 'B': {'answers': [{**answer, 'at': -big}]},
            'C': {'answers': [{**answer, 'response': big}]}, 'D': {'answers': [{**answer, 'hints': -1}]},
            'E': {'answers': [{**answer, 'text': hostile}]}, 'F': {'answers': [{**answer, 'item': hostile}]},
            'G': {'answers': [{**answer, 'text': 'x' * 3_000_000}]}, 'H': {'answers': [{**answer, 'undone': big}]},
            'I': {'answers': [answer] * 500}, 'J': {'answers': [{**answer, 'number': None}]},
            'K': {'answers': [{**answer, 'place': big}]}, 'L': {'answers': 7}, 'M': 'x' * 70_000_000,
            'N': {'answers': [{**answer, 'number': -5 - n} for n in range(500)]},
        }
        class Handler(http.server.BaseHTTPRequestHandler):
            def reply(self, body, status=200):
                body = body if isinstance(body, bytes) else (body if isinstance(body, str) else json.dumps(body)).encode()
                self.send_response(status); self.send_header('Content-Length', str(len(body))); self.end_headers()
                try: self.wfile.write(body)
                except OSError: pass
            def do_GET(self):
                case = self.headers['Authorization'][-1]
                if self.path.endswith('/me'): self.reply(people.get(case, me), int(case) * 100 if case in '3459' else 200)
                else: self.reply(answers.get(case, {'answers': []}))
            def do_POST(self):
                self.rfile.read(int(self.headers['Content-Length']))
                self.reply({'new': big, 'known': big, 'leftOut': -big})
            def log_message(self, *ignored): pass
        server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        print(server.server_port, flush=True)
        server.serve_forever()
        """#

    /// How login and train end: whatever the server says, one can train.
    private static let ends = """
        a0/0 b74/0 c74/0 d74/0 e64/0 f74/0 g74/0 h0/0 i74/0 j74/0 k74/0 374/0 474/0 574/0 974/0 A0/0 B0/0 C0/0 D0/0 \
        E0/0 F0/0 G0/0 H0/0 I74/0 J0/0 K0/0 L74/0 M74/0 N74/0 progress 0
        """

    @Test func `harms neither records nor terminals`() throws {
        try preceptor.folder.write(Self.server, to: "server.py")
        let script = """
            "$PRECEPTOR" item --template charted-visit --seed 1 --kind claim --json > item.json
            coproc python3 server.py
            read port <&"${COPROC[0]}"
            for case in a b c d e f g h i j k 3 4 5 9 A B C D E F G H I J K L M N; do
                rm -f home/team.json
                printf '%042d%s\\n' 0 $case | "$PRECEPTOR" login "http://127.0.0.1:$port" >> said 2>> told
                echo -n "$case$?"
                printf 'skip\\n\\n' | "$PRECEPTOR" train --count 1 --seed 1 >> said 2>> told
                echo -n "/$? "
            done
            kill $COPROC_PID
            "$PRECEPTOR" progress --learner "Ada 1" >> said 2>> told
            echo "progress $?"; cat said; cat told >&2
            """
        let result = try run(
            "/bin/bash", ["-c", script], environment: preceptor.environment, in: preceptor.folder.path, within: 300)
        #expect(result.output.prefix { $0 != "\n" } == Self.ends)
        let text = String(decoding: result.everything, as: UTF8.self)
        #expect(!text.unicodeScalars.contains { $0 != "\n" && $0.properties.generalCategory == .control })
        #expect(!text.unicodeScalars.contains { $0.properties.isBidiControl || $0.value == 0x200B })
        #expect(!text.contains("defect"), "\(text.suffix(2000))")
    }
}
