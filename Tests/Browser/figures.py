"""Measures the text of every figure in a real browser, at the widths of a telephone and of a page."""

import argparse
import pathlib
import sys

from playwright.sync_api import Page, sync_playwright

from site_pages import launch, pages

# A telephone and a small screen of a laptop.
WIDTHS = (390, 1280)


def faults(page: Page) -> list[str]:
    """What is wrong with the figures of the page that is open, as it is shown at this width.

    Leaves the tables of the figures open, for they are measured too.
    """
    return page.evaluate(MEASURE)


# Letters fill about the middle two thirds of a text's box; the rest is room for accents and tails.
MEASURE = r"""() => {
  const found = [];
  const seen = e => e.getClientRects().length > 0 && e.checkVisibility();
  const short = s => JSON.stringify(s.length > 40 ? s.slice(0, 38) + '⋯' : s);
  const inked = (e) => {
    const box = e.getBoundingClientRect();
    const isTurned = /rotate\(-?90/.test(e.getAttribute('transform') ?? '');
    const [dx, dy] = isTurned ? [box.width * 0.17, 0] : [0, box.height * 0.17];
    return {left: box.left + dx, right: box.right - dx, top: box.top + dy, bottom: box.bottom - dy, e};
  };
  const meeting = (a, b) => [Math.min(a.right, b.right) - Math.max(a.left, b.left),
    Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)];
  for (const figure of document.querySelectorAll('figure.figure')) {
    const say = text => found.push(figure.id + ': ' + text);
    for (const details of figure.querySelectorAll('details')) details.open = true;
    for (const scroller of figure.querySelectorAll('.figure-scroll')) {
      if (!seen(scroller)) continue;
      const over = scroller.scrollWidth - scroller.clientWidth;
      if (over > 0) {
        say(`${scroller.closest('details') ? 'data table' : 'figure'} is cut, ${scroller.scrollWidth} in ${scroller.clientWidth} px`);
      }
    }
    for (const cell of figure.querySelectorAll('td, th')) {
      if (seen(cell) && cell.scrollWidth > cell.clientWidth + 1) say(`cell overflows: ${short(cell.textContent)}`);
    }
    for (const drawing of figure.querySelectorAll('svg.figure-drawing')) {
      if (!seen(drawing)) continue;
      const frame = drawing.getBoundingClientRect();
      const scale = frame.width / drawing.viewBox.baseVal.width;
      const texts = [...drawing.querySelectorAll('text')].filter(e => e.textContent.trim()).map(inked);
      for (const text of texts) {
        const size = parseFloat(getComputedStyle(text.e).fontSize) * scale;
        if (size < 11.9) say(`${size.toFixed(1)} px letters: ${short(text.e.textContent)}`);
        const out = Math.max(frame.left - text.left, text.right - frame.right, frame.top - text.top, text.bottom - frame.bottom);
        if (out > 1) say(`${out.toFixed(0)} px outside: ${short(text.e.textContent)}`);
      }
      texts.sort((a, b) => a.top - b.top);
      for (let i = 0; i < texts.length; i++) {
        for (let j = i + 1; j < texts.length && texts[j].top < texts[i].bottom; j++) {
          const [across, down] = meeting(texts[i], texts[j]);
          if (across > 1 && down > 1) say(`texts meet: ${short(texts[i].e.textContent)}, ${short(texts[j].e.textContent)}`);
        }
      }
      for (const line of drawing.querySelectorAll('.reference')) {
        const box = line.getBoundingClientRect();
        for (const text of texts) {
          const [across, down] = meeting(text, box);
          if (across >= 0 && down >= 0) say(`line through ${short(text.e.textContent)}`);
        }
      }
    }
  }
  return found;
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=pathlib.Path)
    files = pages(parser.parse_args().folder.resolve())
    found = []
    with sync_playwright() as playwright:
        browser = launch(playwright)
        page = browser.new_page()
        for file in files:
            page.goto(file.as_uri())
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                found += [f"{file} at {width} px: {fault}" for fault in faults(page)]
        browser.close()
    print("\n".join([*found, f"{len(files)} pages, {len(found)} faults of figures"]))
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
