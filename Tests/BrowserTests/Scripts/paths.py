"""The main path of each role, by clicks and keys: paths.py PACKAGES PROGRAM FOLDER"""

import sys

from house import PASSWORD, Browser, House, expect


def come_in(browser: Browser, link: str, name: str, address: str | None = None):
    browser.go(link)
    browser.fill("name", name)
    if address:
        browser.fill("address", address)
    browser.fill("password", PASSWORD)
    browser.click("Come in")
    browser.says("Hello, " + name.split()[0])


def invite(browser: Browser, name: str, *roles: str) -> str:
    browser.click("People")
    browser.fill("name", name)
    browser.fill("address", name.split()[0].lower() + "@example.org")
    for role in roles:
        browser.find(f'form[action="/people/invite"] input[value="{role}"]').click()
    browser.click("Invite")
    browser.says("Give " + name)
    return browser.find(".good code").text.removeprefix(browser.house.origin)


def administrator(house: House) -> dict[str, str]:
    browser = Browser(house)
    come_in(browser, house.invitation, "Root Admin", "root@example.org")
    links = {
        "Lena Lead": invite(browser, "Lena Lead", "lead"),
        "Ada Lovelace": invite(browser, "Ada Lovelace", "candidate", "learner"),
    }
    browser.click("Trail")
    browser.says("invited")
    browser.close()
    return links


def learner(browser: Browser):
    browser.click("Training")
    browser.find('a[href="/training/home-infusion"]').click()
    browser.says("Item 1 of 12")
    browser.click("Skip")
    browser.says("The key is")
    browser.click("Next")
    browser.says("Item 2 of 12")
    browser.click("Hint")
    browser.find('ul[aria-label="Hints"], .note')
    browser.click("How far you are")
    browser.says("The chance of a right answer")


def lead(house: House, link: str) -> Browser:
    browser = Browser(house)
    come_in(browser, link, "Lena Lead")
    browser.click("Sittings")
    browser.click("Assign an exam")
    browser.find('input[value="home-infusion/quiz"]').click()
    browser.find('input[name="person"]').click()
    browser.click("Assign")
    browser.says("One person can sit it now.")
    browser.click("To the sittings")
    return browser


def candidate(browser: Browser, watching: Browser):
    browser.click("Exams")
    browser.script("document.querySelector('.card .button').click()")
    browser.find('input[name="agree"]').click()
    browser.click("Begin; the time runs from now on")
    browser.says("0 of 10 answered")
    watching.says("0 of 10")
    answer(browser, 1)
    browser.says("1 of 10 answered")
    # Whoever watches is told without asking.
    watching.says("1 of 10")
    browser.click("Flag item 1")
    browser.says("Unflag item 1")
    browser.find('input[name="sure"]').click()
    browser.click("Hand in")
    browser.wait(lambda: any(words in browser.text() for words in ("It is handed in.", "assed")), "what came of it")


def answer(browser: Browser, number: int):
    section = f"#item-{number} "
    choices = browser.all(section + "input[type=radio]")
    if choices:
        choices[0].click()
    else:
        browser.find(section + "input[name=text]").send_keys("99601")
    browser.says("Kept", section)


def main():
    house = House(*sys.argv[2:4])
    links = administrator(house)
    ada = Browser(house)
    come_in(ada, links["Ada Lovelace"], "Ada Lovelace")
    watching = lead(house, links["Lena Lead"])
    candidate(ada, watching)
    watching.says("passed")
    learner(ada)
    ada.click("Sign out")
    ada.find('input[name="password"]')
    ada.go("/exams")
    expect("/sign-in" in ada.driver.current_url, "somebody who signed out has to sign in")
    for browser in (ada, watching):
        complaints = browser.complaints()
        expect(complaints == [], f"the console is quiet: {complaints}")
        browser.close()
    house.stop()


main()
