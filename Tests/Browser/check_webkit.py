"""Opens every page of an output folder in Debian's WebKitGTK, from disk. See README.md.

WebKit is asked through its bindings for Python, not through its WebDriver: a driven window browses privately, and WebKit then
keeps its console to itself. Here the console is heard from a page's first line on: errors of scripts, of the worker too, promises
that nobody catches, and what the content-security policy refuses. Every load is announced, and so is one that fails.

Not seen are: what the policy refuses within the worker, an inline handler that never fires, and what happens after a page is left.
"""

import contextlib
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from typing import Any, TextIO

import stepping

# A screen that holds the widest window.
SCREEN = "1400x1000x24"

# A line of the console that something is wrong; its kind may stand before: "CONSOLE SECURITY ERROR Refused to load ...".
WRONG = re.compile(r"\bCONSOLE (\w+ )*(ERROR|WARN)\b")

# Resolves when the page has its width.
WIDE = """
  const done = arguments[arguments.length - 1];
  const look = () => innerWidth === %d ? done(true) : setTimeout(look, 10);
  look();
"""


class WebKit:
    """A window of WebKitGTK."""

    def __init__(self, folder: pathlib.Path, kept: str, console: TextIO) -> None:
        # These are of no use where no screen is, so they are not imported before there is one.
        try:
            import gi
            gi.require_version("Gtk", "3.0")
            gi.require_version("WebKit2", "4.1")
            from gi.repository import GLib, Gtk, WebKit2
        except (ImportError, ValueError) as missing:
            raise SystemExit("no WebKitGTK; install it with: apt-get install gir1.2-webkit2-4.1 python3-gi") from missing
        self.glib: Any = GLib
        self.name = f"WebKitGTK {WebKit2.get_major_version()}.{WebKit2.get_minor_version()}.{WebKit2.get_micro_version()}"
        self.root = folder.as_uri() + "/"
        self.console = console
        self.wrong: list[str] = []
        self.finished = False
        manager = WebKit2.WebsiteDataManager(base_data_directory=kept, base_cache_directory=kept)
        self.view: Any = WebKit2.WebView(
            web_context=WebKit2.WebContext(website_data_manager=manager),
            settings=WebKit2.Settings(enable_write_console_messages_to_stdout=True))
        self.view.connect("resource-load-started", lambda view, resource, request: self.watch(resource))
        self.view.connect("load-changed", lambda view, event: self.notice(event == WebKit2.LoadEvent.FINISHED))
        self.view.connect("web-process-terminated", lambda view, reason: self.wrong.append(f"the page's process ended: {reason.value_nick}"))
        self.window: Any = Gtk.Window()
        self.window.add(self.view)
        self.window.show_all()

    def watch(self, resource: Any) -> None:
        """The page makes its worker from a script of its own, and a picture of a figure, at addresses that no file has."""
        address = resource.get_uri()
        if not address.startswith((self.root, "blob:null/", "data:", "about:blank")):
            self.wrong.append(f"asks for {address}")
        resource.connect("failed", lambda resource, error: self.wrong.append(f"{address}: {error.message}"))

    def notice(self, finished: bool) -> None:
        self.finished = finished

    def until(self, done: Callable[[], object]) -> None:
        """Lets WebKit work until something is so."""
        late: list[bool] = []
        timer = self.glib.timeout_add_seconds(stepping.PATIENCE, lambda: late.append(True))
        while not done():
            if late:
                raise TimeoutError(f"WebKit does not answer within {stepping.PATIENCE} s")
            self.glib.MainContext.default().iteration(True)
        if not late:
            self.glib.source_remove(timer)

    def widen(self, width: int) -> None:
        self.window.resize(width, stepping.HEIGHT)
        self.wait(WIDE % width)

    def open(self, address: str) -> None:
        self.finished = False
        self.view.load_uri(address)
        self.until(lambda: self.finished)

    def run(self, script: str) -> Any:
        results: list[Any] = []
        self.view.call_async_javascript_function(
            script, -1, None, None, None, None, lambda view, result, *_: results.append(result))
        self.until(lambda: results)
        text = self.view.call_async_javascript_function_finish(results[0]).to_json(0)
        return None if text is None else json.loads(text)

    def wait(self, script: str) -> Any:
        return self.run(f"return new Promise(done => {{ (function () {{ {script} }})(done) }})")

    def errors(self) -> list[str]:
        wrong = self.wrong + [line.strip() for line in self.console.read().splitlines() if WRONG.search(line)]
        self.wrong = []
        return wrong

    def prove_hearing(self) -> None:
        """A console that is not heard would have no errors."""
        self.open("about:blank")
        self.run("console.error('heard')")
        if not any("heard" in error for error in self.errors()):
            raise SystemExit("WebKit's console is not heard")


@contextlib.contextmanager
def screen() -> Iterator[None]:
    """A screen that nobody sees, for this program and its children."""
    if shutil.which("Xvfb") is None:
        raise SystemExit("no Xvfb; install it with: apt-get install xvfb")
    reading, writing = os.pipe()
    program = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", SCREEN, "-nolisten", "tcp"],
        pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as answer:
            number = answer.readline().strip()
        if not number:
            raise SystemExit("Xvfb has no screen")
        os.environ["DISPLAY"] = f":{number}"
        yield
    finally:
        program.terminate()
        program.wait()


@contextlib.contextmanager
def overheard(folder: pathlib.Path) -> Iterator[TextIO]:
    """What WebKit's processes write as errors: they inherit a file in this program's place, which itself keeps its own."""
    path = folder / "console.txt"
    own = os.dup(2)
    with open(path, "wb") as file, open(path, errors="replace") as console:
        os.dup2(file.fileno(), 2)
        try:
            with os.fdopen(own, "w", closefd=False) as errors, contextlib.redirect_stderr(errors):
                yield console
        finally:
            os.dup2(own, 2)
            os.close(own)


@contextlib.contextmanager
def webkit(folder: pathlib.Path) -> Iterator[WebKit]:
    """Debian's WebKitGTK with nothing kept from before."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as kept, screen(), overheard(pathlib.Path(kept)) as console:
        window = WebKit(folder, kept, console)
        window.prove_hearing()
        try:
            yield window
        finally:
            window.window.destroy()


def main() -> None:
    folder = stepping.asked_folder(__doc__)
    with webkit(folder) as window:
        stepping.check(window, folder)


if __name__ == "__main__":
    main()
