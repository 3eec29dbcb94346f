"""A pack from two educators to an exam, whose time is stopped, made longer and over: clock.py PACKAGES PROGRAM FOLDER"""

import re
import sys
from pathlib import Path

from house import Browser, House, expect

BLUEPRINT = """  - id: {id}
    title: {id}
    summary: A few items.
    minutes: {minutes}
    grace: {grace}
    attempts: 1
    wait: {{ hours: 0 }}
    pass-mark: {{ percent: 60, justification: enough for a lesson }}
    navigation: free
    sections:
      - {{ id: visits, title: Visits, count: 3, kinds: [claim], policies: [cpt-midpoint] }}
"""


def pack(folder: Path) -> Path:
    """The lesson with a long exam and a short one."""
    source = Path(__file__).parents[2] / "EndToEnd/Packs/lesson"
    place = folder / "lesson"
    place.mkdir()
    for file in source.glob("*.yaml"):
        (place / file.name).write_text(file.read_text())
    exams = BLUEPRINT.format(id="long", minutes=30, grace=0) + BLUEPRINT.format(id="short", minutes=1, grace=60)
    (place / "blueprints.yaml").write_text("blueprints:\n" + exams)
    return place


def educators(house: House, root):
    """One puts the folder up, the other reviews it and takes it into use."""
    first = Browser(house, house.somebody("Erin Educator", "educator", by=root))
    first.go("/packs")
    first.find("#folder").send_keys(str(pack(house.folder)))
    first.fill("note", "two exams")
    first.click("Put up")
    first.wait(lambda: re.search(r"/packs/[0-9a-f]{64}", first.driver.current_url), "the page of the version")
    expect("I have reviewed it" not in first.text(), "nobody reviews what they have put up")
    second = Browser(house, house.somebody("Otto Educator", "educator", by=root))
    second.go("/packs")
    second.find('main a[href^="/packs/"] .unseen')
    second.find("table a").click()
    second.click("I have reviewed it")
    second.says("by Otto Educator")
    second.click("Take into use")
    second.says("in use")
    for browser in (first, second):
        expect(browser.complaints() == [], "the console is quiet")
        browser.close()


class Sitting:
    """A candidate who sits an exam, and whoever watches it, each in a browser."""

    def __init__(self, house: House, candidate, lead, exam: str):
        candidate.post(f"/exams/lesson/{exam}", agree="yes")
        self.name = candidate.went.split("/")[-1]
        self.browser, self.watching = Browser(house, candidate), Browser(house, lead)
        self.browser.go(candidate.went)
        self.watching.go(f"/sittings/{self.name}")

    def close(self):
        self.browser.close()
        self.watching.close()


def seconds(browser: Browser) -> int:
    minutes, rest = browser.find("#clock").text.split()[0].split(":")
    return int(minutes) * 60 + int(rest)


def stopped_and_longer(sitting: Sitting):
    browser, watching = sitting.browser, sitting.watching
    watching.find("#hold-reason").send_keys("a fire alarm")
    watching.click("Stop the time")
    watching.says("a fire alarm")
    browser.says("The supervisor has stopped the time", seconds=40)
    browser.driver.refresh()
    browser.says("a fire alarm")
    expect(not browser.all("input[name=text]"), "no item is shown while the time stands still")
    watching.click("Let the time run on")
    # The page goes on by itself.
    browser.find("#clock")
    before = seconds(browser)
    watching.find("#minutes").send_keys("7")
    watching.find("#extend-reason").send_keys("the alarm")
    watching.click("Give more time")
    browser.says("You have 7 minutes more: the alarm", "#messages", 40)
    expect(350 < seconds(browser) - before <= 420, "the clock has the minutes that were given")


def late(sitting: Sitting):
    """What was typed in time without a network comes in after the end, and is marked."""
    browser, watching = sitting.browser, sitting.watching
    browser.network(False)
    typed = browser.find(".item:not([hidden]) input[name=text]")
    typed.send_keys("99601")
    browser.says("The time is over", "#state", 90)
    expect(not typed.is_enabled(), "nothing can be typed after the end")
    browser.complaints()
    browser.network(True)
    browser.says("Kept", ".item .kept", 30)
    watching.driver.refresh()
    watching.says("1 answer came in after the time")


def main():
    house = House(*sys.argv[2:4])
    root = house.administrator()
    educators(house, root)
    lead = house.somebody("Lena Lead", "lead", by=root)
    ada = house.somebody("Ada Lovelace", "candidate", by=root)
    person = re.search(r'name="person" value="([^"]+)"', lead.get("/assign")).group(1)
    for exam in ("long", "short"):
        lead.post("/assign", exam=f"lesson/{exam}", person=person)
    for exam, what in (("long", stopped_and_longer), ("short", late)):
        sitting = Sitting(house, ada, lead, exam)
        what(sitting)
        sitting.close()
    house.stop()


main()
