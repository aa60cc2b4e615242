"""The map of the flow beside the pages: in sight, the place marked, and the way to everything."""

import pathlib

from playwright.sync_api import Browser, Page

SEEN = """() => {
  const inSight = e => { const b = e.getBoundingClientRect(); return b.width > 0 && b.top >= -1 && b.top < innerHeight; };
  return {tree: inSight(document.querySelector('.place-tree')), bar: inSight(document.querySelector('.place-open')),
    current: [...document.querySelectorAll('.place-parts [aria-current]')].map(a => a.hash)};
}"""


def check(browser: Browser, page: Page, folder: pathlib.Path, report) -> None:
    file = (folder / "en" / "lessons" / "watching-it-learn.html").as_uri()
    for width in (390, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        page.goto("about:blank")
        page.goto(file)
        anchors = page.locator(".place-parts a").evaluate_all("all => all.map(a => a.hash)")
        for anchor in (anchors[1], anchors[-1]):
            page.evaluate("id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", anchor[1:])
            page.wait_for_timeout(100)
            state = page.evaluate(SEEN)
            report.expect(state["tree"] if width > 1000 else state["bar"], f"{file} at {width} px: the map is out of sight")
            report.expect(state["current"] == [anchor], f"{file} at {width} px: {state['current']} is marked, wanted {anchor}")
        covered = page.evaluate("id => document.getElementById(id).getBoundingClientRect().top", anchors[1][1:])
        page.evaluate("id => document.getElementById(id).scrollIntoView({behavior: 'instant'})", anchors[1][1:])
        top = page.evaluate("id => document.querySelector('#' + id + ' h2').getBoundingClientRect().top", anchors[1][1:])
        bar = page.locator(".place-open").evaluate("e => e.getBoundingClientRect().bottom") if width < 1000 else 0
        report.expect(top >= bar, f"{file} at {width} px: a heading lies under the bar, {covered}, {top} above {bar}")
    check_wide(page, folder, report)
    check_telephone(browser, folder, report)


def check_wide(page: Page, folder: pathlib.Path, report) -> None:
    """On a wide screen a figure is as wide as 68 rem, and wider than the text."""
    page.set_viewport_size({"width": 1920, "height": 900})
    page.goto((folder / "en" / "lessons" / "watching-it-learn.html").as_uri())
    rem = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    width = page.locator(".shown").first.bounding_box()["width"]
    report.expect(66 * rem <= width <= 68 * rem + 1, f"figures are {width / rem:.1f} rem wide")


def check_telephone(browser: Browser, folder: pathlib.Path, report) -> None:
    """The map opens by touch and by key without script, leads on, and it closes."""
    for script in (True, False):
        context = browser.new_context(viewport={"width": 390, "height": 800}, java_script_enabled=script, has_touch=True)
        page = context.new_page()
        page.goto((folder / "ja" / "lessons" / "merging-pairs.html").as_uri())
        button, tree = page.locator(".place-open"), page.locator(".place-tree")
        report.expect(button.is_visible() and not tree.is_visible(), "the map of a telephone is open, or has no button")
        button.tap()
        report.expect(tree.is_visible(), "the map does not open")
        page.keyboard.press("Escape") if script else button.tap()
        report.expect(not tree.is_visible(), "the map does not close")
        button.focus()
        page.keyboard.press("Enter")
        tree.locator(".place-parts a").nth(1).click()
        report.expect(page.url.endswith("#step-2"), f"the map leads to {page.url}")
        report.expect(tree.is_visible() != script, "the map stays open, or needs a script")
        if script:
            button.tap()
        with page.expect_navigation():
            tree.locator(".place-node", has_text="フィードバック").click()
        report.expect(page.url.endswith("/ja/feedback.html"), f"the map leads to {page.url}")
        context.close()
