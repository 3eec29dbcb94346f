"""Every page, as everybody may see it: pages.py PACKAGES PROGRAM FOLDER

Each is held against axe (WCAG 2.2, levels A and AA) in light and dark, and may not be wider than its window from 320 to
1920 pixels, nor with letters of twice the size. The console says nothing, and nothing comes from another host.
Screenshots are left in the folder.
"""

import re
import sys
import zipfile
from pathlib import Path

from house import Browser, House, expect
from looker import Looker

def nobody(house: House, folder) -> list[str]:
    looker = Looker(house, None, folder)
    looker.look("sign-in", "/sign-in")
    sizes = "return performance.getEntries().reduce((sum, one) => sum + (one.transferSize ?? 0), 0)"
    size = looker.browser.script(sizes)
    if not 0 < size < 60_000:
        looker.faults.append(f"the first page takes {size} bytes")
    looker.browser.fill("address", "x@example.org")
    looker.browser.fill("password", "wrong wrong wrong")
    looker.browser.click("Sign in")
    looker.browser.find("#problem")
    looker.look("sign-in-refused")
    looker.look("nothing", "/nothing")
    return looker.done()


def candidate(house: House, person, lead, folder) -> list[str]:
    looker = Looker(house, person, folder)
    looker.look("home", "/")
    looker.look("exams", "/exams")
    looker.look("rules", "/exams/critical-care/certification")
    person.post("/exams/critical-care/certification", agree="yes")
    sitting = person.went
    looker.look("sitting", sitting)
    looker.browser.find("#items [data-item='2']").click()
    looker.browser.network(False)
    looker.browser.script(
        "const field = document.querySelector('#item-2 [name=text]');"
        "if (field.type === 'radio') field.checked = true; else field.value = '99601';"
        "field.dispatchEvent(new Event('change', {bubbles: true}))")
    looker.browser.says("No connection", "#state")
    looker.browser.complaints()
    looker.look("sitting-offline")
    looker.browser.network(True)
    looker.browser.says("Kept", "#item-2 .kept", 30)
    looker.browser.complaints()
    looker.browser.click("Take a break")
    looker.browser.says("Your time stands still.")
    looker.look("break")
    looker.browser.click("Go on with the exam")
    looker.browser.find("#clock")
    watched = sitting.replace("/sitting/", "/sittings/")
    lead.post(watched + "/time", deed="hold", reason="a fire alarm")
    looker.look("held", sitting)
    lead.post(watched + "/time", deed="release")
    lead.post(watched + "/time", deed="extend", minutes="5", reason="the alarm")
    looker.look("sitting-told", sitting)
    person.post(sitting + "/hand-in", sure="yes")
    looker.look("result", sitting + "/result")
    return looker.done()


def learner(house: House, person, folder) -> list[str]:
    looker = Looker(house, person, folder)
    looker.look("trainings", "/training")
    looker.look("training", "/training/home-infusion")
    answer(looker.browser, "99602 x9")
    looker.look("training-answered")
    looker.look("progress", "/training/home-infusion/progress")
    looker.look("account", "/account")
    lesson(looker, person)
    return looker.done()


def answer(browser: Browser, text: str):
    """Chooses the first option, or types."""
    options = browser.all("#answering .options button")
    if options:
        options[0].click()
    else:
        browser.find("#text").send_keys(text)
        browser.click("Answer")
    browser.find("#review, #unread")


def lesson(looker: Looker, person):
    """The stages of a lesson, one of each kind, and of another with papers to read."""
    browser, lessons = looker.browser, "/lessons/home-infusion"
    looker.look("lessons", lessons)
    person.post(lessons, lesson="first-code")
    looker.look("lesson-words", lessons + "/now")
    while not browser.all("#answering"):
        browser.click("Go on")
        if "An example" in browser.text("h2"):
            looker.look("lesson-example")
    looker.look("lesson-faded")
    answer(browser, "999")
    looker.look("lesson-worked")
    browser.click("To the practice")
    looker.look("lesson-practice")
    answer(browser, "99602 x9")
    looker.look("lesson-practised")
    person.post(lessons, lesson="reading-a-chart")
    browser.go(lessons + "/now")
    browser.click("I know this: to the practice")
    for _ in range(12):
        if browser.all(".paper"):
            return looker.look("lesson-chart")
        browser.click("Skip")
        browser.click("Go on")
    expect(False, "of twelve visits one is told in papers")


def keeper(house: House, person, folder) -> list[str]:
    looker = Looker(house, person, folder)
    looker.look("sittings", "/sittings")
    attempt = re.search(r'href="(/sittings/\w[^"]*-1)"', person.get("/sittings")).group(1)
    looker.look("attempt", attempt)
    looker.look("reports", "/reports")
    report = "/reports/critical-care/certification"
    looker.look("report", report)
    looker.look("report-refused", report + "?from=2026-04-01&to=2026-03-01")
    looker.look("certificates", "/certificates")
    looker.look("issuer", "/issuer")
    roster(looker, folder)
    groups(looker)
    looker.look("assign", "/assign")
    looker.look("assignments", "/assignments")
    looker.look("people", "/people")
    looker.look("outbox", "/outbox")
    looker.look("learning-systems", "/learning-systems")
    looker.look("courses", "/courses")
    looker.look("trail", "/trail")
    looker.look("keys", "/keys")
    looker.browser.fill("name", "results to the training department")
    looker.browser.find('input[value="results:read"]').click()
    looker.browser.click("Make it")
    looker.look("keys-made")
    looker.look("terminals", "/account/terminals")
    looker.browser.fill("name", "the laptop")
    looker.browser.click("Make a key for it")
    looker.look("terminals-made")
    return looker.done()


def groups(looker: Looker):
    """Groups that nobody leads, and one that somebody does."""
    looker.look("groups", "/groups")
    looker.browser.click("Let them lead it")
    looker.browser.says("leads Night team no longer")
    looker.look("groups-led")


def educator(house: House, person, folder) -> list[str]:
    """A pack with a mistake, and one without, from the archive to an item."""
    looker = Looker(house, person, folder)
    looker.look("packs", "/packs")
    source = Path(__file__).parents[2] / "EndToEnd/Packs/lesson"
    for name, words in (("refused", "kind: infusoin"), ("put-up", "kind: infusion")):
        archive = folder / f"{name}.zip"
        with zipfile.ZipFile(archive, "w") as files:
            for file in sorted(source.glob("*.yaml")):
                files.writestr(file.name, file.read_text().replace("kind: infusion", words, 1))
        looker.browser.go("/packs")
        looker.browser.find("#file").send_keys(str(archive))
        looker.browser.click("Put up")
        if name == "refused":
            looker.browser.find("#problem")
            looker.look("packs-refused")
    looker.browser.go("/packs")
    looker.look("packs-put-up")
    version = re.search(r'href="(/packs/[0-9a-f]{64})">lesson', person.get("/packs")).group(1)
    looker.look("pack", version)
    looker.look("pack-item", version + "/items/scenario/four-hours")
    looker.browser.go("/packs")
    looker.browser.find("#folder").send_keys(str(source))
    looker.browser.click("Put up")
    looker.browser.says("This version is put up already", "#problem")
    return looker.done()


def roster(looker: Looker, folder):
    """Files about a team, one with a mistake and one without."""
    looker.look("roster", "/roster")
    table = folder / "team.csv"
    for name, text in (("refused", "candidate,name,email\nc1,Ada,\n"),
                       ("taken-in", "candidate,name,email,group\nc1,Max Born,max@example.org,Night team\n")):
        table.write_text(text)
        looker.browser.find("#file").send_keys(str(table))
        looker.browser.click("Take in")
        looker.browser.find("#problem" if name == "refused" else "#links")
        looker.look(f"roster-{name}")


def main():
    # Nobody takes letters on, so that the outbox has something to show.
    house = House(*sys.argv[2:4], PRECEPTOR_MAIL="smtp://127.0.0.1:9", PRECEPTOR_MAIL_FROM="exams@example.org")
    folder = house.folder
    root = house.administrator()
    keepers = house.somebody("Lena Lead", "lead", "administrator", by=root)
    ada = house.somebody("Ada Lovelace", "candidate", "learner", by=root)
    house.somebody("Nora North", "group-lead", by=root)
    root.post("/people/invite", name="Grace Hopper", address="grace@example.org", role="educator")
    people = re.findall(r'name="person" value="([^"]+)"', keepers.get("/assign"))
    keepers.post("/assign", exam="critical-care/certification", person=people, breaks="15", reason="insulin")
    faults = nobody(house, folder) + candidate(house, ada, keepers, folder) + learner(house, ada, folder)
    faults += keeper(house, keepers, folder)
    faults += educator(house, house.somebody("Erin Educator", "educator", by=root), folder)
    house.stop()
    expect(faults == [], "\n" + "\n".join(faults))


main()
