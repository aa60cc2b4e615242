"""What is asked of the pages in every browser: that they are whole, that films step, that the engine runs. See README.md.

The browsers differ in how they are driven; a `Window` is what they have in common.
"""

import argparse
import json
import pathlib
import sys
import time
from typing import Any, Protocol

from recorded import address, prepared, settings, shown
from site_pages import pages

# A telephone, and a laptop.
WIDTHS = (390, 1280)
HEIGHT = 900
# In seconds: how long a page or the engine may take.
PATIENCE = 30

# Every film of a page: next and back by its buttons, the last frame and the first by a key, each at its own address.
STEP = """
  const problems = [];
  for (const film of document.querySelectorAll('ol.film')) {
    const frames = [...film.children];
    if (frames.length < 2) continue;
    const bar = film.previousElementSibling;
    const seen = () => frames.map((f, i) => f.checkVisibility({visibilityProperty: true}) ? i : -1).filter(i => i >= 0).join();
    const expect = (wanted, after) => {
      if (seen() !== String(wanted)) problems.push(`${frames[0].id}: after ${after} frame ${seen()}, wanted ${wanted}`);
      if (after !== 'opening' && location.hash !== '#' + frames[wanted].id) problems.push(`${frames[0].id}: ${after} leads to ${location.hash}`);
    };
    if (!bar?.matches('.film-bar')) { problems.push(`${frames[0].id} has no buttons`); continue; }
    expect(0, 'opening');
    bar.querySelector('.film-next').click();
    expect(1, 'Next');
    bar.querySelector('.film-back').click();
    expect(0, 'Back');
    const key = name => bar.querySelector('.film-next').dispatchEvent(new KeyboardEvent('keydown', {key: name, bubbles: true, cancelable: true}));
    key('End');
    expect(frames.length - 1, 'End');
    key('Home');
    expect(0, 'Home');
  }
  return problems;
"""

PAGE = """
  const root = document.documentElement;
  return {
    over: root.scrollWidth - root.clientWidth, width: root.clientWidth, films: document.querySelectorAll('ol.film').length,
    heading: document.querySelector('h1')?.getClientRects().length ?? 0, styled: getComputedStyle(root).getPropertyValue('--ground') !== '',
    unseen: [...document.querySelectorAll('svg.figure-drawing')].filter(e => e.checkVisibility() && !e.getBoundingClientRect().height).length,
  };
"""

# Whether a page may read the file beside it.
READ = """
  const done = arguments[arguments.length - 1];
  const request = new XMLHttpRequest();
  request.onload = () => done('read'); request.onerror = () => done('refused');
  try { request.open('GET', 'style.css'); request.send() } catch (error) { done('refused') }
"""

# Starts the engine and says what it wrote, token by token.
ASK = """
  const done = arguments[arguments.length - 1];
  const result = document.getElementById('live-result');
  const tell = () => {
    const tokens = [...result.querySelectorAll('.live-token')].map(token => token.textContent);
    if (tokens.length) done(tokens);
    else setTimeout(tell, 50);
  };
  document.getElementById('live-button').click();
  tell();
"""

# Starts the small model, takes some steps, begins anew and takes them again: what was said each time.
TRAIN = """
  const done = arguments[arguments.length - 1];
  const said = document.getElementById('live-said'), lines = [];
  const next = (id, then) => {
    const before = said.textContent;
    document.getElementById(id).click();
    const wait = () => said.textContent === before || !/[0-9]/.test(said.textContent) && id !== 'train-reset' ? setTimeout(wait, 30) : then();
    wait();
  };
  const steps = (count, then) => count ? next('train-step', () => { lines.push(said.textContent); steps(count - 1, then) }) : then();
  document.getElementById('live-button').click();
  const ready = () => document.querySelector('#live-result .live-part')
    ? steps(3, () => next('train-reset', () => steps(3, () => done(lines)))) : setTimeout(ready, 50);
  ready();
"""


# Starts the engine and says what the rules leave of a text.
CLEAN = """
  const done = arguments[arguments.length - 1];
  const tell = () => {
    const left = document.getElementById('live-left');
    if (left) done(left.textContent);
    else setTimeout(tell, 50);
  };
  document.getElementById('live-button').click();
  tell();
"""


class Window(Protocol):
    """A window of a browser, however it is driven."""

    # The browser and its version.
    name: str

    def widen(self, width: int) -> None:
        """Makes the page so many pixels wide."""

    def open(self, address: str) -> None:
        """Goes to an address and waits for the page."""

    def run(self, script: str) -> Any:
        """What the body of a function returns, in the page."""

    def wait(self, script: str) -> Any:
        """What the body of a function gives to its last argument, in the page. Raises `TimeoutError`."""

    def errors(self) -> list[str]:
        """What went wrong since the last look: errors of scripts and of the content-security policy, and what else the browser tells."""


def check_pages(window: Window, files: list[pathlib.Path], width: int) -> tuple[int, list[str]]:
    """Films that were stepped through, and what is wrong."""
    problems: list[str] = []
    films = 0
    window.widen(width)
    window.errors()
    for file in files:
        window.open(file.as_uri())
        where = f"{file.parent.name}/{file.name} at {width} px"
        state = window.run(PAGE)
        if state["width"] > width or state["width"] < width - 60:
            problems.append(f"{where}: the window is {state['width']} px wide")
        if state["over"] > 0:
            problems.append(f"{where}: {state['over']} px too wide")
        if not state["heading"] or not state["styled"]:
            problems.append(f"{where}: no heading is seen, or no style")
        if state["unseen"]:
            problems.append(f"{where}: {state['unseen']} drawings have no height")
        films += state["films"]
        problems += [f"{where}: {text}" for text in window.run(STEP)]
        problems += [f"{where}: {text}" for text in window.errors()]
    return films, problems


def check_origin(window: Window, folder: pathlib.Path) -> list[str]:
    """That what is checked here is the strict origin: a page from disk cannot read the file beside it."""
    window.open((folder / "index.html").as_uri())
    answer = window.wait(READ)
    window.errors()
    return [] if answer == "refused" else [f"a page may read another file: {answer}"]


def check_answer(window: Window, page: pathlib.Path, answer: dict) -> list[str]:
    """The model writes what was recorded."""
    window.open(page.as_uri() + address(**settings(answer)))
    tokens = window.wait(ASK)
    wanted = [shown(choice["chosen"]) for choice in answer["choices"]]
    return [] if tokens == wanted else [f"the live page writes {tokens}, not {wanted}"]


def check_training(window: Window, page: pathlib.Path) -> list[str]:
    """A small model learns the same twice."""
    window.open(page.as_uri())
    lines = window.wait(TRAIN)
    same = len(set(lines[:3])) == 3 and lines[:3] == lines[3:]
    return [] if same else [f"the small model learns {lines[:3]} and then {lines[3:]}"]


def check_cleaning(window: Window, page: pathlib.Path) -> list[str]:
    """A text is cleaned, with the forms of characters that the browser knows."""
    window.open(page.as_uri() + address(q="ﾐﾗとﾀﾞﾝ、mira@bakery.example", form="plain"))
    left = window.wait(CLEAN)
    return [] if left == "ミラとダン、[email]" else [f"cleaning leaves {left!r}"]


def check_live(window: Window, folder: pathlib.Path) -> list[str]:
    """The engine runs from disk, on the live pages of both languages."""
    usage = json.loads((folder / "run" / "usage.json").read_text())
    problems = []
    for language in ("en", "ja"):
        if not (folder / language / "live.html").exists():
            continue
        answer = next(prepared(answer) for answer in usage["answers"] if answer["language"] == language)
        found = []
        try:
            found += check_answer(window, folder / language / "live.html", answer)
            found += check_training(window, folder / language / "train.html")
            found += check_cleaning(window, folder / language / "clean.html")
        except TimeoutError:
            found.append(f"the engine does not answer within {PATIENCE} s")
        problems += [f"{language}, live: {text}" for text in found + window.errors()]
    return problems


def asked_folder(description: str | None) -> pathlib.Path:
    """The output folder that the command line names."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=pathlib.Path)
    return parser.parse_args().folder.resolve()


def check(window: Window, folder: pathlib.Path) -> None:
    """Checks all pages of a folder, says what is wrong, and ends the program."""
    start = time.monotonic()
    files = pages(folder)
    films = 0
    problems = check_origin(window, folder)
    for width in WIDTHS:
        found, wrong = check_pages(window, files, width)
        films += found
        problems += wrong
    problems += check_live(window, folder)
    for problem in problems:
        print("FAILED", problem, file=sys.stderr)
    print(
        f"{window.name}: {len(files)} pages at {len(WIDTHS)} widths, {films} films, "
        f"{len(problems)} problems, {time.monotonic() - start:.0f} s")
    sys.exit(1 if problems or films == 0 else 0)
