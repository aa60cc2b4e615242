"""Opens every page of an output folder in Debian's Firefox, from disk and with its strict file origin on. See README.md."""

import argparse
import contextlib
import json
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from marionette_driver.marionette import Marionette

from check_live import address, prepared, settings, shown
from site_pages import pages

# A telephone, and a laptop. Firefox makes no window narrower than 450 px, so the telephone is a frame within one.
WIDTHS = (390, 1280)

PREFERENCES = {
    # A page may read no other file, as for everybody who opens the folder.
    "security.fileuri.strict_origin_policy": "true",
    "app.normandy.enabled": "false",
    "app.update.disabledForTesting": "true",
    "browser.aboutwelcome.enabled": "false",
    "browser.shell.checkDefaultBrowser": "false",
    "browser.startup.page": "0",
    "browser.tabs.remote.autostart": "true",
    "datareporting.policy.dataSubmissionEnabled": "false",
    "network.captive-portal-service.enabled": "false",
    "network.connectivity-service.enabled": "false",
    "remote.prefs.recommended": "false",
    "services.settings.server": '""',
    "toolkit.cosmeticAnimations.enabled": "false",
}

# Every film of a page: next, the last frame, and back to the first, by its buttons and by a key.
STEP = """
  const problems = [];
  for (const film of document.querySelectorAll('ol.film')) {
    const frames = [...film.children];
    if (frames.length < 2) continue;
    const bar = film.previousElementSibling;
    const seen = () => frames.map((f, i) => f.checkVisibility({visibilityProperty: true}) ? i : -1).filter(i => i >= 0).join();
    const expect = (wanted, after) => {
      if (seen() !== String(wanted)) problems.push(`${frames[0].id}: after ${after} frame ${seen()}, wanted ${wanted}`);
    };
    if (!bar?.matches('.film-bar')) { problems.push(`${frames[0].id} has no buttons`); continue; }
    expect(0, 'opening');
    bar.querySelector('.film-next').click();
    expect(1, 'Next');
    if (location.hash !== '#' + frames[1].id) problems.push(`${frames[0].id}: Next leads to ${location.hash}`);
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
    heading: document.querySelector('h1')?.getClientRects().length ?? 0, styled: document.styleSheets.length,
    unseen: [...document.querySelectorAll('svg.figure-drawing')].filter(e => e.checkVisibility() && !e.getBoundingClientRect().height).length,
  };
"""

# What went wrong since the last look: errors of scripts and of the content-security policy, blocked requests.
ERRORS = """
  const found = Services.console.getMessageArray().filter(m => m instanceof Ci.nsIScriptError && !(m.flags & 1)
      && m.sourceName.startsWith('file:'))
    .map(m => `${m.category}: ${m.errorMessage} (${m.sourceName}:${m.lineNumber})`);
  Services.console.reset();
  return found;
"""

NARROW = """
  const [width] = arguments;
  const browser = gBrowser.selectedBrowser;
  browser.style.maxWidth = width ? width + 'px' : '';
"""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextlib.contextmanager
def firefox() -> Iterator[Marionette]:
    """Debian's Firefox with a fresh profile, driven by Marionette, which it carries in itself."""
    executable = shutil.which("firefox-esr") or shutil.which("firefox")
    if executable is None:
        raise SystemExit("no Firefox; install it with: apt-get install firefox-esr")
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        lines = [f'user_pref("{name}", {value});' for name, value in PREFERENCES.items()]
        lines.append(f'user_pref("marionette.port", {port});')
        (pathlib.Path(profile) / "user.js").write_text("\n".join(lines) + "\n")
        program = subprocess.Popen(
            [executable, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile", profile],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            driver = Marionette(host="127.0.0.1", port=port, startup_timeout=60)
            wait_for(port, program)
            driver.start_session()
            yield driver
        finally:
            program.terminate()
            try:
                program.wait(20)
            except subprocess.TimeoutExpired:
                program.kill()


def wait_for(port: int, program: subprocess.Popen) -> None:
    for _ in range(300):
        if program.poll() is not None:
            raise SystemExit(f"Firefox ended with {program.returncode}")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.2)
    raise SystemExit("Firefox does not answer")


def errors(driver: Marionette) -> list[str]:
    with driver.using_context("chrome"):
        return driver.execute_script(ERRORS)


def check_pages(driver: Marionette, files: list[pathlib.Path], width: int) -> tuple[int, list[str]]:
    """Films that were stepped through, and what is wrong."""
    problems: list[str] = []
    films = 0
    with driver.using_context("chrome"):
        driver.execute_script(NARROW, [width if width < 500 else 0])
    driver.set_window_rect(width=max(width, 500), height=900)
    errors(driver)
    for file in files:
        driver.navigate(file.as_uri())
        where = f"{file.parent.name}/{file.name} at {width} px"
        state = driver.execute_script(PAGE)
        if state["width"] > width or state["width"] < width - 60:
            problems.append(f"{where}: the window is {state['width']} px wide")
        if state["over"] > 0:
            problems.append(f"{where}: {state['over']} px too wide")
        if not state["heading"] or not state["styled"]:
            problems.append(f"{where}: no heading is seen, or no style")
        if state["unseen"]:
            problems.append(f"{where}: {state['unseen']} drawings have no height")
        films += state["films"]
        problems += [f"{where}: {text}" for text in driver.execute_script(STEP)]
        problems += [f"{where}: {text}" for text in errors(driver)]
    return films, problems


def check_origin(driver: Marionette, folder: pathlib.Path) -> list[str]:
    """That what is checked here is the strict origin: a page from disk cannot read the file beside it."""
    driver.navigate((folder / "index.html").as_uri())
    answer = driver.execute_async_script(
        """const done = arguments[arguments.length - 1];
           const request = new XMLHttpRequest();
           request.onload = () => done('read'); request.onerror = () => done('refused');
           try { request.open('GET', 'style.css'); request.send() } catch (error) { done('refused') }""",
        script_timeout=10_000)
    errors(driver)
    return [] if answer == "refused" else [f"a page may read another file: {answer}"]


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


def check_live(driver: Marionette, folder: pathlib.Path) -> list[str]:
    """The engine runs from disk: the model writes what was recorded, and a small one learns the same twice."""
    usage = json.loads((folder / "run" / "usage.json").read_text())
    problems = []
    for language in ("en", "ja"):
        if not (folder / language / "live.html").exists():
            continue
        answer = next(prepared(answer) for answer in usage["answers"] if answer["language"] == language)
        driver.navigate((folder / language / "live.html").as_uri() + address(**settings(answer)))
        tokens = driver.execute_async_script(ASK, script_timeout=30_000)
        wanted = [shown(choice["chosen"]) for choice in answer["choices"]]
        if tokens != wanted:
            problems.append(f"{language}: the live page writes {tokens}, not {wanted}")
        driver.navigate((folder / language / "train.html").as_uri())
        lines = driver.execute_async_script(TRAIN, script_timeout=30_000)
        if len(set(lines[:3])) < 3 or lines[:3] != lines[3:]:
            problems.append(f"{language}: the small model learns {lines[:3]} and then {lines[3:]}")
        problems += [f"{language}, live: {text}" for text in errors(driver)]
    return problems


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    folder = parser.parse_args().folder.resolve()
    files = pages(folder)
    start = time.monotonic()
    problems: list[str] = []
    films = 0
    with firefox() as driver:
        version = driver.session_capabilities["browserVersion"]
        problems += check_origin(driver, folder)
        for width in WIDTHS:
            found, wrong = check_pages(driver, files, width)
            films += found
            problems += wrong
        problems += check_live(driver, folder)
    for problem in problems:
        print("FAILED", problem, file=sys.stderr)
    print(
        f"Firefox {version}: {len(files)} pages at {len(WIDTHS)} widths, {films} films, "
        f"{len(problems)} problems, {time.monotonic() - start:.0f} s")
    sys.exit(1 if problems or films == 0 else 0)


if __name__ == "__main__":
    main()
