"""Somebody who looks at pages with other eyes: axe (WCAG 2.2, levels A and AA), wide and narrow, light and dark."""

import sys
from pathlib import Path

from house import Browser, House

AXE = (Path(sys.argv[1]) / "packages/axe_playwright_python/axe.min.js").read_text()
RULES = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}}
# A page that is not there, a form that is refused, and a server that is asked while there is no network.
MEANT = ("status of 404", "status of 409", "status of 422", "ERR_INTERNET_DISCONNECTED")
WIDE = "return document.documentElement.scrollWidth > document.documentElement.clientWidth"


class Looker:
    """Somebody who looks at pages, and what is wrong with them."""

    def __init__(self, house: House, person, folder):
        self.browser = Browser(house, person)
        self.folder = folder
        self.faults = []

    def look(self, name: str, path: str | None = None):
        browser = self.browser
        if path:
            browser.go(path)
        for scheme in ("light", "dark"):
            browser.scheme(scheme)
            for width in (320, 1920, 400, 1200):
                browser.resize(width)
                if browser.script(WIDE):
                    self.faults.append(f"{name} is wider than {width} pixels")
                if width in (400, 1200):
                    browser.driver.save_screenshot(str(self.folder / f"{name}-{width}-{scheme}.png"))
                    self.check(f"{name} ({width} pixels, {scheme})")
        browser.script("document.documentElement.style.fontSize = '200%'")
        if browser.script(WIDE):
            self.faults.append(f"{name} is too wide with large letters")
        browser.script("document.documentElement.style.fontSize = ''")
        hosts = browser.script("return performance.getEntriesByType('resource').map((one) => new URL(one.name).origin)")
        if set(hosts) - {browser.house.origin}:
            self.faults.append(f"{name} asks other hosts: {set(hosts)}")
        for complaint in browser.complaints():
            if not any(words in complaint for words in MEANT):
                self.faults.append(f"{name}: {complaint}")

    def check(self, name: str):
        driver = self.browser.driver
        if not driver.execute_script("return 'axe' in window"):
            driver.execute_script(AXE)
        script = "axe.run(document, arguments[0]).then(arguments[arguments.length - 1])"
        for fault in driver.execute_async_script(script, RULES)["violations"]:
            places = "; ".join(node["html"][:160] for node in fault["nodes"][:3])
            self.faults.append(f"{name}: {fault['id']}: {fault['help']}: {places}")

    def done(self) -> list[str]:
        self.browser.close()
        return self.faults
