"""Takes pictures of pages at several widths, light and dark, for a look by eye."""

import argparse
import pathlib

from playwright.sync_api import sync_playwright

from site_pages import launch, pages


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("target", type=pathlib.Path)
    parser.add_argument("--pages", nargs="*", help="paths within the folder; all pages without it")
    parser.add_argument("--widths", nargs="*", type=int, default=[360, 1000, 1920])
    parser.add_argument("--schemes", nargs="*", default=["light", "dark"])
    arguments = parser.parse_args()
    folder = arguments.folder.resolve()
    arguments.target.mkdir(parents=True, exist_ok=True)
    chosen = [folder / name for name in arguments.pages or []] or pages(folder)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        for width in arguments.widths:
            for scheme in arguments.schemes:
                context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
                page = context.new_page()
                for file in chosen:
                    page.goto(file.as_uri())
                    name = "_".join(file.relative_to(folder).with_suffix("").parts)
                    page.screenshot(path=arguments.target / f"{name}-{width}-{scheme}.png", full_page=True)
                context.close()
        browser.close()


if __name__ == "__main__":
    main()
