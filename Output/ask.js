// Asks the model in the page, or lets a text be cleaned. What is asked stands in the address; the engine answers with markup.
'use strict';

(() => {
  const words = document.currentScript?.dataset ?? {};
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [needs, start, said, result] = ['live-needs', 'live-start', 'live-said', 'live-result'].map(find);
  const form = /** @type {HTMLFormElement} */ (find('live-form'));
  if (!form || !start) return;

  /** @type {((message: object, then: (text: string) => void) => void) | null} */
  let engine = null;
  let [isBusy, isWaiting] = [false, false];

  const fail = () => {
    engine = null;
    said.textContent = '';
    needs.textContent = words.failed ?? '';
    needs.hidden = false;
    for (const part of [start, form, result, find('live-address')]) part.hidden = true;
  };

  const ask = () => {
    if (!engine) return;
    isWaiting = isBusy;
    if (isBusy) return;
    isBusy = true;
    engine(nakamiEngine.asked(words.part ?? ''), text => {
      isBusy = false;
      show(text);
      if (isWaiting) ask();
    });
  };

  /** Puts an answer in place, and the reader where the reader was. */
  const show = (/** @type {string} */ text) => {
    const end = text.indexOf('\n');
    if (said.textContent !== text.slice(0, end)) said.textContent = text.slice(0, end);
    const held = document.activeElement;
    const id = held && result.contains(held) ? held.id : '';
    const top = id ? held?.getBoundingClientRect().top ?? 0 : 0;
    const place = (/** @type {Element} */ details) => details.parentElement?.closest('[id], section')?.id;
    const open = [...result.querySelectorAll('details[open]')].map(place);
    result.innerHTML = text.slice(end + 1);
    for (const details of result.querySelectorAll('details')) details.open = open.includes(place(details));
    // The address of a moment holds its frame, too.
    const moment = () => new URLSearchParams(location.hash.slice(1));
    for (const film of result.querySelectorAll('ol.film')) {
      /** @type {any} */ (window).nakamiFilm?.(film, (Number(moment().get('frame')) || 1) - 1, (/** @type {string} */ id) => {
        const asked = moment();
        asked.set('frame', id.split('.').pop() ?? '');
        return asked;
      });
    }
    const again = id && document.getElementById(id);
    if (!again) return;
    again.focus({preventScroll: true});
    scrollBy(0, again.getBoundingClientRect().top - top);
  };

  /** @type {() => (HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement)[]} */
  const fields = () => [.../** @type {any} */ (form).querySelectorAll('[name]')];
  const usual = (/** @type {any} */ field) => field.options?.[0].value ?? field.defaultValue;
  /** Typed text as the model reads it; what is to be cleaned stays as it is. */
  const typed = (/** @type {any} */ field) => words.part === 'show' ? field.value.normalize('NFKC') : field.value;

  /** What stands in the address, in the fields of the form. */
  const fill = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.has('q')) return write();
    for (const field of fields()) {
      const value = nakamiEngine.fitting(field, asked.get(field.name), usual(field));
      if (field !== document.activeElement && field.value !== value) field.value = value;
    }
  };

  /** What stands in the form, into the address. Roads lead on from a text and go with it; parts stay. */
  const write = () => {
    const before = new URLSearchParams(location.hash.slice(1));
    const asked = new URLSearchParams();
    for (const field of fields()) {
      if (field.name === 'q') asked.set('q', typed(field));
      else if (field.value !== usual(field)) asked.set(field.name, field.value);
    }
    for (const name of ['off', 'set', 'head', 'try', 'without', 'frame']) for (const value of before.getAll(name)) asked.append(name, value);
    history.replaceState(null, '', '#' + asked);
  };

  find('live-button').addEventListener('click', () => {
    start.hidden = true;
    said.textContent = words.loading ?? '';
    nakamiEngine.load(words.live ?? '', loaded => {
      engine = loaded;
      needs.hidden = true;
      form.hidden = find('live-address').hidden = false;
      said.textContent = words.ready ?? '';
      fill();
      ask();
      form.querySelector('textarea')?.focus({preventScroll: true});
    }, fail);
  });
  form.addEventListener('input', () => {
    write();
    ask();
  });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => {
    fill();
    ask();
  });
  result.addEventListener('submit', event => {
    event.preventDefault();
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of /** @type {any} */ (event.target).elements) {
      if (field.name) asked.append(field.name, typed(field));
    }
    location.hash = String(asked);
  });
  result.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('[data-copy]') : null;
    const code = button instanceof HTMLElement ? document.getElementById(button.dataset.copy ?? '') : null;
    if (!code) return;
    getSelection()?.selectAllChildren(code);
    navigator.clipboard?.writeText(code.textContent ?? '').catch(() => {});
  });
  start.hidden = false;
})();
