"""Saves figures as SVG and PNG, and looks whether the pictures stand alone: own style, same texts, something drawn."""

import pathlib
import struct
import tempfile
import xml.etree.ElementTree as xml

from playwright.sync_api import Browser, Page

SVG = "{http://www.w3.org/2000/svg}"


def save(page: Page, figure: str, kind: str, folder: pathlib.Path) -> pathlib.Path:
    with page.expect_download() as download:
        page.locator(f"#{figure} .save-bar button", has_text=kind).click()
    target = folder / download.value.suggested_filename
    download.value.save_as(target)
    return target


def check(browser: Browser, folder: pathlib.Path, report) -> None:
    """A drawing, a frame of a film, and a figure that is text, from pages of both languages, light and dark."""
    with tempfile.TemporaryDirectory() as scratch:
        for scheme, width in (("light", 1280), ("dark", 390)):
            context = browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, accept_downloads=True)
            page, picture = context.new_page(), context.new_page()
            for language, lesson in (("en", "watching-it-learn"), ("ja", "merging-pairs"), ("en", "cleaning-text"), ("ja", "asking")):
                page.goto((folder / language / "lessons" / f"{lesson}.html").as_uri())
                for figure in page.locator("figure.figure").all():
                    name = figure.get_attribute("id")
                    where = f"{language}/{lesson} {name} at {width} px"
                    if figure.locator(".film-next").count():
                        figure.locator(".film-next").click()
                        page.evaluate("Promise.allSettled(document.getAnimations().map(a => a.finished)).then(() => null)")
                    saved = save(page, name, "SVG", pathlib.Path(scratch))
                    report.expect(saved.suffix == ".svg" and saved.stem.startswith(name.removeprefix("figure-")), f"{where} becomes {saved.name}")
                    check_picture(figure, saved, where, report)
                    picture.goto(saved.as_uri())
                    report.expect(picture.locator("parsererror").count() == 0, f"{where}: the file is broken")
                first = page.locator("figure.figure").first.get_attribute("id")
                check_dots(page, save(page, first, "PNG", pathlib.Path(scratch)), f"{language}/{lesson} {first}", report)
            context.close()


def check_picture(figure, saved: pathlib.Path, where: str, report) -> None:
    root = xml.parse(saved).getroot()
    report.expect(root.tag == SVG + "svg" and root.get("viewBox") is not None, f"{where} is no drawing")
    shown = figure.evaluate("""figure => {
        const scroller = [...figure.querySelectorAll('.figure-scroll')].find(e => !e.closest('details')
          && e.getClientRects().length > 0 && e.checkVisibility({visibilityProperty: true}));
        const copy = scroller.firstElementChild.cloneNode(true);
        copy.querySelectorAll('title, desc, style, thead').forEach(e => e.remove());
        return copy.textContent;
    }""")
    texts = "".join("".join(element.itertext()) for element in root.iter(SVG + "text"))
    squeezed = lambda text: "".join(text.split())
    if root.find(SVG + "style") is not None:
        report.expect(squeezed(texts) == squeezed(shown), f"{where} has other texts")
        used = {element.get("class") for element in root.iter() if element.get("class")}
        style = root.findtext(SVG + "style") or ""
        report.expect(all(f".{name}{{" in style for name in used), f"{where} lacks a style")
    else:
        # Laid out text stands in the order of elements; every letter that is seen is there.
        missing = [letter for letter in set(squeezed(shown)) if texts.count(letter) < squeezed(shown).count(letter)]
        report.expect(not missing, f"{where} lacks the letters {missing}")
    outside = [element.tag for element in root.iter() if any("http" in value for key, value in element.attrib.items() if "href" in key)]
    report.expect(not outside and "var(" not in saved.read_text(), f"{where} needs something from outside")


def check_dots(page: Page, saved: pathlib.Path, where: str, report) -> None:
    data = saved.read_bytes()
    report.expect(data.startswith(b"\x89PNG"), f"{where}: no PNG")
    width, height = struct.unpack(">II", data[16:24])
    report.expect(width >= 400 and height >= 100, f"{where}: {width} x {height} dots")
    # Not one color alone: what compresses to almost nothing shows nothing.
    report.expect(len(data) > 4000, f"{where}: an empty picture of {len(data)} bytes")
