"""A small learning record store on this machine, until its input ends: records.py - FOLDER

It prints its port, keeps statements in FOLDER/statements.json, and holds what comes in against xAPI 1.0.3:

 1. POST to /xapi/statements, with X-Experience-API-Version 1.0.x, JSON, and the credentials `key:secret`;
 2. a list of statements, or one, whose properties are those of the specification and no others, none of them null;
 3. an id that is a UUID of RFC 4122, and no id twice in one request; a known id with the same statement is kept once,
    with another it is a conflict (409);
 4. an actor with exactly one identifier, here an account with homePage (IRL) and name;
 5. a verb with an IRI and a display in languages; an object with an IRI;
 6. score.scaled between -1 and 1, success and completion truth values, response a text;
 7. a registration that is a UUID; contextActivities of the four kinds alone;
 8. a timestamp of ISO 8601 with its zone;
 9. that a statement is voided names one that is known (2.3.2), and says nothing else.

Whatever is wrong is said with 400.
"""

import base64
import json
import re
import sys
import threading
from datetime import datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER = Path(sys.argv[2])
UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+")
KEPT = {}


def holds(isSo, words):
    if not isSo:
        raise ValueError(words)


def only(value, *names):
    holds(isinstance(value, dict) and not set(value) - set(names), f"{set(value) - set(names)} are not known")
    holds(None not in value.values(), "something is null")


def words(value):
    holds(isinstance(value, dict) and all(re.fullmatch(r"[a-z]{2}(-[A-Z]{2})?", name) for name in value), "no language")


def activity(value):
    only(value, "objectType", "id", "definition")
    holds(IRI.fullmatch(value["id"]), "an activity without an IRI")
    if "definition" in value:
        only(value["definition"], "name", "description", "type", "moreInfo", "extensions")
        words(value["definition"].get("name", {}))
        holds(IRI.fullmatch(value["definition"].get("type", "a:b")), "a type without an IRI")


def check(statement):
    only(statement, "id", "actor", "verb", "object", "result", "context", "timestamp")
    holds(UUID.fullmatch(statement["id"]), "no UUID")
    only(statement["actor"], "objectType", "account", "name")
    only(statement["actor"]["account"], "homePage", "name")
    holds(IRI.fullmatch(statement["actor"]["account"]["homePage"]) and statement["actor"]["account"]["name"], "no account")
    only(statement["verb"], "id", "display")
    holds(IRI.fullmatch(statement["verb"]["id"]), "a verb without an IRI")
    words(statement["verb"]["display"])
    if statement["verb"]["id"] == "http://adlnet.gov/expapi/verbs/voided":
        only(statement, "id", "actor", "verb", "object", "timestamp")
        only(statement["object"], "objectType", "id")
        holds(statement["object"]["objectType"] == "StatementRef", "what is voided is no statement")
        holds(statement["object"]["id"] in KEPT, "nobody knows the statement that is voided")
        return
    activity(statement["object"])
    result = statement.get("result", {})
    only(result, "score", "success", "completion", "response", "duration")
    if "score" in result:
        only(result["score"], "scaled", "raw", "min", "max")
        holds(-1 <= result["score"]["scaled"] <= 1, "the score is out of its range")
    holds(all(isinstance(result.get(name, True), bool) for name in ("success", "completion")), "no truth value")
    holds(isinstance(result.get("response", ""), str), "no text")
    context = statement.get("context", {})
    only(context, "registration", "platform", "contextActivities")
    holds(UUID.fullmatch(context["registration"]), "a registration that is no UUID")
    only(context.get("contextActivities", {}), "parent", "grouping", "category", "other")
    for one in context.get("contextActivities", {}).values():
        for value in one:
            activity(value)
    holds(datetime.fromisoformat(statement["timestamp"]).tzinfo, "a time without a zone")


class Store(BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def say(self, status, value):
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            if self.headers.get("authorization") != f"Basic {base64.b64encode(b'key:secret').decode()}":
                return self.say(401, "who are you?")
            if (FOLDER / "busy").exists():
                return self.say(503, "another time")
            holds(self.path == "/xapi/statements", "another path")
            holds(re.fullmatch(r"1\.0(\.\d+)?", self.headers["x-experience-api-version"] or ""), "no version")
            holds(self.headers["content-type"] == "application/json", "no JSON")
            statements = json.loads(body)
            statements = statements if isinstance(statements, list) else [statements]
            for statement in statements:
                check(statement)
            ids = [statement["id"] for statement in statements]
            holds(len(set(ids)) == len(ids), "an id twice")
            if any(KEPT.get(one["id"], one) != one for one in statements):
                return self.say(409, "another statement has the id")
            KEPT.update({one["id"]: one for one in statements})
            (FOLDER / "statements.json").write_text(json.dumps(list(KEPT.values())))
            self.say(200, ids)
        except (ValueError, KeyError, TypeError) as error:
            (FOLDER / "problems").write_text(str(error))
            self.say(400, str(error))


server = ThreadingHTTPServer(("127.0.0.1", 0), Store)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.server_port, flush=True)
sys.stdin.read()
