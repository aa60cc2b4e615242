// Shows one step of a page at a time, for whoever tells it to others, and fills a window of notes.
'use strict';

(() => {
  const words = document.currentScript?.dataset ?? {};
  const [root, main] = [document.documentElement, document.querySelector('main')];
  if (!main) return;
  const {make} = nakami;

  // The steps, each with its elements; what comes before the first is one, too.
  /** @type {Element[][]} */
  const steps = [];
  for (const child of main.children) {
    if (child.matches('section.step, section.lessons-here') || !steps.length) steps.push([child]);
    else steps[steps.length - 1].push(child);
  }
  /** The step that is shown, from 0; below that the page is as always. */
  let shown = -1;
  /** @type {Window | null} */
  let notes = null;

  const plain = (/** @type {Element} */ element) => {
    const copy = /** @type {Element} */ (element.cloneNode(true));
    copy.querySelectorAll('.meaning').forEach(e => e.remove());
    return copy.textContent?.trim().replace(/\s+/g, ' ') ?? '';
  };
  /** The elements of a step that fit a selector, those that make it up among them. */
  const within = (index = 0, selector = '') =>
    (steps[index] ?? []).flatMap(e => [...(e.matches(selector) ? [e] : []), ...e.querySelectorAll(selector)]);
  const title = (index = 0) => within(index, 'h1, h2').slice(0, 1).map(plain)[0] ?? '';

  const tell = () => notes?.postMessage({
    nakami: 'step', place: `${shown + 1}/${steps.length}`, title: title(shown), next: title(shown + 1),
    texts: within(shown, 'p, li, h3').filter(e => !e.closest('.shown, .quiz, .lesson-list, .eyebrow')).map(plain),
    answers: within(shown, '.answers .right').map(plain),
  }, '*');

  const answer = (isOpen = false) => {
    root.classList.toggle('answering', isOpen);
    answers.replaceChildren((isOpen ? words.hide : words.answers) ?? '', make('kbd', {}, 'R'));
    within(shown, '.answers details').forEach(e => e.toggleAttribute('open', isOpen));
  };
  const turn = () => answer(!root.classList.contains('answering'));

  const show = (index = 0) => {
    answer(false);
    const place = Math.min(Math.max(index, 0), steps.length - 1);
    if (place !== shown) scrollTo({top: 0, behavior: 'instant'});
    shown = place;
    steps.forEach((step, other) => step.forEach(e => e.classList.toggle('present-now', other === place)));
    answer(false);
    now.replaceChildren(`${place + 1}/${steps.length}`, make('span', {class: 'unseen'}, ' ' + title(place)));
    back.setAttribute('aria-disabled', String(place === 0));
    next.setAttribute('aria-disabled', String(place === steps.length - 1 && !page));
    answers.hidden = within(place, '.answers').length === 0;
    history.replaceState(null, '', `#present.${place + 1}`);
    tell();
  };

  // The page that follows in the order of the flow.
  /** @type {HTMLAnchorElement | null} */
  const page = document.querySelector('.neighbours a.next');
  const step = (by = 1) => {
    if (shown + by === steps.length && page) location.href = page.href + '#present.1';
    else show(shown + by);
  };

  const enter = (index = 0) => {
    root.classList.add('presenting');
    bar.hidden = false;
    show(index);
    main.focus({preventScroll: true});
  };
  const leave = () => {
    const place = steps[shown][0];
    answer(false);
    shown = -1;
    root.classList.remove('presenting');
    bar.hidden = true;
    history.replaceState(null, '', '#' + (place.id || 'content'));
    place.scrollIntoView({behavior: 'instant'});
  };
  /** Begins with the step that is on the screen. */
  const toggle = () => shown >= 0 ? leave()
    : enter(steps.findLastIndex(step => step[0].getBoundingClientRect().top < innerHeight / 2));
  const write = () => {
    notes = open(words.page, 'nakami-notes', 'popup,width=560,height=720');
  };

  const button = (word = '', key = '', act = () => {}) => {
    const element = make('button', {type: 'button'}, word, make('kbd', {}, key));
    element.addEventListener('click', act);
    return element;
  };
  const back = button(words.back, '←', () => step(-1));
  const next = button(words.next, '→', () => step(1));
  const now = make('p', {role: 'status'});
  const answers = button(words.answers, 'R', turn);
  const bar = make(
    'nav', {class: 'present-bar', 'aria-label': words.present ?? '', hidden: ''}, back, now, next, answers,
    button(words.notes, 'N', write), button(words.leave, 'P', leave));
  document.body.append(bar);
  const start = button(words.present, 'P', toggle);
  start.className = 'present-start';
  (main.querySelector('.lead') ?? main.querySelector('h1'))?.after(start);

  /** @type {Record<string, () => void>} */
  const keys = {
    ArrowRight: () => step(1), PageDown: () => step(1), ArrowLeft: () => step(-1), PageUp: () => step(-1),
    Home: () => show(0), End: () => show(steps.length - 1), Escape: leave, n: write, r: turn,
  };
  addEventListener('keydown', event => {
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (nakami.isTaken(event) || key.startsWith('Arrow') && nakami.scrolls(event.target)) return;
    const act = key === 'p' ? toggle : shown >= 0 && Object.hasOwn(keys, key) ? keys[key] : null;
    if (!act) return;
    event.preventDefault();
    act();
  });

  // The window of notes calls, also from an earlier page; what it may ask for, the keys do as well.
  addEventListener('message', event => {
    const asked = event.data?.nakami;
    if (asked === 'ready' && event.source !== window) notes = /** @type {Window} */ (event.source);
    if (event.source !== notes || shown < 0) return;
    if (asked === 'ready') tell();
    else if (Object.hasOwn(keys, asked)) keys[asked]();
  });

  // A link may lead right to a step as it is presented.
  const number = /^#present\.(\d+)$/.exec(location.hash)?.[1];
  if (number) enter(Number(number) - 1);
})();
