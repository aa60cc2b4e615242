"""The pages of an output folder, and a browser to open them in."""

from __future__ import annotations

import pathlib
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # The list of pages is also asked for where there is no playwright.
    from playwright.sync_api import Browser, Playwright


def pages(folder: pathlib.Path) -> list[pathlib.Path]:
    """The pages of the site, without the raw documents that may lie beside them."""
    languages = [path for name in ("en", "ja") for path in (folder / name).rglob("*.html")]
    return sorted([folder / "index.html", *languages])


def launch(playwright: Playwright) -> Browser:
    """Debian's Chromium; playwright's own browser is not downloaded."""
    executable = shutil.which("chromium") or shutil.which("chromium-browser")
    if executable is None:
        raise SystemExit("no chromium; install it with: apt-get install chromium")
    return playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
