// The window of notes: what the page that is presented tells it, and a clock. It tells the page its keys.
'use strict';

(() => {
  const words = document.currentScript?.dataset ?? {};
  const [page, notes] = [/** @type {Window | null} */ (opener), document.getElementById('notes')];
  if (!page || !notes) return;
  const {make} = nakami;
  const say = (word = '') => page.postMessage({nakami: word}, '*');
  const button = (text = '', key = '') => {
    const element = make('button', {type: 'button'}, text);
    element.addEventListener('click', () => say(key));
    return element;
  };
  const [place, body, clock] = [make('span', {}), make('div', {}), make('p', {role: 'timer'}, '0:00')];
  notes.append(
    make(
      'div', {class: 'notes-bar'}, button('←', 'ArrowLeft'), place, button('→', 'ArrowRight'),
      button(words.answers ?? '', 'r'), clock),
    body);

  let [begun, last] = [0, ''];
  addEventListener('message', event => {
    const step = event.data;
    if (event.source !== page || step?.nakami !== 'step' || JSON.stringify(step) === last) return;
    last = JSON.stringify(step);
    begun ||= Date.now();
    notes.hidden = false;
    document.documentElement.classList.add('notes-live');
    place.textContent = step.place;
    const lines = (texts = [''], style = '') => texts.map(text => make('p', {class: style}, text));
    body.replaceChildren(
      make('h2', {}, step.title), ...lines(step.texts, 'notes-text'), ...lines(step.answers, 'notes-answer'),
      ...lines(step.next ? [`${words.then} ${step.next}`] : [], 'notes-then'));
    scrollTo(0, 0);
  });

  addEventListener('keydown', event => {
    if (nakami.isTaken(event) || !['ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'r'].includes(event.key)) return;
    event.preventDefault();
    say(event.key);
  });

  // The page may have gone on to the next lesson, which does not know this window yet.
  const call = () => {
    say('ready');
    const seconds = begun ? Math.floor((Date.now() - begun) / 1000) : 0;
    clock.textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  };
  setInterval(call, 1000);
  call();
})();
