// Lets a very small model learn in the page. Its plan stands in the address; the engine takes the steps and draws them.
'use strict';

(() => {
  const words = document.currentScript?.dataset ?? {};
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [needs, start, said, result, run, bar] = ['live-needs', 'live-start', 'live-said', 'live-result', 'train-run', 'train-bar'].map(find);
  const form = /** @type {HTMLFormElement} */ (find('live-form'));
  if (!form || !run) return;

  /** @type {((message: object, then: (text: string) => void) => void) | null} */
  let engine = null;
  let [isBusy, isRunning] = [false, false];
  /** Steps of one question, as many as a tenth of a second takes, and steps that are asked for and not taken yet. */
  let [steps, wanted] = [1, NaN];
  let shown = '';

  const mark = (isOn = false) => {
    isRunning = isOn;
    run.textContent = (isOn ? words.pause : words.go) ?? '';
    said.setAttribute('aria-live', isOn ? 'off' : 'polite');
  };
  const fail = () => {
    engine = null;
    said.textContent = '';
    needs.textContent = words.failed ?? '';
    needs.hidden = false;
    for (const part of [start, form, result, bar]) part.hidden = true;
  };

  const step = (count = steps) => {
    if (!engine) return;
    if (isBusy) {
      wanted = count;
      return;
    }
    isBusy = true;
    const began = performance.now();
    engine({...nakamiEngine.asked('train'), steps: count}, text => {
      isBusy = false;
      if (count > 1 || count === steps) steps = Math.max(1, Math.min(200, Math.round(steps * 100 / (performance.now() - began + 1))));
      const end = text.indexOf('\n');
      // A model that has come to its end shows the same again.
      if (text === shown && count > 0) mark();
      shown = text;
      said.textContent = text.slice(0, end);
      const open = [...result.querySelectorAll('details[open]')].map(e => e.closest('figure')?.id);
      result.innerHTML = text.slice(end + 1);
      for (const details of result.querySelectorAll('details')) details.open = open.includes(details.closest('figure')?.id);
      const next = wanted;
      wanted = NaN;
      if (!Number.isNaN(next)) step(next);
      else if (isRunning) setTimeout(step);
    });
  };

  /** @type {() => any[]} */
  const fields = () => [.../** @type {any} */ (form).querySelectorAll('[name]')];
  const write = () => {
    const asked = new URLSearchParams();
    for (const field of fields()) {
      if (field.type === 'checkbox' ? field.checked : field.name === 'q' || field.value !== field.defaultValue) asked.set(field.name, field.value);
    }
    history.replaceState(null, '', '#' + asked);
  };
  const fill = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    for (const field of fields()) {
      if (field.type === 'checkbox') field.checked = asked.get(field.name) === field.value;
      else if (field.name !== 'q' || asked.has('q')) field.value = nakamiEngine.fitting(field, asked.get(field.name), field.defaultValue);
    }
    write();
  };
  const begin = () => {
    mark();
    step(-1);
  };

  find('live-button').addEventListener('click', () => {
    start.hidden = true;
    said.textContent = words.loading ?? '';
    nakamiEngine.load(words.live ?? '', loaded => {
      engine = loaded;
      needs.hidden = true;
      form.hidden = bar.hidden = false;
      fill();
      begin();
      run.focus({preventScroll: true});
    }, fail);
  });
  run.addEventListener('click', () => {
    mark(!isRunning);
    if (isRunning) step();
  });
  find('train-step').addEventListener('click', () => {
    mark();
    step(1);
  });
  find('train-reset').addEventListener('click', begin);
  form.addEventListener('input', () => {
    write();
    begin();
  });
  form.addEventListener('submit', event => event.preventDefault());
  addEventListener('hashchange', () => {
    fill();
    begin();
  });
  mark();
  start.hidden = false;
})();
