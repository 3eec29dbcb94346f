"""Renders pages of HTML in headless Chromium, and says what is wrong with how they look.

    look.py FOLDER PAGE...

Each page is laid out 400 and 1200 pixels wide, light and dark. It may say nothing in the console; it may not be wider
than its window; each chart has a size, its words lie within it and not upon each other; and words stand out against
what is behind them (WCAG 2.2, 1.4.3: 4.5 to 1). Screenshots are left in the folder. The exit status is 1 where
something is wrong.
"""

import html
import json
import re
import subprocess
import sys
from pathlib import Path

WIDTHS = (400, 1200)
SCHEMES = {"dark": 0, "light": 1}

MEASURE = """
function brightness(color) {
    const parts = color.match(/[0-9.]+/g).slice(0, 3).map(part => part / 255)
        .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2];
}
function contrast(one, other) {
    const [low, high] = [brightness(one), brightness(other)].sort((left, right) => left - right);
    return (high + 0.05) / (low + 0.05);
}
function overlap(left, right) {
    return Math.min(left.right, right.right) - Math.max(left.left, right.left) > 1
        && Math.min(left.bottom, right.bottom) - Math.max(left.top, right.top) > 2;
}
function faults(frame, scheme) {
    const page = frame.contentDocument, view = frame.contentWindow, found = [];
    const root = page.documentElement;
    if (root.scrollWidth > root.clientWidth)
        found.push(`is ${root.scrollWidth} pixels wide in a window of ${root.clientWidth}`);
    const behind = view.getComputedStyle(page.body).backgroundColor;
    if ((brightness(behind) < 0.5) !== (scheme === "dark")) found.push(`is not ${scheme}: ${behind}`);
    for (const element of page.querySelectorAll("h1, h2, p, td, th, li, li span, b, svg text")) {
        const style = view.getComputedStyle(element);
        const ratio = contrast(element.closest("svg") ? style.fill : style.color, behind);
        if (ratio < 4.5) found.push(`"${element.textContent.slice(0, 30)}" stands out by ${ratio.toFixed(1)} only`);
    }
    for (const chart of page.querySelectorAll("svg")) {
        const name = chart.getAttribute("aria-label"), box = chart.getBoundingClientRect();
        if (box.width < 300 || box.height < 10) found.push(`${name}: is ${box.width} by ${box.height}`);
        const words = [...chart.querySelectorAll("text")].filter(word => word.textContent)
            .map(word => [word.textContent, word.getBoundingClientRect()]);
        for (const [text, place] of words)
            if (place.left < box.left - 1 || place.right > box.right + 1 || place.bottom > box.bottom + 2)
                found.push(`${name}: "${text}" is cut off`);
        words.forEach(([text, place], number) => words.slice(number + 1).forEach(([other, there]) => {
            if (overlap(place, there)) found.push(`${name}: "${text}" and "${other}" lie upon each other`);
        }));
    }
    return found;
}
"""


def chromium(folder: Path, scheme: str, *options: str) -> subprocess.CompletedProcess:
    """Runs Chromium to its end, with a profile of its own and no network."""
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run"]
    command += ["--disable-background-networking", "--enable-logging=stderr", "--virtual-time-budget=5000"]
    command += [f"--user-data-dir={folder / 'profile'}", f"--blink-settings=preferredColorScheme={SCHEMES[scheme]}"]
    return subprocess.run([*command, *options], capture_output=True, text=True, timeout=120)


def look(page: Path, folder: Path, scheme: str) -> list[str]:
    """What is wrong with a page; leaves its screenshots."""
    words = html.escape(page.read_text())
    frames = "".join(f'<iframe style="width:{width}px;height:900px" srcdoc="{words}"></iframe>' for width in WIDTHS)
    harness = folder / f"{page.stem}-{scheme}.harness.html"
    harness.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><body>{frames}<pre id=found></pre><script>{MEASURE}"
        "onload = () => document.getElementById('found').textContent = JSON.stringify("
        f"[...document.querySelectorAll('iframe')].map(frame => faults(frame, '{scheme}')));</script>"
    )
    shown = chromium(folder, scheme, "--dump-dom", harness.as_uri())
    found = re.search(r"<pre id=\"found\">(.*?)</pre>", shown.stdout, re.DOTALL)
    if not found or not found[1]:
        return [f"was not measured: {shown.stderr[-400:]}"]
    faults = [line for line in shown.stderr.splitlines() if "CONSOLE" in line]
    for width, those in zip(WIDTHS, json.loads(html.unescape(found[1]))):
        faults += [f"{width} px: {fault}" for fault in those]
        picture = folder / f"{page.stem}-{scheme}-{width}.png"
        # Chromium makes no window narrower than 500 pixels, so that the narrow page is shown in a frame.
        source = harness_of_one(page, folder, width) if width < 500 else page.resolve()
        size = f"--window-size={max(width, 500)},2400"
        chromium(folder, scheme, f"--screenshot={picture}", size, source.as_uri())
    return faults


def harness_of_one(page: Path, folder: Path, width: int) -> Path:
    path = folder / f"{page.stem}-{width}.harness.html"
    frame = f'<iframe style="width:{width}px;height:2380px;border:0" srcdoc="{html.escape(page.read_text())}"></iframe>'
    path.write_text(f"<!DOCTYPE html><meta charset=utf-8><body style='margin:0'>{frame}")
    return path


def main(folder: Path, pages: list[Path]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    faults = [f"{page.name}, {scheme}, {fault}" for page in pages for scheme in SCHEMES
              for fault in look(page, folder, scheme)]
    for fault in faults:
        print(fault)
    print(f"{len(pages)} pages, {len(faults)} faults; screenshots are in {folder}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), [Path(page) for page in sys.argv[2:]]))
