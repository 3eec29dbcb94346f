"""A house of the team server: the real program with people in it, who ask it as programs do or in Chromium."""

import http.client
import os
import re
import signal
import socket
import ssl
import subprocess
import sys
import time
import urllib.parse
from pathlib import Path

import packages

packages.prepare(sys.argv[1])

from selenium import webdriver  # noqa: E402
from selenium.webdriver.common.by import By  # noqa: E402
from selenium.webdriver.common.keys import Keys  # noqa: E402,F401

PASSWORD = "correct horse battery"


class House:
    """The program, listening on a port of its own."""

    def __init__(self, program: str, folder: str, isEncrypted: bool = False, **environment: str):
        self.program = program
        self.environment = environment
        self.scheme, self.session, self.options = "http", "preceptor", []
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        if isEncrypted:
            self.encrypt()
        self.port = free_port()
        self.origin = f"{self.scheme}://127.0.0.1:{self.port}"
        self.process = None
        self.invitation = None
        self.start()

    def encrypt(self):
        """By a certificate that nobody vouches for."""
        certificate, key = str(self.folder / "exams.pem"), str(self.folder / "exams.key")
        make = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=exams"
        make = [*make.split(), "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate]
        subprocess.run(make, check=True, capture_output=True)
        self.scheme, self.session = "https", "__Host-preceptor"
        self.options = ["--tls-certificate", certificate, "--tls-key", key]

    def connection(self) -> http.client.HTTPConnection:
        if self.scheme == "https":
            trusting = ssl.create_default_context(cafile=self.folder / "exams.pem")
            return http.client.HTTPSConnection("127.0.0.1", self.port, timeout=60, context=trusting)
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def start(self):
        command = [self.program, "run", "--folder", str(self.folder / "server"), "--listen", f"127.0.0.1:{self.port}"]
        command += self.options
        log = open(self.folder / "errors.txt", "a")
        self.process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=log, text=True, env={**os.environ, **self.environment})
        for line in self.process.stdout:
            if "/invitation/" in line:
                self.invitation = line.split()[-1].removeprefix(self.origin)
            if line.startswith("Listening"):
                return
        raise SystemExit(f"the server ended: {(self.folder / 'errors.txt').read_text()}")

    def kill(self):
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        self.process.wait()

    def administrator(self) -> "Person":
        return self.accept(self.invitation, "Root Admin", "root@example.org")

    def accept(self, invitation: str, name: str, address: str) -> "Person":
        person = Person(self, name, address)
        person.post(invitation, key=False, name=name, address=address, password=PASSWORD)
        return person

    def somebody(self, name: str, *roles: str, by: "Person") -> "Person":
        address = name.split()[0].lower() + "@example.org"
        text = by.post("/people/invite", name=name, address=address, role=roles)
        link = re.search(r"/invitation/[\w-]+", text).group()
        return self.accept(link, name, address)


class Person:
    """Somebody who asks as a program does; `cookie` is a session's."""

    def __init__(self, house: House, name: str, address: str):
        self.house, self.name, self.address, self.cookie, self.form_key = house, name, address, None, None

    def ask(self, method: str, path: str, body: str | None = None) -> tuple[http.client.HTTPResponse, str]:
        connection = self.house.connection()
        fields = {"Origin": self.house.origin}
        if body is not None:
            fields["Content-Type"] = "application/x-www-form-urlencoded"
        if self.cookie:
            fields["Cookie"] = f"{self.house.session}={self.cookie}"
        connection.request(method, path, body, fields)
        answer = connection.getresponse()
        text = answer.read().decode()
        found = re.search(r"preceptor=([\w-]+)", answer.getheader("set-cookie") or "")
        self.cookie = found.group(1) if found else self.cookie
        return answer, text

    def get(self, path: str) -> str:
        return self.ask("GET", path)[1]

    def post(self, path: str, key: bool = True, **fields) -> str:
        if key:
            self.form_key = self.form_key or re.search(r'name="key" value="([^"]+)"', self.get("/account")).group(1)
            fields["key"] = self.form_key
        answer, text = self.ask("POST", path, urllib.parse.urlencode(fields, doseq=True))
        if answer.status >= 400:
            raise SystemExit(f"POST {path}: {answer.status}\n{text}")
        self.went = answer.getheader("location")
        return text


class Browser:
    """Chromium without a window."""

    def __init__(self, house: House, person: Person | None = None, width: int = 1200, height: int = 900):
        options = webdriver.ChromeOptions()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--lang=en"):
            options.add_argument(argument)
        options.accept_insecure_certs = house.scheme == "https"
        options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
        self.driver = webdriver.Chrome(options, webdriver.ChromeService("/usr/bin/chromedriver"))
        self.driver.set_page_load_timeout(60)
        self.house = house
        self.resize(width, height)
        if person:
            self.go("/sign-in")
            cookie = {"name": house.session, "value": person.cookie, "httpOnly": True, "sameSite": "Lax"}
            self.driver.add_cookie({**cookie, "secure": house.scheme == "https"})

    def close(self):
        self.driver.quit()

    def tell(self, command: str, **parameters):
        """Speaks to the browser's own tools."""
        return self.driver.execute_cdp_cmd(command, parameters)

    def go(self, path: str):
        self.driver.get(self.house.origin + path)

    def resize(self, width: int, height: int = 900):
        self.tell("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)
        self.wait(lambda: self.script("return innerWidth === arguments[0]", width), f"a window of {width} pixels")
        # What depends on the width is laid out anew before the next picture.
        self.driver.execute_async_script("requestAnimationFrame(() => setTimeout(arguments[0]))")

    def scheme(self, scheme: str, **others: str):
        features = {"prefers-color-scheme": scheme, **others}
        self.tell(
            "Emulation.setEmulatedMedia", features=[{"name": name, "value": value} for name, value in features.items()])

    def network(self, is_there: bool):
        self.tell("Network.enable")
        self.tell(
            "Network.emulateNetworkConditions", offline=not is_there, latency=0, downloadThroughput=-1,
            uploadThroughput=-1)

    def script(self, text: str, *arguments):
        return self.driver.execute_script(text, *arguments)

    def find(self, selector: str):
        return self.wait(lambda: next((one for one in self.all(selector) if one.is_displayed()), None), selector)

    def all(self, selector: str):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector: str = "main") -> str:
        """What can be read there now, at one moment."""
        seen = "[...document.querySelectorAll(arguments[0])].filter(one => one.checkVisibility()).map(one => one.innerText)"
        return self.script(f"return {seen}.join(' ').replaceAll('\\u00a0', ' ')", selector)

    def click(self, words: str):
        """A link or button, by what it says."""
        path = f"//*[self::a or self::button or self::summary][normalize-space()={quoted(words)}]"

        def press():
            found = next((one for one in self.driver.find_elements(By.XPATH, path) if one.is_displayed()), None)
            if found:
                self.script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", found)
                found.click()
            return found

        self.wait(press, words)

    def fill(self, name: str, text: str):
        field = self.find(f'[name="{name}"]')
        field.clear()
        field.send_keys(text)

    def wait(self, condition, what: str, seconds: float = 60, where: str = "main"):
        end = time.monotonic() + seconds
        while True:
            try:
                found = condition()
                if found:
                    return found
            except Exception as error:  # The page may be changing; what is wrong is told at the end.
                found = error
            if time.monotonic() > end:
                self.driver.save_screenshot(str(self.house.folder / "missed.png"))
                raise SystemExit(f"waited in vain for: {what}\nat {self.driver.current_url}\n{self.text(where)[:2000]}\n{found}")
            time.sleep(0.05)

    def says(self, words: str, selector: str = "main", seconds: float = 60):
        self.wait(lambda: words in self.text(selector), words, seconds, selector)

    def complaints(self) -> list[str]:
        """What the console has to complain of."""
        return [entry["message"] for entry in self.driver.get_log("browser")]


def quoted(words: str) -> str:
    return f'"{words}"' if "'" in words else f"'{words}'"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def expect(condition, what: str):
    if not condition:
        raise SystemExit(f"not so: {what}")
