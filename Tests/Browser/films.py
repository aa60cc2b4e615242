"""Steps through the films of a page: first, middle and last frame, by button, key, slider, swipe and address."""

import pathlib
from collections.abc import Callable

from playwright.sync_api import Browser, Page

STATE = """film => {
  const frames = [...film.children];
  const seen = frames.map((f, i) => f.checkVisibility({visibilityProperty: true}) ? i : -1).filter(i => i >= 0);
  const bar = film.previousElementSibling;
  return {count: frames.length, seen, ids: frames.map(f => f.id), height: film.getBoundingClientRect().height,
    slider: +(bar?.querySelector('.film-slider')?.value ?? 0),
    name: bar?.querySelector('.film-slider')?.getAttribute('aria-valuetext'),
    title: frames[seen[0]]?.querySelector('.film-title').textContent.trim()};
}"""


SHARES = (0, 0.5, 1)


def check(page: Page, address: str, report, look: Callable[[], None], shares: tuple[float, ...] = SHARES) -> None:
    """All films of a page at their first, middle and last frames; `look` is called in each of these states."""
    page.goto(address)
    films = [film for film in page.locator("ol.film").all() if film.evaluate(STATE)["count"] > 1]
    heights = [film.evaluate(STATE)["height"] for film in films]
    for share in shares if films else ():
        for film, height in zip(films, heights):
            wanted = int((film.evaluate(STATE)["count"] - 1) * share)
            film.locator("xpath=preceding-sibling::div[1]").locator(".film-slider").evaluate(
                "(e, value) => { e.value = value; e.dispatchEvent(new Event('input')) }", str(wanted + 1))
            state = film.evaluate(STATE)
            where = f"{address}: {state['ids'][0]} at frame {wanted + 1}"
            report.expect(state["seen"] == [wanted], f"{where}: {state['seen']} are seen")
            report.expect(state["name"] == state["title"], f"{where}: the slider says {state['name']}")
            report.expect(abs(state["height"] - height) < 1, f"{where}: what stands below moves")
            address_is_own = page.evaluate("location.hash") == "#" + state["ids"][wanted]
            report.expect(wanted == 0 or address_is_own, f"{where}: wrong address")
        # A frame that is still fading in has no contrast yet.
        page.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => null)")
        look()


def check_address(page: Page, folder: pathlib.Path, report) -> None:
    """Buttons, keys, swipe and links on one page; a wrong address leads to the first frame."""
    file = (folder / "en" / "lessons" / "merging-pairs.html").as_uri()
    page.goto(file)
    film = page.locator("ol.film").first
    count = film.evaluate(STATE)["count"]
    name = page.locator("figure:has(ol.film)").first.get_attribute("id")
    bar = film.locator("xpath=preceding-sibling::div[1]")

    def at(frame: int, after: str) -> None:
        state = film.evaluate(STATE)
        report.expect(state["seen"] == [frame] and state["slider"] == frame + 1, f"{after}: frame {state['seen']}, wanted {frame}")

    at(0, "opened")
    bar.locator(".film-next").click()
    at(1, "Next")
    report.expect(page.url.endswith(f"#{name}.2"), f"Next leads to {page.url}")
    bar.locator(".film-back").click()
    # It says that it is switched off, but keeps the keyboard's place.
    bar.locator(".film-back").click(force=True)
    at(0, "Back at the first frame")
    bar.locator(".film-next").focus()
    for key, frame in [("End", count - 1), ("ArrowRight", count - 1), ("ArrowLeft", count - 2), ("Home", 0), ("ArrowRight", 1)]:
        page.keyboard.press(key)
        at(frame, key)
    bar.locator(".film-slider").focus()
    for key, frame in [("ArrowRight", 2), ("End", count - 1), ("Home", 0)]:
        page.keyboard.press(key)
        at(frame, f"{key} on the slider")
    for start, end, frame in [(200, 80, 1), (80, 200, 0), (200, 190, 0)]:
        film.evaluate(
            """(e, [from, to]) => {
                 const at = x => new Touch({identifier: 1, target: e, clientX: x, clientY: 50});
                 e.dispatchEvent(new TouchEvent('touchstart', {touches: [at(from)], changedTouches: [at(from)], bubbles: true}));
                 e.dispatchEvent(new TouchEvent('touchend', {touches: [], changedTouches: [at(to)], bubbles: true}));
               }""", [start, end])
        at(frame, f"swipe from {start} to {end}")
    bar.locator(".film-play").click()
    page.wait_for_timeout(2000)
    at(1, "two seconds of playing")
    bar.locator(".film-play").click()
    page.wait_for_timeout(2000)
    at(1, "stopped")
    for address, frame in [(f"{name}.3", 2), (f"{name}.99", 0), (f"{name}.", 0), (f"{name}.x", 0), (name, 0), ("%E0%A4%A", 0), ("nothing.2", 0)]:
        page.goto("about:blank")
        page.goto(f"{file}#{address}")
        at(frame, f"#{address}")
    page.goto(f"{file}#{name}.4")
    at(3, "a link on the page itself")


MOVED = """() => document.getAnimations().filter(a => a instanceof Animation && !(a instanceof CSSAnimation)
  && !(a instanceof CSSTransition)).map(a => [a.effect.target.getAttribute('class') ?? a.effect.target.tagName,
  a.effect.getTiming().duration, Object.keys(a.effect.getKeyframes()[0])])"""


def check_motion(browser: Browser, folder: pathlib.Path, report) -> None:
    """Bars grow from their old length to the new one within a second, and not for those who want no motion."""
    for motion in ("no-preference", "reduce"):
        context = browser.new_context(viewport={"width": 1000, "height": 800}, reduced_motion=motion)
        page = context.new_page()
        page.goto((folder / "en" / "lessons" / "watching-it-learn.html").as_uri())
        figure = page.locator("figure#figure-prediction-over-time")
        figure.locator(".film-next").click()
        moved = page.evaluate(MOVED)
        if motion == "reduce":
            running = page.evaluate("document.getAnimations().length")
            report.expect(running == 0, f"{running} things move though no motion is wanted: {moved}")
        else:
            bars = [keys for name, _, keys in moved if name.startswith("bar ")]
            report.expect(bool(bars) and all("width" in keys for keys in bars), f"no bar grows: {moved}")
            report.expect(all(300 <= time <= 1000 for _, time, _ in moved), f"too fast or too slow: {moved}")
        page.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => null)")
        still = figure.locator(".film-shown rect.bar >> visible=true").first.evaluate(
            "e => [parseFloat(getComputedStyle(e).width), +e.getAttribute('width')]")
        report.expect(abs(still[0] - still[1]) < 0.1, f"a bar stays at {still}")
        context.close()


def check_touch(browser: Browser, folder: pathlib.Path, report) -> None:
    """A finger that goes across a film on a telephone steps through it; one that goes down scrolls the page."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto((folder / "en" / "lessons" / "merging-pairs.html").as_uri())
    film = page.locator("ol.film").first
    session = context.new_cdp_session(page)
    for way, frame in [((-160, 0), 1), ((0, -120), 1), ((160, 0), 0)]:
        # What comes to rest under the header could lie under a finger; and the page may still be scrolling.
        film.evaluate("e => e.scrollIntoView({block: 'center', behavior: 'instant'})")
        page.wait_for_timeout(300)
        box = film.bounding_box()
        x, y = box["x"] + box["width"] / 2 - way[0] / 2, box["y"] + box["height"] / 2 - way[1] / 2
        session.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
        for part in range(1, 9):
            point = {"x": x + way[0] * part / 8, "y": y + way[1] * part / 8}
            session.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [point]})
        session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        page.wait_for_timeout(300)
        seen = film.evaluate(STATE)["seen"]
        report.expect(seen == [frame], f"a finger that goes {way} leads to frame {seen}, wanted {frame}")
    context.close()


# Playwright may look at a page whose own script does not run.
STANDING = """() => ({
  films: [...document.querySelectorAll('ol.film')].map(film => {
    const boxes = [...film.children].map(frame => frame.getBoundingClientRect());
    return boxes.every((box, i) => box.height > 0 && (i === 0 || box.top >= boxes[i - 1].bottom - 0.5)) ? null : film.id || film.children[0]?.id;
  }),
  dead: document.querySelectorAll('.film-bar, .save-bar, .present-bar').length,
})"""


def check_without_script(browser: Browser, files: list[pathlib.Path], report) -> None:
    """Without script all frames of every film stand below each other, there are no dead buttons, and nothing is too wide."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1000, "height": 800})
    page = context.new_page()
    found = 0
    for file in files:
        page.goto(file.as_uri())
        for width in (360, 1920):
            page.set_viewport_size({"width": width, "height": 800})
            state = page.evaluate(STANDING)
            over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            report.expect(over <= 0, f"{file}: without script {over} px too wide at {width} px")
            for film in filter(None, state["films"]):
                report.expect(False, f"{file}: without script the frames of {film} do not stand below each other at {width} px")
            report.expect(state["dead"] == 0, f"{file}: without script {state['dead']} buttons do nothing")
            found += len(state["films"])
    report.expect(found > 40, f"without script only {found} films are found")
    context.close()


def check_paper(page: Page, folder: pathlib.Path, report) -> None:
    """On paper stands the frame that is seen, or all of them."""
    page.goto((folder / "en" / "lessons" / "merging-pairs.html").as_uri())
    film = page.locator("ol.film").first
    count = film.evaluate(STATE)["count"]
    film.locator("xpath=preceding-sibling::div[1]").locator(".film-next").click()
    for chosen, seen in [(False, [1]), (True, list(range(count)))]:
        box = film.locator("xpath=preceding-sibling::div[1]").locator("input[type=checkbox]")
        box.set_checked(chosen)
        page.emulate_media(media="print")
        report.expect(film.evaluate(STATE)["seen"] == seen, f"on paper stand {film.evaluate(STATE)['seen']}")
        page.emulate_media(media="screen")
