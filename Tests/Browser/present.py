"""Present mode: one step a screen, large letters, answers until asked for, the keyboard, and the window of notes."""

import pathlib
from collections.abc import Callable

from playwright.sync_api import Browser, Page

SMALLEST = 22

# Which steps are seen, what their figures' smallest letters measure, and which verdicts are open.
STATE = r"""() => {
  const seen = e => e.getClientRects().length > 0 && e.checkVisibility({visibilityProperty: true});
  const main = document.querySelector('main');
  const steps = [...main.querySelectorAll('section.step')].map((e, i) => seen(e) ? i + 1 : 0).filter(i => i);
  const letters = [];
  for (const figure of main.querySelectorAll('figure.figure')) {
    for (const text of figure.querySelectorAll('svg.figure-drawing text')) {
      if (!seen(text) || !text.textContent.trim()) continue;
      const drawing = text.ownerSVGElement;
      letters.push(parseFloat(getComputedStyle(text).fontSize) * drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width);
    }
    const walker = document.createTreeWalker(figure, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const own = node.parentElement;
      if (node.data.trim() && seen(own) && !own.closest('svg, .film-now, .save-bar, kbd')) letters.push(parseFloat(getComputedStyle(own).fontSize));
    }
  }
  return {steps, title: main.querySelector('h1').getBoundingClientRect().width > 2, smallest: letters.length ? Math.min(...letters) : null,
    verdicts: [...main.querySelectorAll('.verdict')].filter(seen).length, hash: location.hash,
    around: [...document.querySelectorAll('.site-header, .place, .crumbs, .site-footer, .neighbours')].filter(seen).length,
    over: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    place: document.querySelector('.present-bar p')?.firstChild?.textContent};
}"""


def check(browser: Browser, page: Page, folder: pathlib.Path, report, look: Callable[[Page], None]) -> None:
    """Keys and buttons on a lesson with quizzes and films; `look` is called at each step."""
    for language, lesson in [("en", "merging-pairs"), ("ja", "inside-the-model")]:
        file = (folder / language / "lessons" / f"{lesson}.html").as_uri()
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto("about:blank")
        page.goto(file)
        count = page.locator("main > section.step").count()
        before = page.evaluate(STATE)
        report.expect(len(before["steps"]) == count and before["verdicts"] == 0, f"{file}: not the whole page: {before}")
        page.keyboard.press("p")
        state = page.evaluate(STATE)
        report.expect(state["title"] and not state["steps"] and not state["around"], f"{file}: P shows {state}")
        quizzes = 0
        for step in range(1, count + 1):
            page.keyboard.press("ArrowRight" if step % 2 else "PageDown")
            state = page.evaluate(STATE)
            where = f"{file} step {step}"
            report.expect(state["steps"] == [step] and not state["title"], f"{where}: steps {state['steps']} are seen")
            report.expect(state["place"] == f"{step + 1}/{count + 1}", f"{where}: it says {state['place']}")
            report.expect(state["hash"] == f"#present.{step + 1}", f"{where}: the address is {state['hash']}")
            report.expect(state["smallest"] is None or state["smallest"] >= SMALLEST - 0.1, f"{where}: letters of {state['smallest']} px")
            report.expect(state["over"] <= 0, f"{where}: {state['over']} px too wide")
            questions = page.locator(".present-now .answers details").count()
            report.expect(state["verdicts"] == 0, f"{where}: verdicts are seen before R")
            if questions:
                quizzes += 1
                page.locator(".present-now .answers summary").first.click()
                report.expect(page.evaluate(STATE)["verdicts"] == 0, f"{where}: a click shows a verdict")
                page.keyboard.press("r")
                report.expect(page.evaluate(STATE)["verdicts"] == questions, f"{where}: R shows no answers")
                page.keyboard.press("r")
                report.expect(page.evaluate(STATE)["verdicts"] == 0, f"{where}: R does not hide them again")
                page.keyboard.press("R")
            if step in (1, count):
                look(page)
        report.expect(quizzes > 0, f"{file} has no quiz to hide")
        page.keyboard.press("Home")
        report.expect(page.evaluate(STATE)["title"], f"{file}: Home does not lead to the beginning")
        page.keyboard.press("ArrowLeft")
        page.locator(".present-bar button").nth(1).click()
        report.expect(page.evaluate(STATE)["steps"] == [1], f"{file}: the button Next does not lead on")
        page.keyboard.press("Escape")
        after = page.evaluate(STATE)
        report.expect(len(after["steps"]) == count and after["hash"] == "#step-1" and after["verdicts"] == 0, f"{file}: left at {after}")
        page.locator(".present-start").click()
        report.expect(page.locator(".presenting").count() == 1, f"{file}: the button does not begin")
        page.keyboard.press("End")
        following = page.locator(".neighbours a.next").get_attribute("href").split("/")[-1]
        with page.expect_navigation():
            page.keyboard.press("ArrowRight")
        report.expect(following in page.url and page.evaluate(STATE)["title"], f"{file}: after the end comes {page.url}")
        report.expect(page.locator(".presenting").count() == 1, f"{page.url} is not presented")
        page.goto(f"{file}#present.2")
        page.reload()
        report.expect(page.evaluate(STATE)["steps"] == [1], f"{file}#present.2 does not show step 1")
        page.goto("about:blank")
        page.goto(f"{file}#present.999")
        report.expect(page.evaluate(STATE)["steps"] == [count], f"{file}#present.999 does not show the last step")
    check_notes(browser, folder, report)


def check_notes(browser: Browser, folder: pathlib.Path, report) -> None:
    """The window of notes says what the step says, with its answers, and steps the page; on to the next page as well."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto((folder / "en" / "lessons" / "merging-pairs.html").as_uri())
    page.keyboard.press("p")
    with context.expect_page() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector(".notes-live #notes h2")
    report.expect(notes.url.endswith("/en/notes.html"), f"the notes are {notes.url}")
    told = notes.locator("#notes h2").inner_text()
    report.expect(told == page.locator("h1").inner_text(), f"the notes begin with {told}")
    for _ in range(page.locator("main > section.step").count()):
        notes.keyboard.press("ArrowRight")
        page.wait_for_timeout(100)
        heading = page.locator(".present-now h2").first.inner_text()
        report.expect(notes.locator("#notes h2").inner_text() == heading, f"the notes do not follow to {heading}")
        right = page.locator(".present-now .answers .right").count()
        report.expect(notes.locator(".notes-answer").count() == right, f"{heading}: the notes have other answers")
    report.expect(notes.locator(".notes-then").count() == 0, "something comes after the last step")
    with page.expect_navigation():
        notes.locator(".notes-bar button").nth(1).click()
    notes.wait_for_function("title => document.querySelector('#notes h2').textContent === title", arg=page.locator("h1").inner_text())
    report.expect(page.locator(".presenting").count() == 1, "the next lesson is not presented")
    # What a text holds is a text here, too.
    page.evaluate("""() => { const p = document.createElement('p'); p.className = 'present-now';
      p.textContent = '<img src=x onerror=alert(1)></script>'; document.querySelector('main').children[1].append(p); }""")
    report.expect(notes.locator("#notes img").count() == 0, "the notes take a text for markup")
    context.close()
