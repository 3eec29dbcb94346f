"""A learning system that others wrote, PyPI's lti1p3platform, until its input ends: school.py PACKAGES FOLDER ORIGIN

It prints its port. The tool is at ORIGIN, and publishes its keys in FOLDER/tool.json. What the library leaves to whoever
uses it is done here: HTTP, two pages of members, columns and scores in memory. Beyond what the library checks, requests
are held against the specifications, and what is wrong goes to FOLDER/problems:

 1. authentication requests (LTI 1.3, 5.1.1.2): scope openid, response_type id_token, response_mode form_post, prompt
    none, the client, the registered redirect, the hints as they were sent, a state and a nonce of no other request;
 2. access tokens (Security Framework 1.0, 4.1.1): iss and sub are the client, aud the token's address, iat and exp at
    most an hour apart, jti never twice;
 3. deep linking (LTI-DL 2.0, 4.4): iss is the client, aud the issuer, deployment, version, nonce never twice, data as
    sent, and items of a type that is accepted;
 4. scores (LTI-AGS 2.0, 3.4): media type, a known user, a score with its maximum or neither, a time with sub-seconds and a zone
    that is later than the last, both kinds of progress in words of the specification;
 5. columns (3.2): media type, a maximum above 0, a label, the link's id.

GET /start?kind=&user=&fault= begins a launch: it sends the browser to the tool. GET /authorize answers as JSON what the
form would post. FOLDER/scores.json has what was told, and FOLDER/columns.json the columns.
"""

import base64
import hmac
import json
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlencode, urlparse

import packages

packages.prepare(sys.argv[1])
FOLDER, ORIGIN = Path(sys.argv[2]), sys.argv[3]

import jwt  # noqa: E402
from jwcrypto.jwk import JWK  # noqa: E402
from lti1p3platform.ltiplatform import LTI1P3PlatformConfAbstract  # noqa: E402
from lti1p3platform.membership import Context  # noqa: E402
from lti1p3platform.message_launch import LTIAdvantageMessageLaunchAbstract  # noqa: E402
from lti1p3platform.oidc_login import OIDCLoginAbstract  # noqa: E402
from lti1p3platform.registration import Registration  # noqa: E402
from lti1p3platform.request import Request  # noqa: E402
from lti1p3platform.score import UpdateScoreStatus  # noqa: E402
from lti1p3platform.service_connector import AssignmentsGradesService, NamesRoleProvisioningService  # noqa: E402

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
MEMBER = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
KEY, STRANGER = (JWK.generate(kty="RSA", size=2048) for _ in range(2))
USERS = {"ada": ("Ada", "Learner"), "ben": ("Ben", "Learner"), "tess": ("Tess", "Instructor"), "cleo": ("Cleo", "Learner")}
SEEN, COLUMNS, SCORES = set(), {}, []


def pem(key, isSecret):
    return key.export_to_pem(private_key=isSecret, password=None).decode()


def holds(isSo, words):
    if not isSo:
        with open(FOLDER / "problems", "a") as file:
            file.write(words + "\n")


def once(word):
    holds(word and word not in SEEN, f"twice: {word}")
    SEEN.add(word)


class Asked(Request):
    def build_metadata(self, request):
        return request


class Configuration(LTI1P3PlatformConfAbstract):
    def init_platform_config(self, **_):
        self.get_registration()

    def get_registration_by_params(self, **_):
        registration = Registration().set_iss(place()).set_client_id("house").set_deployment_id("1")
        registration.set_launch_url(f"{ORIGIN}/lti/launch").set_deeplink_launch_url(f"{ORIGIN}/lti/choose")
        registration.set_oidc_login_url(f"{ORIGIN}/lti/login")
        registration.set_platform_public_key(pem(KEY, False)).set_platform_private_key(pem(KEY, True))
        if (FOLDER / "tool.json").exists():
            registration.set_tool_key_set(json.loads((FOLDER / "tool.json").read_text()))
        return registration


class Login(OIDCLoginAbstract):
    def set_lti_message_hint(self, **fields):
        self._lti_message_hint = json.dumps(fields)

    def get_redirect(self, url):
        return url


class Launch(LTIAdvantageMessageLaunchAbstract):
    fault = ""

    def prepare_launch(self, asked):
        name, role = USERS[asked["login_hint"]]
        self.set_user_data(asked["login_hint"], [MEMBER + role], full_name=name, email_address="root@example.org")
        self.set_resource_link_claim("link-1", title="The exam")
        self.set_launch_context_claim("course-1", context_title="Coding 1")

    def get_launch_message(self, include_extra_claims=True):
        message = super().get_launch_message(include_extra_claims)
        now = int(time.time())
        changes = {
            "issuer": {"iss": "https://evil.example"}, "audience": {"aud": "others", "azp": "others"},
            "deployment": {CLAIM + "deployment_id": "2"}, "version": {CLAIM + "version": "1.1"},
            "message": {CLAIM + "message_type": "LtiStartProctoring"}, "link": {CLAIM + "resource_link": {}},
            "nobody": {"sub": ""}, "party": {"azp": "others"}, "old": {"iat": now - 3600, "exp": now + 60},
            "expired": {"iat": now - 300, "exp": now - 120},
        }
        message.update(changes.get(self.fault, {}))
        return message

    def generate_launch_request(self):
        if self.fault in ("old", "expired"):
            # The library sets the times last.
            self.id_token_expiration = None
        launch = super().generate_launch_request()
        claims = jwt.decode(launch["id_token"], options={"verify_signature": False})
        if self.fault == "nonce":
            claims["nonce"] = "other"
        header = jwt.get_unverified_header(launch["id_token"])
        if self.fault in ("nonce", "stranger", "kid"):
            key = STRANGER if self.fault == "stranger" else KEY
            kid = "../../tool.json" if self.fault == "kid" else header["kid"]
            launch["id_token"] = jwt.encode(claims, pem(key, True), "RS256", {"kid": kid})
        if self.fault in ("none", "shared"):
            name = {"none": "none", "shared": "HS256"}[self.fault]
            start = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).rstrip(b"=").decode()
                             for part in ({**header, "alg": name}, claims))
            secret = hmac.digest(pem(KEY, False).encode(), start.encode(), "sha256") if self.fault == "shared" else b""
            launch["id_token"] = f"{start}.{base64.urlsafe_b64encode(secret).rstrip(b'=').decode()}"
        if self.fault == "state":
            launch["state"] = "other"
        return launch

    def render_launch_form(self, launch, **_):
        return launch


class Grades(AssignmentsGradesService):
    def find_lineitems(self, page=1, limit=None, line_item_id=None, resource_link_id=None, resource_id=None, tag=None):
        found = [one for one in COLUMNS.values() if resource_link_id in (None, one.get("resourceLinkId"))]
        return {"content": found, "has_next": False}

    def find_lineitem(self, line_item_id):
        return COLUMNS[line_item_id]

    def create_lineitem(self, data):
        holds(data.get("scoreMaximum", 0) > 0 and data.get("label") and data.get("resourceLinkId") == "link-1", "column")
        number = str(len(COLUMNS) + 1)
        COLUMNS[number] = {**data, "id": f"{place()}/columns/{number}?kind=column"}
        (FOLDER / "columns.json").write_text(json.dumps(list(COLUMNS.values())))
        return COLUMNS[number]

    def update_lineitem(self, data):
        raise NotImplementedError

    def delete_lineitem(self, number):
        raise NotImplementedError

    def get_results(self, *_, **__):
        raise NotImplementedError

    def update_score(self, number, score):
        holds(score["userId"] in USERS and ("scoreGiven" in score) == ("scoreMaximum" in score), "score")
        holds(0 <= score.get("scoreGiven", 0) <= score.get("scoreMaximum", 100) == 100, "score")
        holds(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)", score["timestamp"]), "time")
        holds(score["activityProgress"] in ("Initialized", "Started", "InProgress", "Submitted", "Completed"), "activity")
        holds(score["gradingProgress"] in ("NotReady", "Failed", "Pending", "PendingManual", "FullyGraded"), "grading")
        same = [one for one in SCORES if (one["column"], one["userId"]) == (number, score["userId"])]
        if same and same[-1]["timestamp"] >= score["timestamp"]:
            return UpdateScoreStatus.OLD_TIMESTAMP
        SCORES.append({"column": number, **score})
        (FOLDER / "scores.json").write_text(json.dumps(SCORES))
        return UpdateScoreStatus.SUCCESS


class Members(NamesRoleProvisioningService):
    def get_context_by_id(self):
        return Context(id="course-1", label="C1", title="Coding 1")

    def get_member_data_page(self, page=1, limit=None, role=None, since=None):
        everybody = [{"user_id": user, "name": name, "email": f"{user}@example.org", "roles": [MEMBER + role]}
                     for user, (name, role) in USERS.items()]
        everybody[-1]["status"] = "Inactive"
        return {"content": everybody[2 * (int(page) - 1):2 * int(page)], "has_next": int(page) < 2}


def place():
    return f"http://127.0.0.1:{server.server_port}"


class Handler(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def say(self, value, status=200, **fields):
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, text in fields.items():
            self.send_header(name, text)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def asked(self, **more):
        url = urlparse(self.path)
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length).decode()
        isJSON = "json" in (self.headers.get("content-type") or "")
        return {"method": self.command, "path": url.path, "get_data": dict(parse_qsl(url.query)), "headers": self.headers,
                "form_data": {} if isJSON else dict(parse_qsl(body)), "content_type": self.headers.get("content-type"),
                "json": json.loads(body) if isJSON else None, **more}

    def do_GET(self):
        asked = self.asked()
        path, fields = asked["path"], asked["get_data"]
        if path == "/keys":
            return self.say(Configuration().get_jwks())
        if path == "/start":
            login = Login(asked, Configuration())
            login.set_lti_message_hint(kind=fields["kind"], fault=fields.get("fault", ""), exam=fields.get("exam", ""))
            if fields["kind"] == "choose":
                login.set_deeplinking_launch_url()
            return self.say(login.initiate_login(fields["user"]))
        if path == "/authorize":
            return self.say(self.authorize(asked))
        if path == "/columns":
            return self.serve(self.grades(asked).handle_get_lineitems)
        if path == "/members":
            return self.members(asked)
        self.say("no such page", 404)

    def do_POST(self):
        asked = self.asked()
        path, form = asked["path"], asked["form_data"]
        if path == "/token":
            claims = jwt.decode(form["client_assertion"], options={"verify_signature": False})
            once(claims["jti"])
            holds(claims["iss"] == claims["sub"] == "house" and claims["aud"] == f"{place()}/token", "assertion")
            holds(0 < claims["exp"] - claims["iat"] <= 3600 and abs(claims["iat"] - time.time()) < 60, "times")
            if (FOLDER / "closed").exists():
                return self.say({"error": "invalid_client"}, 401)
            return self.say(Configuration().get_access_token(form))
        if path == "/back":
            claims = jwt.decode(form["JWT"], options={"verify_signature": False})
            once(claims["nonce"])
            holds(claims["iss"] == "house" and claims["aud"] == place() and claims["exp"] > time.time(), "answer")
            holds(claims[CLAIM + "deployment_id"] == "1" and claims[CLAIM + "version"] == "1.3.0", "answer's claims")
            holds(claims["https://purl.imsglobal.org/spec/lti-dl/claim/data"] == "as it came", "data")
            return self.say(Configuration().validate_deeplinking_resp(form))
        if path == "/columns":
            holds(asked["content_type"] == "application/vnd.ims.lis.v2.lineitem+json", "the column's type")
            return self.serve(self.grades(asked).handle_create_lineitem)
        if match := re.fullmatch(r"/columns/(\d+)/scores", path):
            holds(asked["content_type"] == "application/vnd.ims.lis.v1.score+json", "the score's type")
            holds(asked["get_data"] == {"kind": "column"}, "the column's query")
            return self.serve(lambda: self.grades(asked).handle_update_score(match[1]))
        self.say("no such page", 404)

    def authorize(self, asked):
        fields = asked["get_data"]
        holds((fields["scope"], fields["response_type"], fields["response_mode"], fields["prompt"])
              == ("openid", "id_token", "form_post", "none"), "how it asks")
        holds(fields["redirect_uri"] == f"{ORIGIN}/lti/launch" and fields["client_id"] == "house", "who asks")
        once(fields["nonce"])
        once(fields["state"])
        hint = json.loads(fields["lti_message_hint"])
        launch = Launch(Asked(asked), Configuration())
        launch.fault = hint["fault"]
        launch.set_nrps(f"{place()}/members")
        if hint["kind"] == "choose":
            launch.set_dl(f"{place()}/back", "The exam", extra_data="as it came", accept_types={"ltiResourceLink"})
        else:
            if hint["exam"]:
                launch.set_custom_parameters_claim({"exam": hint["exam"]})
            column = f"{place()}/columns/1?kind=column" if "1" in COLUMNS else None
            launch.set_ags(f"{place()}/columns", column)
        return launch.lti_launch()

    def grades(self, asked):
        return Grades(Asked(asked), Configuration(), f"{place()}/columns")

    def members(self, asked):
        service = Members(Asked(asked), Configuration(), f"{place()}/members")
        page = int(asked["get_data"].get("page", 1))
        answer = service.handle_resp(service.handle_get_members)
        more = {"Link": f'<{place()}/members?{urlencode({"page": page + 1})}>; rel="next"'} if page < 2 else {}
        self.say(answer.result or {"error": answer.message}, answer.code, **more)

    def serve(self, handle):
        answer = Grades.handle_resp(None, handle)
        result = answer.result["content"] if answer.result and "content" in answer.result else answer.result
        self.say(result if result is not None else answer.message, answer.code)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
