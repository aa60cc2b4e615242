"""What the pages of an output folder may weigh, and how soon the heaviest of them is seen."""

import argparse
import gzip
import json
import pathlib
import subprocess
import sys

from playwright.sync_api import Browser, sync_playwright

from site_pages import launch, pages

PAGE = 600_000
PAGE_GZIPPED = 120_000
# Script that a person reads: all of it together.
SCRIPT = 40_000
# What the live page loads once it is asked to: engine and model.
LIVE = 5_500_000
# Pages, style and script of both languages.
SITE = 9_000_000
# The recording, the model and the diagrams as well.
FOLDER = 22_000_000
FIRST_PAINT = 300
# All pages from a recording on one core, in milliseconds.
RENDERING = 2000


def weights(folder: pathlib.Path) -> list[tuple[str, int, int]]:
    """What is weighed, its bytes, and how many it may have at most."""
    files = pages(folder)
    live = folder / "live.js"
    scripts = sum(file.stat().st_size for file in folder.glob("*.js") if file != live)
    styles = sum(file.stat().st_size for file in folder.glob("*.css"))
    found = [(str(file.relative_to(folder)), file.stat().st_size, PAGE) for file in files]
    found += [(f"{file.relative_to(folder)} gzipped", len(gzip.compress(file.read_bytes())), PAGE_GZIPPED) for file in files]
    found.append(("all scripts", scripts, SCRIPT))
    if live.exists():
        found.append(("live.js", live.stat().st_size, LIVE))
    found.append(("all pages, style and script", sum(file.stat().st_size for file in files) + styles + scripts, SITE))
    found.append(("the whole folder", sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()), FOLDER))
    return found


def first_paint(browser: Browser, folder: pathlib.Path) -> tuple[str, float]:
    """The heaviest page, and the milliseconds until something of it is seen: the best of five, for machines are busy."""
    heaviest = max(pages(folder), key=lambda file: file.stat().st_size)
    times = []
    for _ in range(5):
        page = browser.new_page()
        page.goto(heaviest.as_uri())
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        times.append(page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime"))
        page.close()
    return str(heaviest.relative_to(folder)), min(times)


def check(browser: Browser, folder: pathlib.Path, report) -> None:
    for name, size, most in weights(folder):
        report.expect(0 < size <= most, f"{name}: {size:,} bytes, {most:,} are allowed")
    name, time = first_paint(browser, folder)
    report.expect(time < FIRST_PAINT, f"{name} is first seen after {time:.0f} ms, {FIRST_PAINT} are allowed")


def rendering(nakami: pathlib.Path, folder: pathlib.Path) -> float:
    """Milliseconds in which all pages are rendered from the folder's recording: the best of some, for machines are busy."""
    result = subprocess.run(
        [nakami, "bench", "site", "--out", folder, "--seconds", "12", "--threads", "1", "--json"],
        check=True, capture_output=True, text=True)
    return json.loads(result.stdout)["min_ms"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--nakami", type=pathlib.Path, help="the program, to measure how long it renders all pages")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    with sync_playwright() as playwright:
        browser = launch(playwright)
        name, time = first_paint(browser, folder)
        browser.close()
    rows = weights(folder)
    for what, size, most in sorted(rows, key=lambda row: row[1] / row[2])[-8:]:
        print(f"{size:>12,} of {most:>10,} bytes  {what}")
    print(f"{time:>12.0f} of {FIRST_PAINT:>10} ms     {name} is first seen")
    over = sum(size > most for _, size, most in rows) + (time >= FIRST_PAINT)
    if arguments.nakami:
        taken = rendering(arguments.nakami.resolve(), folder)
        print(f"{taken:>12.0f} of {RENDERING:>10,} ms     all pages are rendered")
        over += taken > RENDERING
    sys.exit(1 if over else 0)


if __name__ == "__main__":
    main()
