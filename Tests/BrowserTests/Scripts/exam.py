"""An exam under what may happen to it: exam.py PACKAGES PROGRAM FOLDER"""

import re
import sys
import time

from house import PASSWORD, Browser, House, Keys, expect

SITTING = re.compile(r"/sitting/[\w-]+")


def field(number: int) -> str:
    return f"#item-{number} input[name=text]"


class Sitting:
    """Somebody who sits an exam, in which one may go back, in a browser."""

    def __init__(self, house: House, person):
        self.person = person
        person.post("/exams/critical-care/certification", agree="yes")
        self.path = person.went
        self.browser = Browser(house, person)
        self.browser.go(self.path)
        self.count = 0

    def show(self, number: int, browser: Browser | None = None):
        browser = browser or self.browser
        browser.find(f'#items [data-item="{number}"]').click()
        browser.find(f"#item-{number}")

    def answer(self, number: int, browser: Browser | None = None) -> str:
        """Answers otherwise than before, and gives what was answered."""
        browser = browser or self.browser
        self.show(number, browser)
        choices = browser.all(f"#item-{number} input[type=radio]")
        if choices:
            chosen = next(choice for choice in choices if not choice.is_selected())
            chosen.click()
            return chosen.get_attribute("value")
        typed = browser.find(field(number))
        self.count += 1
        typed.send_keys(str(self.count))
        return typed.get_attribute("value")

    def kept(self, number: int, browser: Browser | None = None):
        (browser or self.browser).says("Kept", f"#item-{number} .kept")

    def known(self, number: int) -> str:
        """What the server has."""
        section = self.person.get(self.path).split(f'id="item-{number}"')[1].split("</section>")[0]
        chosen = re.search(r'name="text" value="([^"]*)" checked', section)
        typed = re.search(r'id="answer-\d+" name="text" value="([^"]*)"', section)
        return (chosen or typed or [None, ""])[1]


def without_network(sitting: Sitting):
    browser = sitting.browser
    sitting.answer(1)
    sitting.kept(1)
    browser.network(False)
    begun = time.monotonic()
    answers = {2: sitting.answer(2)}
    browser.says("No connection", "#state", 5)
    expect(time.monotonic() - begun < 5, "trouble shows soon")
    answers[3] = sitting.answer(3)
    sitting.show(4)
    expect("Not kept yet" in browser.script("return document.querySelector('#item-2 .kept').textContent"), "not kept")
    expect(sitting.known(2) == "", "nothing has reached the server")
    browser.network(True)
    browser.says("The connection is back", "#state", 30)
    for number, text in answers.items():
        expect(sitting.known(number) == text, f"{text} is kept of item {number}, not {sitting.known(number)}")


def reload(sitting: Sitting):
    browser = sitting.browser
    browser.network(False)
    text = sitting.answer(4)
    browser.says("No connection", "#state")
    browser.network(True)
    browser.script("window.onbeforeunload = null; location.reload()")
    sitting.kept(4)
    browser.wait(lambda: sitting.known(4) == text, "what was typed before the reload is sent after it")
    expect("#item-4" in browser.driver.current_url, "the same item is shown after a reload")


def two_windows(house: House, sitting: Sitting):
    sitting.browser.driver.execute_script("window.open(arguments[0])", sitting.path)
    first, second = sitting.browser.driver.window_handles
    driver = sitting.browser.driver
    driver.switch_to.window(second)
    sitting.browser.says("open in another window", "#windows")
    driver.switch_to.window(first)
    sitting.browser.says("open in another window", "#windows")
    mine = sitting.answer(5)
    sitting.kept(5)
    # Another browser, which knows nothing of this one.
    other = Browser(house, sitting.person)
    other.go(sitting.path)
    expect(sitting.known(5) == mine, "the first window's answer is kept")
    theirs = sitting.answer(5, other)
    sitting.kept(5, other)
    last = sitting.answer(5)
    sitting.browser.says("In another window you answered", "#item-5 .kept")
    expect(sitting.known(5) == theirs, "nothing is written over that was not seen")
    sitting.browser.click(f"Use “{last}”")
    sitting.kept(5)
    expect(sitting.known(5) == last, "what was chosen is kept")
    other.close()
    driver.switch_to.window(second)
    driver.close()
    driver.switch_to.window(first)


def killed_node(house: House, sitting: Sitting):
    house.kill()
    text = sitting.answer(6)
    sitting.browser.says("No connection", "#state", 5)
    house.start()
    sitting.kept(6)
    expect(sitting.known(6) == text, "what was typed while nobody listened is kept")


def clock_set_back(house: House, sitting: Sitting):
    other = Browser(house, sitting.person)
    other.tell(
        "Page.addScriptToEvaluateOnNewDocument",
        source="const real = Date.now; Date.now = () => real() - 3600000;"
        "const Real = Date; window.Date = class extends Real {"
        "constructor(...all) { all.length ? super(...all) : super(real() - 3600000) } };")
    other.go(sitting.path)
    sitting.browser.go(sitting.path)
    both = [minutes(other), minutes(sitting.browser)]
    expect(abs(both[0] - both[1]) <= 1, f"a clock that was set back gains nothing: {both}")
    other.close()


def minutes(browser: Browser) -> int:
    text = browser.wait(lambda: browser.find("#clock").text if ":" in browser.find("#clock").text else None, "a clock")
    return int(text.split(":")[0])


def handed_in(house: House, sitting: Sitting):
    other = Browser(house, sitting.person)
    other.go(sitting.path)
    sitting.browser.find('input[name="sure"]').click()
    sitting.browser.click("Hand in")
    sitting.browser.says("assed", "main")
    sitting.answer(7, other)
    other.says("Not kept", "#item-7 .kept")
    sitting.browser.driver.back()
    sitting.browser.says("assed", "main")
    other.close()


def by_keyboard(house: House, person):
    browser = Browser(house)
    browser.go("/exams")

    def focused():
        return browser.driver.switch_to.active_element

    def tab_to(selector: str, most: int = 80):
        for _ in range(most):
            if browser.script("return document.activeElement.matches(arguments[0])", selector):
                return focused()
            focused().send_keys(Keys.TAB)
        raise SystemExit(f"the keyboard does not lead to {selector}\n{browser.text()[:500]}")

    tab_to("[name=address]").send_keys(person.address)
    tab_to("[name=password]").send_keys(PASSWORD + Keys.ENTER)
    browser.find(".card .button")
    tab_to(".card .button").send_keys(Keys.ENTER)
    browser.find("[name=agree]")
    tab_to("[name=agree]").send_keys(Keys.SPACE)
    tab_to("main button").send_keys(Keys.ENTER)
    browser.find("#item-1")
    answer = tab_to("#item-1 [name=text]")
    answer.send_keys(Keys.SPACE if answer.get_attribute("type") == "radio" else "99601")
    browser.says("Kept", "#item-1 .kept")
    tab_to("#next").send_keys(Keys.ENTER)
    browser.find("#item-2")
    expect(browser.script("return document.activeElement.id") == "item-2", "focus goes to the item that is shown")
    tab_to("[name=sure]").send_keys(Keys.SPACE)
    tab_to("#end button").send_keys(Keys.ENTER)
    browser.says("assed")
    browser.close()


def main():
    house = House(*sys.argv[2:4])
    root = house.administrator()
    lead = house.somebody("Lena Lead", "lead", by=root)
    ada = house.somebody("Ada Lovelace", "candidate", by=root)
    bob = house.somebody("Bob Boole", "candidate", by=root)
    people = re.findall(r'name="person" value="([^"]+)"', lead.get("/assign"))
    lead.post("/assign", exam="critical-care/certification", person=people)
    sitting = Sitting(house, ada)
    without_network(sitting)
    reload(sitting)
    two_windows(house, sitting)
    killed_node(house, sitting)
    clock_set_back(house, sitting)
    handed_in(house, sitting)
    sitting.browser.close()
    by_keyboard(house, bob)
    house.stop()


main()
