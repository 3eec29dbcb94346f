"""A provider of OpenID Connect on this machine, until its input ends: provider.py PACKAGES mock|scripted

It prints its port. `mock` is PyPI's oidc-provider-mock as it is published. `scripted` gives for the code
`FAULT.NONCE.CHALLENGE` a token with that fault, made by PyPI's joserfc, to whoever proves the challenge and has the
secret; for `rotate.…` it changes its key first. Below `/FAULT/` its own documents have one.
"""

import base64
import hashlib
import hmac
import json
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import packages

packages.prepare(sys.argv[1])


def mock():
    import oidc_provider_mock
    from werkzeug.serving import make_server

    app = oidc_provider_mock.app()
    app.debug = False
    return make_server("127.0.0.1", 0, app, threaded=True)


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Provider(BaseHTTPRequestHandler):
    keys = []
    weak = None

    @classmethod
    def rotate(cls, kind="RSA"):
        from joserfc.jwk import ECKey, RSAKey

        number = str(len(cls.keys) + 1)
        key = RSAKey.generate_key(2048, {"kid": number}) if kind == "RSA" else ECKey.generate_key("P-256", {"kid": number})
        cls.keys.append(key)

    def log_message(self, *_):
        pass

    @property
    def issuer(self):
        return f"http://127.0.0.1:{self.server.server_port}"

    def say(self, value, status=200):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        fault, places = self.path.split("/")[1], {}
        if fault == "moved":
            self.send_response(302)
            self.send_header("location", f"{self.issuer}/.well-known/openid-configuration")
            self.send_header("content-length", "0")
            return self.end_headers()
        if fault == "slow":
            time.sleep(20)
        if fault == "large":
            places = {"more": "x" * 2_000_000}
        if fault == "open":
            places = {"token_endpoint": "http://login.example.org/token"}
        if fault == "words":
            return self.say("sign in somewhere")
        if fault == "deep":
            self.send_response(200)
            self.end_headers()
            return self.wfile.write(b"[" * 400_000)
        if fault in ("large", "open", "own"):
            issuer = f"{self.issuer}/{fault}"
            return self.say({"issuer": issuer, "authorization_endpoint": f"{issuer}/authorize",
                             "token_endpoint": f"{issuer}/token", "jwks_uri": f"{issuer}/keys", **places})
        if self.path == "/keys":
            # Beside its own, a kind that nobody here uses.
            self.say({"keys": [self.keys[-1].as_dict(private=False), {"kty": "oct", "k": "c2VjcmV0", "kid": "shared"},
                               self.weak.as_dict(private=False), {**self.weak.as_dict(private=False), "n": 7}, "key"]})
        else:
            self.say({"issuer": self.issuer, "authorization_endpoint": f"{self.issuer}/authorize",
                      "token_endpoint": f"{self.issuer}/token", "jwks_uri": f"{self.issuer}/keys"})

    def do_POST(self):
        form = parse_qs(self.rfile.read(int(self.headers["content-length"])).decode())
        fault, nonce, challenge = form["code"][0].split(".")
        pair = base64.b64encode(b"house:s%3Acret+%2F").decode(), base64.b64encode(b"house:s%3Acret%20%2F").decode()
        isProved = encoded(hashlib.sha256(form["code_verifier"][0].encode()).digest()) == challenge
        if not isProved or self.headers.get("authorization") not in [f"Basic {one}" for one in pair]:
            return self.say({"error": "invalid_grant"}, 400)
        if fault == "slow":
            time.sleep(20)
        if fault == "large":
            return self.say({"id_token": "x" * 2_000_000})
        if fault in ("rotate", "elliptic"):
            Provider.rotate("EC" if fault == "elliptic" else "RSA")
        self.say({"access_token": "x", "token_type": "Bearer", "id_token": self.token(fault, nonce)})

    def token(self, fault, nonce):
        from joserfc import jwt
        from joserfc.jwk import RSAKey

        now, key = int(time.time()), self.keys[-1]
        claims = {"iss": self.issuer, "aud": "house", "sub": "ada", "exp": now + 300, "iat": now, "nonce": nonce,
                  "name": "Ada", "email": "ada@example.org", "email_verified": True}
        header = {"alg": "ES256" if key.key_type == "EC" else "RS256", "kid": key.kid}
        changes = {
            "issuer": {"iss": "http://evil.example"}, "slash": {"iss": self.issuer + "/"}, "audience": {"aud": "others"},
            "audiences": {"aud": ["house", "others"]}, "party": {"azp": "others"}, "expired": {"exp": now - 120},
            "late": {"exp": now - 30}, "future": {"iat": now + 600}, "old": {"iat": now - 3600}, "notyet": {"nbf": now + 600},
            "nonce": {"nonce": "other"}, "nobody": {"sub": ""}, "number": {"sub": 7}, "words": {"exp": "tomorrow"},
            "both": {"aud": ["house", "others"], "azp": "house"}, "unverified": {"email_verified": False},
        }
        claims.update(changes.get(fault, {}))
        for name in ("exp", "iat", "sub", "nonce", "aud", "iss"):
            if fault == f"no{name}":
                del claims[name]
        if fault in ("unknown", "path", "empty", "list"):
            header["kid"] = {"unknown": "unknown", "path": "../../../../dev/null", "empty": "", "list": ["1"]}[fault]
        if fault == "unnamed":
            del header["kid"]
        if fault == "critical":
            header["crit"] = ["exp"]
        if fault in ("stranger", "own"):
            key = RSAKey.generate_key(2048, {"kid": key.kid})
        if fault == "own":
            # The key comes along, and an address of it.
            header.update({"jwk": key.as_dict(private=False), "jku": f"{self.issuer}/keys"})
        if fault == "weak":
            key, header["kid"] = self.weak, "weak"
        body = encoded(json.dumps(claims).encode())
        if fault == "none":
            return f'{encoded(json.dumps({"alg": "none"}).encode())}.{body}.'
        if fault == "shared":
            # Signed with what everybody knows.
            start = f'{encoded(json.dumps({"alg": "HS256", "kid": key.kid}).encode())}.{body}'
            return f"{start}.{encoded(hmac.digest(key.as_pem(private=False), start.encode(), 'sha256'))}"
        if fault in ("critical", "zero", "own", "list"):
            # joserfc makes none of these: the first two are refused before their signature matters.
            signature = bytes(64) if fault == "zero" else b"x" * 256
            header["alg"] = "ES256" if fault == "zero" else header["alg"]
            start = f"{encoded(json.dumps(header).encode())}.{body}"
            if fault == "own":
                from joserfc.jws import JWSRegistry
                signature = JWSRegistry(algorithms=["RS256"]).get_alg("RS256").sign(start.encode(), key)
            return f"{start}.{encoded(signature)}"
        text = jwt.encode(header, claims, key, algorithms=["RS256", "ES256"])
        if fault == "changed":
            head, _, signature = text.split(".")
            claims["sub"] = "root"
            return f"{head}.{encoded(json.dumps(claims).encode())}.{signature}"
        return text[:-42] if fault == "cut" else text


def scripted():
    from joserfc.jwk import RSAKey

    Provider.rotate()
    # Too short to be believed.
    Provider.weak = RSAKey.generate_key(1024, {"kid": "weak"})
    return ThreadingHTTPServer(("127.0.0.1", 0), Provider)


server = mock() if sys.argv[2] == "mock" else scripted()
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
