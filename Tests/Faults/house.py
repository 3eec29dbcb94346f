"""What a team's server keeps while its disk fails: sittings and what is done about their time, people, assignments,
letters that wait, training with its bookmark."""

import http.client
import json
import os
import pathlib
import re
import signal
import socket
import sqlite3
import subprocess
import urllib.parse

PASSWORD = "try it out today"


class Server:
    """The team server, listening; asked as browsers ask."""

    def __init__(self, program, folder, faults={}):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        environment = {"PATH": os.environ["PATH"], "HOME": folder, **faults}
        self.errors = open(folder + "/errors", "w+b")
        # Nobody takes letters on there, so that they wait.
        self.process = subprocess.Popen(
            [program, "run", "--folder", folder + "/house", "--listen", f"127.0.0.1:{self.port}",
             "--mail", "smtp://127.0.0.1:1", "--mail-from", "exams@example.org",
             *([] if os.path.exists(folder + "/house") else ["--demo"])],
            env=environment, stdout=subprocess.PIPE, stderr=self.errors)
        self.is_listening = any(line.startswith(b"Listening") for line in iter(self.process.stdout.readline, b""))

    def ask(self, method, path, cookie="", form=None):
        """The status, the head and the text of the answer; a status of 0 where there is none."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=300)
        body = urllib.parse.urlencode(form) if form is not None else None
        try:
            connection.request(method, path, body, {
                "Cookie": cookie, "Origin": f"http://127.0.0.1:{self.port}",
                "Content-Type": "application/x-www-form-urlencoded"})
            answer = connection.getresponse()
            return answer.status, answer.headers, answer.read().decode()
        except (OSError, http.client.HTTPException):
            return 0, {}, ""
        finally:
            connection.close()

    def end(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(300)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise AssertionError("the server does not end when it is told to")
        finally:
            self.process.stdout.close()
        self.errors.seek(0)
        said = self.errors.read().decode(errors="replace")
        self.errors.close()
        return code, said


class Person:
    """Somebody who is signed in."""

    def __init__(self, server, name):
        _, head, _ = server.ask("POST", "/sign-in", "", {"address": f"{name}@example.org", "password": PASSWORD})
        self.cookie = head["Set-Cookie"].split(";")[0]
        _, _, page = server.ask("GET", "/account", self.cookie)
        self.key = re.search(r'name="key" value="([^"]+)"', page)[1]

    def get(self, server, path):
        return server.ask("GET", path, self.cookie)[2]

    def post(self, server, path, **form):
        status, _, page = server.ask("POST", path, self.cookie, {"key": self.key, **form})
        return status in (200, 303)


class Done:
    """What came of a piece of work, as that of a program that was run."""

    def __init__(self, code, errors, told):
        self.code, self.output, self.errors, self.told = code, "", errors, told


class House:
    """A house with somebody at an exam. Each deed is acknowledged by its answer, and looked for afterwards."""

    def prepare(self, place):
        server = Server(place.server, place.folder)
        assert server.is_listening, server.end()
        self.people = {name: Person(server, name) for name in ["lena", "ada", "cleo"]}
        lena = self.people["lena"]
        self.sitting = re.search(r'/sittings/([^"]+)">Cleo', lena.get(server, "/sittings"))[1]
        self.ben = re.search(r'value="(\w+)"> Ben', lena.get(server, "/assign"))[1]
        self.prepare_more(server)
        assert server.end()[0] == 0

    def prepare_more(self, server):
        pass

    def work(self, place, faults):
        try:
            server = Server(place.server, place.folder, faults)
        except BrokenPipeError:
            return Done(-9, "", [])
        told = []
        if server.is_listening:
            for deed, found in self.deeds(server):
                if not deed():
                    break
                told.append(found)
        return Done(*server.end(), told)

    def check(self, place, result):
        assert "Fatal error" not in result.errors, f"CRASH: {result.errors[-500:]}"
        server = Server(place.server, place.folder)
        try:
            assert server.is_listening, "it does not start any more"
            for found in result.told:
                problem = found(server)
                assert not problem, f"LOST {problem}"
            status = server.ask("GET", f"/sitting/{self.sitting}", self.people["cleo"].cookie)[0]
            assert status in (200, 303), f"the sitting does not go on: {status}"
        finally:
            code, errors = server.end()
        assert code == 0, errors[-500:]
        checked = subprocess.run([place.server, "check", "--folder", place.folder + "/house"], capture_output=True,
                                 text=True, timeout=300)
        assert checked.returncode == 0 and "damaged" not in checked.stderr, checked.stderr
        return len(result.told)

    def holds(self, name, path, words):
        """What says that a page of somebody's does not hold words that were acknowledged; nothing where it does."""
        return lambda server: "" if re.search(words, self.people[name].get(server, path)) else words


class HouseSitting(House):
    """Answers of a candidate, and what a lead does about the time meanwhile."""

    def deeds(self, server):
        lena, cleo = self.people["lena"], self.people["cleo"]
        sheet, watched = f"/sitting/{self.sitting}", f"/sittings/{self.sitting}"

        def answer(number, count):
            return (lambda: cleo.post(server, f"{sheet}/items/{number}", text="99601", times="0", next="yes"),
                    self.holds("lena", "/sittings", f"{count} of 10"))

        def time(deed, words, **form):
            return (lambda: lena.post(server, watched + "/time", deed=deed, **form), self.holds("lena", watched, words))

        yield answer(4, "[4-9]")
        yield time("hold", "the alarm", reason="the alarm")
        yield time("release", "the alarm")
        yield answer(5, "[5-9]")
        yield time("extend", "a power cut", minutes="5", reason="a power cut")
        yield (lambda: lena.post(server, watched + "/say", text="Ten minutes more"),
               self.holds("cleo", sheet + "/messages?after=0", "Ten minutes more"))
        yield (lambda: cleo.post(server, sheet + "/hand-in", sure="yes"), self.holds("lena", watched, "passed, "))


class HouseDesk(House):
    """People, assignments and the letters that tell of them, and training, which leaves a bookmark."""

    def deeds(self, server):
        lena, ada = self.people["lena"], self.people["ada"]
        yield (lambda: lena.post(server, "/people/invite", name="Dora", address="dora@example.org", role="candidate"),
               self.holds("lena", "/outbox", "a letter"))
        yield (lambda: lena.post(server, "/assign", exam="critical-care/quiz", person=self.ben),
               self.holds("lena", "/assignments", "ritical care"))
        for count in range(2):
            page = ada.get(server, "/training/home-infusion")
            item = re.search(r'name="item" value="([^"]+)"', page)
            if not item:
                return
            yield (lambda: ada.post(server, "/training/home-infusion", do="skip", item=item[1]), lambda server: "")
            yield (lambda: ada.post(server, "/training/home-infusion", do="next", item=item[1]),
                   lambda server: "" if ada.get(server, "/training/home-infusion") else "training")


class Syncing:
    """Training in a terminal with the records of a house, which is well."""

    def prepare(self, place):
        self.server = Server(place.server, place.folder)
        assert self.server.is_listening, self.server.end()
        ada = Person(self.server, "ada")
        status, _, page = self.server.ask("POST", "/account/terminals", ada.cookie, {"key": ada.key, "name": "laptop"})
        self.key = re.search(r"<code>([A-Za-z0-9_-]{43})</code>", page)[1]
        place.must("login", f"http://127.0.0.1:{self.server.port}", input=self.key + "\n")
        link = json.loads(pathlib.Path(place.folder, "home/team.json").read_text())
        self.learner = link["learner"]
        self.before = self.kept(place)

    def work(self, place, faults):
        return place.run("train", "--kind", "choice", "--count", "3", "--seed", "1", input="1\n" * 3, faults=faults)

    def kept(self, place):
        return json.loads(place.must("progress", "--learner", self.learner, "--json"))["answers"]

    def shared(self):
        """The moments of the answers that the house has, which tell them apart."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=60)
        moments, after = set(), 0
        while True:
            connection.request("GET", f"/api/v1/training/answers?limit=1000&after={after}",
                               headers={"Authorization": "Bearer " + self.key})
            answers = json.loads(connection.getresponse().read())["answers"]
            if not answers:
                return moments
            moments |= {answer["at"] for answer in answers}
            after = answers[-1]["number"]

    def check(self, place, result):
        judged = len(re.findall(r"^  (?:Right|Not quite|Not right)\.", result.output, re.M))
        acknowledged = judged - result.output.count("could not be kept")
        if "nothing of this session will be kept" in result.errors:
            acknowledged = 0
        kept = self.kept(place)
        assert kept >= self.before + acknowledged, f"LOST {self.before + acknowledged - kept} answers"
        place.must("train", "--kind", "choice", "--count", "1", "--seed", "3", input="1\n")
        answers = self.of_place(place)
        missing = answers - self.shared()
        assert not missing, f"LOST {len(missing)} answers on their way to the house"
        place.must("logout")
        return acknowledged

    def of_place(self, place):
        with sqlite3.connect(f"file:{place.folder}/home/records.sqlite?mode=ro", uri=True) as records:
            return {row[0] for row in records.execute("SELECT at FROM answer")}

    def end(self):
        self.server.end()


WORKS = [HouseSitting, HouseDesk, Syncing]
