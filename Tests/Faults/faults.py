"""Lets every write of records, logs, registers and rosters go wrong, one at a time, and looks whether anything is lost.

    faults.py PROGRAM [--every N] [--seed N] [--only NAME] [--house]

With --house it is a team's server that is tried, PROGRAM-server.

Each piece of work is done once to count the calls by which it changes files, then over and over, from the same start,
with one call going wrong in one of the ways of faults.c; of all these, every N-th is tried. After each, without faults,
whatever was acknowledged must be there, what is kept must be sound, and the work must be able to go on. What is wrong
is told, a line each, and the exit status is 1 then.
"""

import argparse
import concurrent.futures
import json
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

import house

HERE = pathlib.Path(__file__).resolve().parent
LESSON = HERE.parent / "EndToEnd" / "Packs" / "lesson"
KINDS = ["fail", "full", "short", "kill-before", "kill-half", "kill-after"]
KILLED, INTERNAL = -9, 70
BLUEPRINT = """\
blueprints:
  - id: final
    title: The lesson, final
    summary: Whoever passes has read the lesson.
    minutes: 30
    attempts: 3
    wait: { hours: 0 }
    pass-mark: { percent: 1, justification: enough for a trial }
    navigation: free
    sections:
      - { id: visits, title: Visits, count: 3, kinds: [claim], policies: [cpt-midpoint] }
      - { id: terms, title: Terms, count: 2, kinds: [term] }
"""
# One of the visits is right so, which is enough to pass.
ANSWERS = "".join(f"go {number}\nanswer 99601 x1\n" for number in range(1, 6)) + "submit\nsubmit\n"


class Result:
    def __init__(self, done):
        self.code = done.returncode
        self.output = done.stdout.decode(errors="replace")
        self.errors = done.stderr.decode(errors="replace")


class Place:
    """A folder of its own with everything that the program keeps."""

    def __init__(self, program, folder):
        self.program, self.folder = program, os.path.realpath(folder)
        self.server = program + "-server"

    def copy(self, folder):
        shutil.copytree(self.folder, folder, symlinks=True)
        return Place(self.program, folder)

    def run(self, *arguments, input="", faults={}):
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": self.folder,
                       "PRECEPTOR_HOME": self.folder + "/home", **faults}
        return Result(subprocess.run([self.program, *arguments], input=input.encode(), cwd=self.folder,
                                     env=environment, capture_output=True, timeout=120))

    def must(self, *arguments, input=""):
        result = self.run(*arguments, input=input)
        assert result.code == 0, f"{arguments}: {result.code} {result.output} {result.errors}"
        return result.output


class Training:
    """Five answers of a learner who has answered before."""

    def prepare(self, place):
        place.must("train", "--learner", "Ada", "--kind", "choice", "--count", "2", "--seed", "7", input="1\n1\n")

    def work(self, place, faults):
        return place.run("train", "--learner", "Ada", "--kind", "choice", "--count", "5", "--seed", "1",
                         input="1\n" * 5, faults=faults)

    def kept(self, place):
        result = place.run("progress", "--learner", "Ada", "--json")
        if result.code == 66:
            return 0
        assert result.code == 0, f"the records are broken: {result.errors}"
        return json.loads(result.output)["answers"]

    def check(self, place, result, before=2):
        judged = len(re.findall(r"^  (?:Right|Not quite|Not right)\.", result.output, re.M))
        acknowledged = before + judged - result.output.count("could not be kept")
        if "nothing of this session will be kept" in result.errors:
            acknowledged = before
        kept = self.kept(place)
        assert kept >= acknowledged, f"LOST {acknowledged - kept} of {acknowledged} answers"
        assert kept <= before + judged + 1, f"{kept} answers are kept, and {before + judged} were given"
        place.must("train", "--learner", "Ada", "--kind", "choice", "--count", "1", "--seed", "3", input="1\n")
        assert self.kept(place) == kept + 1, "the next answer is not kept"
        return acknowledged


class Newcomer(Training):
    """The same on a machine where nothing is kept yet."""

    def prepare(self, place):
        pass

    def check(self, place, result):
        return super().check(place, result, before=0)


class Rescuing(Training):
    """Records whose first page a disk has damaged, and what is whole in them."""

    def prepare(self, place):
        super().prepare(place)
        with open(place.folder + "/home/records.sqlite", "r+b") as file:
            file.seek(120)
            file.write(b"x")

    def work(self, place, faults):
        return place.run("rescue", faults=faults)

    def check(self, place, result):
        assert result.code != 0 or self.kept(place) == 2, "LOST answers that were told to be rescued"
        place.must("rescue")
        assert self.kept(place) == 2, "LOST answers of damaged records"
        place.must("train", "--learner", "Ada", "--kind", "choice", "--count", "1", "--seed", "3", input="1\n")
        assert self.kept(place) == 3, "the next answer is not kept"
        return 2 * (result.code == 0)


class Lessons:
    """A lesson from its first step to its end."""

    def prepare(self, place):
        place.must("learn", "--learner", "Ada", "--seed", "1", input="120\n")

    def work(self, place, faults):
        return place.run("learn", "--learner", "Ada", "--seed", "1", input="0\n99601 x1\n", faults=faults)

    def check(self, place, result):
        listed = place.must("learn", "--learner", "Ada", "--list")
        is_told = "Done. What the codes are for" in result.output and "be kept" not in result.output + result.errors
        assert not is_told or "mastered" in listed, f"LOST a lesson that was told to be done: {listed}"
        place.must("learn", "--learner", "Ada", "--seed", "1", input="quit\n")
        return int(is_told)


class Team:
    """A pack with an exam, and what works on it shares."""

    def prepare(self, place):
        shutil.copytree(LESSON, place.folder + "/pack")
        os.chmod(place.folder + "/pack", 0o755)
        pathlib.Path(place.folder, "pack/blueprints.yaml").write_text(BLUEPRINT)

    def begin(self, place):
        place.must("exam", "take", "final", "--candidate", "Ada", "--pack", "pack", input="agree\n")

    def go_on(self, place, faults={}):
        return place.run("exam", "take", "final", "--candidate", "Ada", "--pack", "pack", input=ANSWERS, faults=faults)

    def verify(self, place):
        for log in pathlib.Path(place.folder, "home/exams/attempts").glob("*.log"):
            verified = place.run("exam", "verify", str(log))
            assert ": intact" in verified.output, f"{log.name} does not verify: {verified.output} {verified.errors}"


class Sitting(Team):
    """An exam whose five items are answered, and which is then submitted."""

    def prepare(self, place):
        super().prepare(place)
        self.begin(place)

    def work(self, place, faults):
        return self.go_on(place, faults)

    def standing(self, place):
        result = json.loads(place.must("exam", "result", "--candidate", "Ada", "--pack", "pack", "--json"))
        result = result[0] if isinstance(result, list) else result
        return result["state"], result["answered"]

    def check(self, place, result):
        acknowledged = result.output.count("Kept: ")
        state, answered = self.standing(place)
        assert answered >= acknowledged, f"LOST {acknowledged - answered} of {acknowledged} answers"
        assert state == "submitted" or "Result" not in result.output, "LOST a submission that was told"
        if state != "submitted":
            self.go_on(place)
            assert self.standing(place) == ("submitted", 5), f"it does not go on: {self.standing(place)}"
        self.verify(place)
        return acknowledged


class Beginning(Team):
    """An exam's first minute, from nothing kept to one answer."""

    def work(self, place, faults):
        return place.run("exam", "take", "final", "--candidate", "Ada", "--pack", "pack",
                         input="agree\n99601 x1\nquit\n", faults=faults)

    def check(self, place, result):
        acknowledged = result.output.count("Kept: ")
        if acknowledged:
            found = json.loads(place.must("exam", "result", "--candidate", "Ada", "--pack", "pack", "--json"))
            found = found[0] if isinstance(found, list) else found
            assert found["answered"] >= acknowledged, "LOST the first answer"
        place.must("exam", "take", "final", "--candidate", "Ada", "--pack", "pack", input="agree\n99601 x1\nquit\n")
        self.verify(place)
        return acknowledged


class Roster(Team):
    """A roster that takes another one's place."""

    def prepare(self, place):
        super().prepare(place)
        pathlib.Path(place.folder, "old.csv").write_text("candidate,name\nada,Ada\nbob,Bob\n")
        pathlib.Path(place.folder, "new.csv").write_text("candidate,name\nada,Ada B\ncyd,Cyd\ndan,Dan\n")
        place.must("exam", "roster", "import", "old.csv")

    def work(self, place, faults):
        return place.run("exam", "roster", "import", "new.csv", faults=faults)

    def names(self, place):
        return re.findall(r'"name":"([^"]*)"', place.must("exam", "roster", "show", "--json"))

    def check(self, place, result):
        before = ["Ada", "Bob"]
        found = self.names(place)
        assert found == before or "Cyd" in found and "Dan" in found, f"half a roster: {found}"
        assert result.code != 0 or found != before, "LOST a roster that was told to be taken in"
        place.must("exam", "roster", "import", "new.csv")
        assert "Dan" in self.names(place), "the next roster is not kept"
        return int(result.code == 0)


class Assigning(Roster):
    """An exam that is assigned to somebody."""

    def work(self, place, faults):
        return place.run("exam", "assign", "final", "--to", "ada", "--pack", "pack", faults=faults)

    def check(self, place, result):
        shown = place.must("exam", "roster", "show", "--json")
        assert self.names(place)[:2] == ["Ada", "Bob"], f"half a roster: {shown}"
        assert result.code != 0 or '"final"' in shown, "LOST an assignment"
        place.must("exam", "assign", "final", "--to", "bob", "--pack", "pack")
        return int(result.code == 0)


class Issuer(Team):
    """An issuer of certificates with a key of its own."""

    def work(self, place, faults):
        return place.run("exam", "issuer", "init", "--name", "A Team", "--url", "https://example.org/t", faults=faults)

    def check(self, place, result):
        shown = place.run("exam", "issuer", "show")
        assert shown.code in (0, 66), f"half an issuer: {shown.errors}"
        assert result.code != 0 or shown.code == 0, "LOST an issuer"
        if shown.code == 66:
            place.must("exam", "issuer", "init", "--name", "A Team", "--url", "https://example.org/t")
        place.must("exam", "issuer", "rotate")
        return int(result.code == 0)


class Certifying(Team):
    """A certificate, which the register knows."""

    def prepare(self, place):
        super().prepare(place)
        place.must("exam", "issuer", "init", "--name", "A Team", "--url", "https://example.org/t")
        self.begin(place)
        assert self.go_on(place).code == 0
        log, = pathlib.Path(place.folder, "home/exams/attempts").glob("*.log")
        pathlib.Path(place.folder, "log").write_text(str(log))

    def work(self, place, faults, folder="ada"):
        return place.run("exam", "certificate", pathlib.Path(place.folder, "log").read_text(), "--email",
                         "ada@example.org", "--out", folder, "--json", faults=faults)

    def check(self, place, result):
        register = place.must("exam", "issuer", "show", "--issued", "--json")
        if os.path.exists(place.folder + "/ada"):
            verified = place.run("exam", "verify", "ada/certificate.jwt")
            assert verified.code == 0, f"half a certificate: {verified.errors}"
            token = pathlib.Path(place.folder, "ada/certificate.jwt").read_text()
            assert register != "[]\n" and token, "a certificate that the register does not know"
        if result.code == 0:
            assert json.loads(result.output)["id"] in register, "LOST an entry of the register"
        assert self.work(place, {}, "again").code == 0, "the next certificate is not issued"
        return int(result.code == 0)


class Crediting(Certifying):
    """A point that was given after an exam, and is taken back."""

    def prepare(self, place):
        super().prepare(place)
        place.must("exam", "roster", "grader", "Cyd")
        assert any(self.credit(place, str(item), "--points", "1", "--reason", "first").code == 0 for item in (1, 2))

    def credit(self, place, *what, faults={}):
        return place.run("exam", "credit", pathlib.Path(place.folder, "log").read_text(), *what, "--by", "Cyd",
                         faults=faults)

    def work(self, place, faults):
        return self.credit(place, "--undo", "1", "--reason", "trial", faults=faults)

    def check(self, place, result):
        self.verify(place)
        kept = [file for file in pathlib.Path(place.folder, "home/exams").rglob("*") if file.is_file()]
        text = "".join(file.read_text(errors="replace") for file in kept)
        assert result.code != 0 or "trial" in text, "LOST an addendum"
        again = self.work(place, {})
        assert again.code == 0 or "trial" in text, f"no addendum any more: {again.errors}"
        self.verify(place)
        return int(result.code == 0)


class Importing(Team):
    """Questions that are taken into a pack."""

    def prepare(self, place):
        super().prepare(place)
        pathlib.Path(place.folder, "q.gift").write_text(
            "// [tag:before]\n::one:: What is a line? {=a claim line ~a form ####It has a code.\\n\\nSource: guide}\n")

    def work(self, place, faults):
        return place.run("pack", "import", "q.gift", "--into", "pack", faults=faults)

    def check(self, place, result):
        checked = place.run("pack", "check", "pack")
        assert checked.code == 0, f"half a pack: {checked.output}"
        return int(result.code == 0)


class Accommodating(Roster):
    """More time for somebody, a retake and a grader, each a change of the roster."""

    def work(self, place, faults):
        return place.run("exam", "roster", "accommodate", "ada", "--extra-time", "50%", "--reason", "trial",
                         faults=faults)

    def check(self, place, result):
        shown = place.must("exam", "roster", "show", "--json")
        assert self.names(place)[:2] == ["Ada", "Bob"], f"half a roster: {shown}"
        assert result.code != 0 or "50" in shown, "LOST an accommodation"
        place.must("exam", "roster", "grader", "Cyd")
        return int(result.code == 0)


WORKS = [Training, Newcomer, Rescuing, Lessons, Beginning, Sitting, Roster, Assigning, Accommodating, Issuer,
         Certifying, Crediting, Importing]


def build_shim(folder):
    shim = os.path.join(folder, "faults.so")
    compiler = shutil.which("clang") or shutil.which("cc") or sys.exit("There is no C compiler; install clang.")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-o", shim, str(HERE / "faults.c"), "-ldl"], check=True)
    return shim


def try_one(work, start, folder, shim, at, kind):
    """Does the work with one fault; gives what was acknowledged, and what is wrong or None."""
    place = start.copy(folder)
    try:
        result = work.work(place, {"LD_PRELOAD": shim, "FAULT_FOLDER": place.folder, "FAULT_AT": str(at),
                                   "FAULT_KIND": kind})
        if result.code == INTERNAL or result.code < 0 and not (result.code == KILLED and kind.startswith("kill")):
            return 0, f"CRASH {result.code}: {result.errors[-500:]}"
        return work.check(place, result), None
    except (AssertionError, subprocess.TimeoutExpired, ValueError, KeyError) as wrong:
        return 0, f"{type(wrong).__name__}: {wrong}"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only")
    parser.add_argument("--house", action="store_true")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    faults = acknowledged = crashes = lost = 0
    wrongs = []
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(2) as workers:
        shim = build_shim(folder)
        for make in house.WORKS if options.house else WORKS:
            if options.only and make.__name__ != options.only:
                continue
            work = make()
            start = Place(os.path.abspath(options.program), os.path.join(folder, make.__name__))
            os.makedirs(start.folder + "/home")
            work.prepare(start)
            calls = os.path.join(folder, make.__name__ + ".calls")
            counting = start.copy(start.folder + ".count")
            done = work.work(counting, {"LD_PRELOAD": shim, "FAULT_FOLDER": counting.folder, "FAULT_CALLS": calls})
            assert done.code == 0, f"{make.__name__}: {done.output} {done.errors}"
            work.check(counting, done)
            count = os.path.getsize(calls)
            trials = [(at, kind) for at in range(1, count + 1) for kind in KINDS]
            trials = trials[chance.randrange(options.every)::options.every]
            outcomes = workers.map(
                lambda trial: try_one(work, start, f"{start.folder}.{trial[0]}.{trial[1]}", shim, *trial), trials)
            wrong = 0
            for (at, kind), (told, problem) in zip(trials, outcomes):
                acknowledged += told
                if problem:
                    wrong += 1
                    crashes += problem.startswith("CRASH")
                    lost += "LOST" in problem
                    wrongs.append(f"{make.__name__} call {at} {kind}: {problem}")
                    print(wrongs[-1], flush=True)
            getattr(work, "end", lambda: None)()
            faults += len(trials)
            print(f"{make.__name__}: {count} calls, {len(trials)} faults, {wrong} wrong", flush=True)
    print(f"{faults} faults injected, {crashes} crashes, {lost} losses of what was acknowledged, "
          f"{len(wrongs) - crashes - lost} other problems; {acknowledged} acknowledgements checked")
    sys.exit(1 if wrongs else 0)


if __name__ == "__main__":
    main()
