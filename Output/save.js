// Saves what a figure shows as a picture that needs no page: SVG with its style inside, or PNG.
'use strict';

(() => {
  const words = document.currentScript?.dataset ?? {};
  const {isSeen, make} = nakami;
  const space = 'http://www.w3.org/2000/svg';
  const looks = [
    'fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'paint-order', 'opacity', 'font-family', 'font-size',
    'font-weight', 'font-variant-numeric', 'white-space', 'rx',
  ];

  const draw = (name = '', /** @type {Record<string, string | number>} */ attributes, text = '') => {
    const element = document.createElementNS(space, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.textContent = text;
    return element;
  };

  /** A drawing with the looks that the style sheet gives it, as classes of its own. */
  const drawing = (/** @type {Element} */ shown) => {
    const copy = /** @type {Element} */ (shown.cloneNode(true));
    const originals = [shown, ...shown.querySelectorAll('*')];
    /** @type {Map<string, string>} */
    const classes = new Map();
    [copy, ...copy.querySelectorAll('*')].forEach((element, index) => {
      const style = getComputedStyle(originals[index]);
      const rules = looks.map(name => `${name}:${style.getPropertyValue(name)}`).join(';');
      if (!classes.has(rules)) classes.set(rules, 'l' + classes.size);
      element.setAttribute('class', classes.get(rules) ?? '');
      element.removeAttribute('style');
    });
    copy.prepend(draw('style', {}, [...classes].map(([rules, name]) => `.${name}{${rules}}`).join('\n')));
    return copy;
  };

  /** Text and tables as they are laid out: grounds and lines, and on them the letters of each line. */
  const layout = (/** @type {Element} */ shown, title = '') => {
    const frame = shown.getBoundingClientRect();
    const [grounds, letters] = [draw('g', {}), draw('g', {})];
    const put = (text = '', line = new DOMRect(), /** @type {CSSStyleDeclaration} */ style) => {
      const size = parseFloat(style.fontSize);
      letters.append(draw('text', {
        x: line.left - frame.left, y: line.top - frame.top + line.height / 2 + size * 0.35, fill: style.color,
        style: `font:${style.fontStyle} ${style.fontWeight} ${size}px ${style.fontFamily};white-space:pre`,
      }, text));
    };
    const isHidden = (/** @type {Element} */ e) => !isSeen(e) || getComputedStyle(e.closest('thead') ?? e).clipPath !== 'none';
    const range = document.createRange();
    for (const element of [shown, ...shown.querySelectorAll('*')]) {
      if (isHidden(element)) continue;
      const [box, style] = [element.getBoundingClientRect(), getComputedStyle(element)];
      const [x, y, width, edge] = [box.left - frame.left, box.top - frame.top, box.width, parseFloat(style.borderBottomWidth)];
      if (!style.backgroundColor.endsWith(', 0)')) grounds.append(draw('rect', {x, y, width, height: box.height, fill: style.backgroundColor}));
      if (edge) grounds.append(draw('rect', {x, y: y + box.height - edge, width, height: edge, fill: style.borderBottomColor}));
      const before = getComputedStyle(element, '::before');
      const name = element.getAttribute('data-title');
      // The name of a column before its value.
      if (name && before.content !== 'none') {
        put(name, new DOMRect(box.left + parseFloat(style.paddingLeft), box.top, 0, 1.7 * parseFloat(style.fontSize)), before);
      }
      for (const node of element.childNodes) {
        if (!(node instanceof Text)) continue;
        let [run, line, end, offset] = ['', new DOMRect(), 0, 0];
        for (const letter of node.data) {
          range.setStart(node, offset);
          range.setEnd(node, offset += letter.length);
          const box = range.getClientRects()[0];
          if (!box?.width) continue;
          // Letters that follow each other on one line are one run.
          if (run && (Math.abs(box.top - line.top) > 2 || Math.abs(box.left - end) > 2)) {
            put(run, line, style);
            run = '';
          }
          if (!run) line = box;
          run += letter;
          end = box.right;
        }
        if (run.trim()) put(run, line, style);
      }
    }
    const picture = draw('svg', {viewBox: `0 0 ${shown.scrollWidth} ${Math.ceil(frame.height)}`});
    picture.append(draw('title', {}, title), grounds, letters);
    return picture;
  };

  const picture = (/** @type {Element} */ figure, title = '') => {
    const scroller = [...figure.querySelectorAll('.figure-scroll')].find(e => isSeen(e) && !e.closest('details'));
    const shown = scroller?.firstElementChild;
    if (!shown) throw new Error(title);
    const copy = shown instanceof SVGSVGElement ? drawing(shown) : layout(shown, title);
    const [x, y, width, height] = copy.getAttribute('viewBox')?.split(' ').map((value, n) => Number(value) + (n < 2 ? -12 : 24)) ?? [];
    copy.setAttribute('viewBox', [x, y, width, height].join(' '));
    copy.setAttribute('width', String(width));
    copy.setAttribute('height', String(height));
    const fill = getComputedStyle(figure).getPropertyValue('--figure-paper');
    copy.firstElementChild?.after(draw('rect', {x, y, width, height, fill}));
    return {text: new XMLSerializer().serializeToString(copy), width, height};
  };

  /** Twice as many dots as the drawing has, unless no browser can hold so many. */
  const dots = async (/** @type {{text: string, width: number, height: number}} */ {text, width, height}) => {
    const scale = Math.min(2, 16_000 / Math.max(width, height));
    const image = new Image();
    image.src = 'data:image/svg+xml,' + encodeURIComponent(text);
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise(done => canvas.toBlob(done, 'image/png'));
  };

  for (const figure of document.querySelectorAll('figure.figure')) {
    const title = figure.querySelector('.figure-title')?.textContent ?? '';
    const bar = make('p', {class: 'save-bar'}, words.save ?? '');
    for (const kind of ['SVG', 'PNG']) {
      const button = make('button', {type: 'button', 'aria-label': `${words.save} ${kind}, ${title}`}, kind);
      button.addEventListener('click', async () => {
        try {
          const made = picture(figure, title);
          const blob = kind === 'SVG' ? new Blob([made.text], {type: 'image/svg+xml'}) : await dots(made);
          const name = (figure.querySelector('.film-shown')?.id ?? figure.id).replace(/^figure-/, '');
          const href = URL.createObjectURL(blob);
          make('a', {href, download: `${name}.${kind.toLowerCase()}`}).click();
          setTimeout(() => URL.revokeObjectURL(href), 10_000);
        } catch {
          bar.append(' ' + words.failed);
        }
      });
      bar.append(button);
    }
    figure.querySelector('figcaption')?.append(bar);
  }
})();
