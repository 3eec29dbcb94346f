"""A pack from two educators to an exam, whose time is stopped, made longer and over: clock.py PACKAGES PROGRAM FOLDER"""

import re
import sys
import time
from pathlib import Path

from house import Browser, House, expect
from selenium.common.exceptions import WebDriverException

# A machine that is busy may take longer than the short exam lasts to show it; then it is sat once more.
ATTEMPTS = 9

BLUEPRINT = """  - id: {id}
    title: {id}
    summary: A few items.
    minutes: {minutes}
    grace: {grace}
    attempts: {attempts}
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
    exams = BLUEPRINT.format(id="long", minutes=30, grace=0, attempts=1)
    exams += BLUEPRINT.format(id="short", minutes=1, grace=600, attempts=ATTEMPTS)
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
    """A candidate who sits exams, and whoever watches, each in a browser that is open before an exam begins."""

    def __init__(self, house: House, candidate, lead):
        self.candidate = candidate
        self.browser, self.watching = Browser(house, candidate), Browser(house, lead)

    def begin(self, exam: str):
        self.candidate.post(f"/exams/lesson/{exam}", agree="yes")
        self.path = self.candidate.went
        self.browser.go(self.path)

    def watch(self):
        self.watching.go(self.path.replace("/sitting/", "/sittings/"))

    def close(self):
        self.browser.close()
        self.watching.close()


def seconds(browser: Browser) -> int:
    minutes, rest = browser.find("#clock").text.split()[0].split(":")
    return int(minutes) * 60 + int(rest)


def stopped_and_longer(sitting: Sitting):
    browser, watching = sitting.browser, sitting.watching
    sitting.begin("long")
    sitting.watch()
    watching.find("#hold-reason").send_keys("a fire alarm")
    watching.click("Stop the time")
    watching.says("a fire alarm")
    browser.says("The supervisor has stopped the time", seconds=120)
    browser.driver.refresh()
    browser.says("a fire alarm")
    expect(not browser.all("input[name=text]"), "no item is shown while the time stands still")
    watching.click("Let the time run on")
    # The page goes on by itself.
    browser.find("#clock")
    began, before = time.monotonic(), seconds(browser)
    watching.find("#minutes").send_keys("7")
    watching.find("#extend-reason").send_keys("the alarm")
    watching.click("Give more time")
    browser.says("You have 7 minutes more: the alarm", "#messages", 120)
    gained = seconds(browser) - before + time.monotonic() - began
    expect(360 < gained < 480, f"the clock has the minutes that were given: {gained} seconds")


def typed_in_time(browser: Browser) -> bool:
    """Whether an answer was typed without a network before the minute was over."""
    browser.network(False)
    try:
        browser.driver.find_element("css selector", ".item:not([hidden]) input[name=text]").send_keys("99601")
        return True
    except WebDriverException:
        browser.network(True)
        return False


def late(sitting: Sitting):
    """What was typed in time without a network comes in after the end, and is marked."""
    browser, watching = sitting.browser, sitting.watching
    for _ in range(ATTEMPTS):
        sitting.begin("short")
        if typed_in_time(browser):
            break
        sitting.candidate.post(sitting.path + "/hand-in", sure="yes")
    browser.says("The time is over", "#state", 120)
    expect(not browser.find(".item input[name=text]").is_enabled(), "nothing can be typed after the end")
    browser.complaints()
    browser.network(True)
    browser.says("Kept", ".item .kept", 60)
    sitting.watch()
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
    sitting = Sitting(house, ada, lead)
    stopped_and_longer(sitting)
    ada.post(sitting.path + "/hand-in", sure="yes")
    late(sitting)
    sitting.close()
    house.stop()


main()
