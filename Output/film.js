// Steps through the films of a page. Without this script all frames stand below each other.
'use strict';

(() => {
  const seconds = 1.6;
  /** @type {Map<string, {film: HTMLElement, show: (index: number, isChosen?: boolean) => void}>} */
  const films = new Map();

  const {make, scrolls} = nakami;

  /** The drawing that is seen, of the two widths. */
  const drawing = (/** @type {HTMLElement} */ frame) =>
    [...frame.querySelectorAll('svg.figure-drawing')].find(e => e.getClientRects().length > 0);

  /** What may move from frame to frame, and what says where it stands. */
  const moving = ['rect.bar', 'rect.pointed', 'circle.pointed', 'circle.marker', 'path.marker', 'text'];
  /** @type {Record<string, string[]>} */
  const keys = {rect: ['x', 'y', 'width', 'height'], circle: ['cx', 'cy'], text: ['x', 'y']};
  const numbers = (/** @type {Element} */ shape) => shape.tagName === 'path'
    ? (/^M(-?[\d.]+)[ ,]?(-?[\d.]+)/.exec(shape.getAttribute('d') ?? '') ?? []).slice(1).map(Number)
    : keys[shape.tagName].map(key => Number(shape.getAttribute(key) ?? 0));

  /** Lets what both frames hold go to its new place, so that one sees what changed.
   * @param {HTMLElement} before @param {HTMLElement} after */
  const move = (before, after) => {
    const [from, to] = [drawing(before), drawing(after)];
    if (!from || !to || matchMedia('(prefers-reduced-motion: reduce)').matches) return false;
    let count = 0;
    for (const kind of moving) {
      const [old, own] = [from, to].map(drawing => [...drawing.querySelectorAll(kind)]);
      if (old.length !== own.length) continue;
      own.forEach((shape, index) => {
        const [start, end] = [old[index], shape].map(numbers);
        if (shape.hasAttribute('transform') || start.every((value, n) => value === end[n])) return;
        const frames = shape.tagName === 'rect' || shape.tagName === 'circle'
          ? [start, end].map(values => Object.fromEntries(
            keys[shape.tagName].map((key, n) => [key, values[n] + 'px'])))
          : [{transform: `translate(${start[0] - end[0]}px, ${start[1] - end[1]}px)`}, {transform: 'none'}];
        shape.animate(frames, {duration: 600, easing: 'ease-in-out'});
        count += 1;
      });
    }
    return count > 0;
  };

  /** @param {HTMLElement} film */
  const start = (film, first = 0, name = encodeURIComponent) => {
    const frames = /** @type {HTMLElement[]} */ ([...film.children]);
    const figure = film.closest('figure');
    if (!figure || frames.length < 2) return;
    const words = film.dataset;
    const bar = make('div', {class: 'film-bar', role: 'group', 'aria-label': words.frames ?? ''});
    const back = make('button', {type: 'button', class: 'film-back'}, words.back ?? '');
    const next = make('button', {type: 'button', class: 'film-next'}, words.next ?? '');
    const play = make('button', {type: 'button', class: 'film-play'}, words.play ?? '');
    const slider = /** @type {HTMLInputElement} */ (make('input', {
      type: 'range', min: '1', max: String(frames.length), step: '1', value: '1', class: 'film-slider',
      'aria-label': words.frames ?? '',
    }));
    const now = make('p', {class: 'film-now', role: 'status'});
    const print = make('label', {class: 'film-print'});
    const all = /** @type {HTMLInputElement} */ (make('input', {type: 'checkbox'}));
    print.append(all, ' ' + words.print);
    bar.append(back, play, next, slider, now, print);
    film.before(bar);
    film.classList.add('film-stepped');

    let shown = -1;
    let timer = 0;
    const names = frames.map(frame => frame.querySelector('.film-title')?.textContent?.trim() ?? '');

    const stop = () => {
      clearInterval(timer);
      timer = 0;
      play.textContent = words.play ?? '';
      now.setAttribute('aria-live', 'polite');
    };

    const show = (index = 0, isChosen = true) => {
      const place = Math.min(Math.max(index, 0), frames.length - 1);
      if (place === shown) return;
      const before = frames[shown];
      frames.forEach((frame, other) => frame.classList.toggle('film-shown', other === place));
      // What moves is not faded in as well.
      film.classList.toggle('film-moves', before !== undefined && move(before, frames[place]));
      shown = place;
      slider.value = String(place + 1);
      slider.setAttribute('aria-valuetext', names[place]);
      now.textContent = names[place];
      back.setAttribute('aria-disabled', String(place === 0));
      next.setAttribute('aria-disabled', String(place === frames.length - 1));
      if (isChosen) history.replaceState(null, '', '#' + name(frames[place].id));
    };

    const step = (index = 0) => {
      stop();
      show(index);
    };

    back.addEventListener('click', () => step(shown - 1));
    next.addEventListener('click', () => step(shown + 1));
    slider.addEventListener('input', () => step(Number(slider.value) - 1));
    all.addEventListener('change', () => film.classList.toggle('film-prints-all', all.checked));
    play.addEventListener('click', () => {
      if (timer) return stop();
      if (shown === frames.length - 1) show(0);
      play.textContent = words.stop ?? '';
      now.setAttribute('aria-live', 'off');
      timer = setInterval(() => {
        show(shown + 1);
        if (shown === frames.length - 1) stop();
      }, seconds * 1000);
    });

    figure.addEventListener('keydown', event => {
      const target = event.target;
      if (nakami.isTaken(event) || !(target instanceof Element) || scrolls(target)) return;
      if (!bar.contains(target) && !film.contains(target)) return;
      const places = {ArrowLeft: shown - 1, ArrowRight: shown + 1, Home: 0, End: frames.length - 1};
      if (!Object.hasOwn(places, event.key)) return;
      event.preventDefault();
      step(places[/** @type {keyof typeof places} */ (event.key)]);
    });

    /** @type {{x: number, y: number} | null} */
    let touch = null;
    film.addEventListener('touchstart', event => {
      const point = event.touches[0];
      touch = event.touches.length === 1 && !scrolls(event.target)
        ? {x: point.clientX, y: point.clientY} : null;
    }, {passive: true});
    film.addEventListener('touchend', event => {
      const point = event.changedTouches[0];
      if (!touch || !point) return;
      const [x, y] = [point.clientX - touch.x, point.clientY - touch.y];
      touch = null;
      if (Math.abs(x) > 40 && Math.abs(x) > 1.5 * Math.abs(y)) step(shown + (x < 0 ? 1 : -1));
    }, {passive: true});

    films.set(figure.id, {film, show});
    stop();
    show(first, false);
  };

  /** Shows the frame that the address names; of a film that has no such frame, the first. */
  const follow = () => {
    let name = '';
    try {
      name = decodeURIComponent(location.hash.slice(1));
    } catch {
      return;
    }
    const [, figure, number] = /^(.*?)(?:\.(\d+))?$/s.exec(name) ?? [];
    const found = films.get(figure) ?? films.get(name.replace(/\..*$/s, ''));
    if (!found) return;
    const place = document.getElementById(name) && number ? Number(number) - 1 : 0;
    found.show(place, false);
    found.film.closest('figure')?.scrollIntoView({block: 'start'});
  };

  /** @type {any} */ (window).nakamiFilm = start;
  for (const film of document.querySelectorAll('ol.film')) start(/** @type {any} */ (film));
  addEventListener('hashchange', follow);
  follow();
})();
