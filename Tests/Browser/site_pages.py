"""The pages of an output folder, and a browser to open them in."""

import pathlib
import shutil

from playwright.sync_api import Browser, Playwright


def pages(folder: pathlib.Path) -> list[pathlib.Path]:
    """All HTML files of the site; the model and the recording hold none."""
    return sorted(path for path in folder.rglob("*.html"))


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium; playwright's own browser is not downloaded."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise SystemExit("no chromium; install it with: apt-get install chromium")
    return playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
