// Runs the model in the page, once it is asked to. What is asked stands in the address; the engine answers with markup.
'use strict';

(() => {
  const script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  const words = script?.dataset ?? {};
  const find = (/** @type {string} */ id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const [needs, start, said, result] = ['live-needs', 'live-start', 'live-said', 'live-result'].map(find);
  const form = /** @type {HTMLFormElement} */ (find('live-form'));
  if (!script || !form) return;

  /** Runs in a worker of its own, so that the page never waits. */
  const work = () => {
    /** @type {any} */
    let engine;
    const decoded = (/** @type {string} */ text) => {
      const bytes = /** @type {any} */ (Uint8Array);
      if (bytes.fromBase64) return bytes.fromBase64(text);
      const raw = atob(text);
      const result = new Uint8Array(raw.length);
      for (let i = 0; i < raw.length; i++) result[i] = raw.charCodeAt(i);
      return result;
    };
    const placed = (/** @type {Uint8Array} */ bytes) => {
      const address = engine.nakami_allocate(Math.max(1, bytes.length));
      if (address === 0) throw new Error('no memory');
      new Uint8Array(engine.memory.buffer, address, bytes.length).set(bytes);
      return address;
    };
    self.onmessage = ({data}) => {
      try {
        if (data.engine) {
          engine = new WebAssembly.Instance(new WebAssembly.Module(decoded(data.engine)), {}).exports;
          const model = decoded(data.model);
          const address = placed(model);
          if (engine.nakami_open(address, model.length) !== 1) throw new Error('no model');
          engine.nakami_free(address);
          /** @type {any} */ (self).postMessage({ready: true});
          return;
        }
        const asked = new TextEncoder().encode(data.asked);
        const address = placed(asked);
        const shown = engine.nakami_show(address, asked.length, data.japanese);
        const bytes = new Uint8Array(engine.memory.buffer, shown, engine.nakami_shown_count());
        const text = new TextDecoder().decode(bytes);
        engine.nakami_free(address);
        /** @type {any} */ (self).postMessage({text});
      } catch (error) {
        /** @type {any} */ (self).postMessage({failed: true});
      }
    };
  };

  /** @type {Worker | null} */
  let worker = null;
  let [isBusy, isWaiting] = [false, false];

  const fail = () => {
    worker?.terminate();
    worker = null;
    said.textContent = '';
    needs.textContent = words.failed ?? '';
    needs.hidden = false;
    for (const part of [start, form, result, find('live-address')]) part.hidden = true;
  };

  const ask = () => {
    if (!worker) return;
    isWaiting = isBusy;
    if (isBusy) return;
    isBusy = true;
    worker.postMessage({asked: location.hash.slice(1), japanese: document.documentElement.lang === 'ja' ? 1 : 0});
  };

  /** Puts an answer in place, and the reader where the reader was. */
  const show = (/** @type {string} */ text) => {
    const end = text.indexOf('\n');
    if (said.textContent !== text.slice(0, end)) said.textContent = text.slice(0, end);
    const held = document.activeElement;
    const id = held && result.contains(held) ? held.id : '';
    const top = id ? held?.getBoundingClientRect().top ?? 0 : 0;
    const open = [...result.querySelectorAll('details[open]')].map(e => e.parentElement?.closest('[id], section')?.id);
    result.innerHTML = text.slice(end + 1);
    for (const details of result.querySelectorAll('details')) {
      if (open.includes(details.parentElement?.closest('[id], section')?.id)) details.open = true;
    }
    const again = id && document.getElementById(id);
    if (again) {
      again.focus({preventScroll: true});
      scrollBy(0, again.getBoundingClientRect().top - top);
    }
  };

  /** What stands in the address, in the fields of the form. */
  const fill = () => {
    const asked = new URLSearchParams(location.hash.slice(1));
    if (!asked.has('q')) return write();
    for (const field of /** @type {any} */ (form).querySelectorAll('[name]')) {
      const value = asked.get(field.name) ?? (field.name === 'kind' ? 'question' : field.defaultValue);
      if (field !== document.activeElement && field.value !== value) field.value = value;
    }
  };

  /** What stands in the form, into the address. Roads lead on from a text and go with it; parts stay. */
  const write = () => {
    const before = new URLSearchParams(location.hash.slice(1));
    const asked = new URLSearchParams();
    for (const field of /** @type {any} */ (form).querySelectorAll('[name]')) {
      if (field.name === 'q') asked.set('q', field.value.normalize('NFKC'));
      else if (field.value !== (field.name === 'kind' ? 'question' : field.defaultValue)) asked.set(field.name, field.value);
    }
    for (const name of ['off', 'head', 'try']) for (const value of before.getAll(name)) asked.append(name, value);
    history.replaceState(null, '', '#' + asked);
  };

  const begin = () => {
    start.hidden = true;
    said.textContent = words.loading ?? '';
    const load = document.createElement('script');
    load.src = words.live ?? '';
    load.onerror = fail;
    load.onload = () => {
      try {
        const address = URL.createObjectURL(new Blob([`(${work})()`], {type: 'text/javascript'}));
        worker = new Worker(address);
        worker.onerror = fail;
        worker.onmessage = ({data}) => {
          if (data.failed) return fail();
          if (data.ready) {
            URL.revokeObjectURL(address);
            needs.hidden = true;
            form.hidden = find('live-address').hidden = false;
            said.textContent = words.ready ?? '';
            fill();
            ask();
            form.querySelector('textarea')?.focus({preventScroll: true});
            return;
          }
          isBusy = false;
          show(data.text);
          if (isWaiting) ask();
        };
        const self = /** @type {any} */ (window);
        worker.postMessage(self.nakamiLive);
        delete self.nakamiLive;
      } catch (error) {
        fail();
      }
    };
    document.head.append(load);
  };

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
    const field = /** @type {HTMLInputElement | null} */ (result.querySelector('input[name=g]'));
    const asked = new URLSearchParams(location.hash.slice(1));
    asked.append('g', (field?.value ?? '').normalize('NFKC'));
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
  find('live-button').addEventListener('click', begin);
})();
