"""A learning system in a browser: whoever teaches chooses an exam as a link within its page, and whoever learns follows it
to the exam, in a window of its own: lti.py PACKAGES PROGRAM FOLDER

The learning system is three pages on another host of this machine, and openssl signs its tokens. The server speaks https,
without which browsers keep no cookie of a page within another's. The pages that only learning systems lead to are held
against axe.
"""

import base64
import html
import json
import subprocess
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlparse

from house import House, expect
from looker import Looker

CLAIM = "https://purl.imsglobal.org/spec/lti/claim/"
MEMBER = "http://purl.imsglobal.org/vocab/lis/v2/membership#"
LINKS = "https://purl.imsglobal.org/spec/lti-dl/claim/"
USERS = {"tess": ("Tess Teacher", "Instructor"), "cleo": ("Cleo Candidate", "Learner")}


def encoded(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def decoded(token: str) -> dict:
    part = token.split(".")[1]
    return json.loads(base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)))


class School:
    """The learning system."""

    def __init__(self, house: House):
        self.house = house
        self.key = str(house.folder / "school.key")
        self.openssl("genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048", "-out", self.key)
        school, self.chosen = self, None

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_):
                pass

            def do_GET(self):
                school.answer(self, urlparse(self.path).path, dict(parse_qsl(urlparse(self.path).query)))

            def do_POST(self):
                body = self.rfile.read(int(self.headers["content-length"])).decode()
                school.answer(self, self.path, dict(parse_qsl(body)))

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.origin = f"http://localhost:{server.server_port}"
        threading.Thread(target=server.serve_forever, daemon=True).start()

    def openssl(self, *words: str, told: bytes = b"") -> bytes:
        return subprocess.run(["openssl", *words], input=told, check=True, capture_output=True).stdout

    def answer(self, handler: BaseHTTPRequestHandler, path: str, fields: dict):
        pages = {"/course": self.course, "/authorize": self.authorize, "/keys": self.keys, "/back": self.back}
        page = pages.get(path)
        body = page(fields).encode() if page else b"nothing"
        handler.send_response(200 if page else 404)
        handler.send_header("content-type", "application/json" if path == "/keys" else "text/html; charset=utf-8")
        handler.send_header("content-length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    def course(self, fields: dict) -> str:
        """A page of the course, and within it what this server shows."""
        login = {"iss": self.origin, "login_hint": fields["user"], "lti_message_hint": fields["kind"], "client_id": "house",
                 "target_link_uri": self.house.origin + ("/lti/choose" if fields["kind"] == "choose" else "/lti/launch")}
        source = html.escape(f"{self.house.origin}/lti/login?{urlencode(login)}")
        style = "position: fixed; inset: 0; width: 100%; height: 100%; border: 0"
        return f'<!doctype html><html lang="en"><title>Coding 1</title><iframe title="x" style="{style}" src="{source}"></iframe>'

    def keys(self, _) -> str:
        modulus = self.openssl("rsa", "-in", self.key, "-noout", "-modulus").decode().strip().removeprefix("Modulus=")
        key = {"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "1", "e": "AQAB", "n": encoded(bytes.fromhex(modulus))}
        return json.dumps({"keys": [key]})

    def authorize(self, fields: dict) -> str:
        """A form with a token, which sends itself."""
        (name, role), now = USERS[fields["login_hint"]], int(time.time())
        claims = {
            "iss": self.origin, "aud": "house", "sub": fields["login_hint"], "name": name, "nonce": fields["nonce"],
            "iat": now, "exp": now + 300, CLAIM + "version": "1.3.0", CLAIM + "deployment_id": "1",
            CLAIM + "roles": [MEMBER + role], CLAIM + "context": {"id": "course-1", "title": "Coding 1"},
        }
        if fields["lti_message_hint"] == "choose":
            claims[CLAIM + "message_type"] = "LtiDeepLinkingRequest"
            claims[LINKS + "deep_linking_settings"] = {
                "deep_link_return_url": self.origin + "/back", "accept_types": ["ltiResourceLink"],
                "accept_presentation_document_targets": ["window"],
            }
        else:
            claims[CLAIM + "message_type"] = "LtiResourceLinkRequest"
            claims[CLAIM + "resource_link"] = {"id": "link-1"}
            claims[CLAIM + "custom"] = self.chosen["custom"]
        start = ".".join(encoded(json.dumps(part).encode()) for part in ({"alg": "RS256", "kid": "1"}, claims))
        token = start + "." + encoded(self.openssl("dgst", "-sha256", "-sign", self.key, told=start.encode()))
        hidden = "".join(f'<input type="hidden" name="{name}" value="{html.escape(value)}">'
                         for name, value in (("id_token", token), ("state", fields["state"])))
        form = f'<form method="post" action="{html.escape(fields["redirect_uri"])}">{hidden}</form>'
        return f'<!doctype html><html lang="en"><title>x</title>{form}<script>document.forms[0].submit()</script>'

    def back(self, fields: dict) -> str:
        items = decoded(fields["JWT"])[LINKS + "content_items"]
        self.chosen = items[0]
        return f'<!doctype html><html lang="en"><title>x</title><main>Chosen: {html.escape(items[0]["title"])}</main>'


def within(looker: Looker, school: School, user: str, kind: str):
    """Opens a page of the course, and looks at what is shown within it."""
    looker.browser.driver.get(f"{school.origin}/course?user={user}&kind={kind}")
    looker.browser.driver.switch_to.frame(0)


def teacher(house: House, school: School) -> list[str]:
    looker = Looker(house, None, house.folder)
    within(looker, school, "tess", "choose")
    looker.browser.says("The school makes a link to what you choose here")
    looker.look("choose")
    looker.browser.click("Home infusion coding, a short quiz")
    looker.browser.says("Chosen: Home infusion coding, a short quiz")
    expect(school.chosen["custom"] == {"exam": "home-infusion/quiz"}, f"the link leads to the exam: {school.chosen}")
    return looker.done()


def learner(house: House, school: School) -> list[str]:
    looker = Looker(house, None, house.folder)
    within(looker, school, "cleo", "link")
    looker.browser.says("Exams and training have a window of their own")
    looker.look("window")
    looker.browser.click("Open in a new window")
    driver = looker.browser.driver
    looker.browser.wait(lambda: len(driver.window_handles) == 2, "another window")
    driver.switch_to.window(driver.window_handles[1])
    looker.browser.says("Home infusion coding, a short quiz")
    expect(driver.current_url == house.origin + "/exams/home-infusion/quiz", f"the exam, not {driver.current_url}")
    looker.browser.go("/account")
    looker.browser.says("Your learning system sends you here")
    looker.look("account-sent")
    looker.browser.go("/")
    looker.browser.says("Hello, Cleo.")
    return looker.done()


def main():
    house = House(*sys.argv[2:4], isEncrypted=True)
    root = house.administrator()
    school = School(house)
    root.post(
        "/learning-systems", name="The school", issuer=school.origin, client="house", deployments="1",
        authorization=school.origin + "/authorize", token=school.origin + "/token", keys=school.origin + "/keys")
    faults = teacher(house, school) + learner(house, school)
    house.stop()
    expect(faults == [], "\n" + "\n".join(faults))


main()
