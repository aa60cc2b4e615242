// Loads engine and model when they are asked for, and runs them in a worker, so that the page never waits.
'use strict';

const nakamiEngine = (() => {
  /** Runs in the worker. */
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
    const answer = (/** @type {any} */ message) => /** @type {any} */ (self).postMessage(message);
    const read = (/** @type {number} */ address, /** @type {number} */ count, encoding = 'utf-8') =>
      new TextDecoder(encoding).decode(new Uint8Array(engine.memory.buffer, address, count));
    const write = (/** @type {Uint8Array} */ bytes, /** @type {number} */ address, /** @type {number} */ room) => {
      new Uint8Array(engine.memory.buffer, address, room).set(bytes.subarray(0, room));
      return Math.min(bytes.length, room);
    };
    /** What the engine asks of the browser: tables of characters that it does not have. */
    const page = {
      compatible: (/** @type {number[]} */ ...[text, count, form, room]) =>
        write(new TextEncoder().encode(read(text, count).normalize('NFKC')), form, room),
      fromShiftJIS: (/** @type {number[]} */ ...[bytes, count, text, room]) =>
        write(new TextEncoder().encode(read(bytes, count, 'shift_jis')), text, room),
    };
    self.onmessage = async ({data}) => {
      try {
        if (data.engine) {
          // In WebKit a worker can't read the stream of a blob.
          const unpacked = new DecompressionStream('gzip');
          const writer = unpacked.writable.getWriter();
          writer.write(decoded(data.engine));
          writer.close();
          engine = new WebAssembly.Instance(new WebAssembly.Module(await new Response(unpacked.readable).arrayBuffer()), {page}).exports;
          const model = decoded(data.model);
          const address = placed(model);
          if (engine.nakami_open(address, model.length) !== 1) throw new Error('no model');
          engine.nakami_free(address);
          return answer({text: ''});
        }
        const asked = new TextEncoder().encode(data.asked);
        const address = placed(asked);
        const shown = engine['nakami_' + data.part](address, asked.length, data.japanese, data.steps ?? 0);
        const text = read(shown, engine.nakami_shown_count());
        engine.nakami_free(address);
        answer({text});
      } catch (error) {
        answer({failed: true});
      }
    };
  };

  return {
    /** What an address says for a field; a number that is none is what the field has by itself.
     * @param {any} field @param {string | null} value @param {string} usual */
    fitting: (field, value, usual) => value === null || field.type === 'number' && !/^\d*\.?\d+$/.test(value)
      || field.options && ![...field.options].some(option => option.value === value) ? usual : value,

    /** What is asked of a part of the engine: what stands in the address, and the language of the page. */
    asked: (/** @type {string} */ part) => ({part, asked: location.hash.slice(1), japanese: document.documentElement.lang === 'ja' ? 1 : 0}),

    /** Loads them; `ready` gets what asks the engine, one question after the other.
     * @param {string} path @param {(ask: (message: object, then: (text: string) => void) => void) => void} ready
     * @param {() => void} fail */
    load(path, ready, fail) {
      const script = document.createElement('script');
      script.src = path;
      script.onerror = fail;
      script.onload = () => {
        try {
          const address = URL.createObjectURL(new Blob([`(${work})()`], {type: 'text/javascript'}));
          const worker = new Worker(address);
          const end = () => {
            worker.terminate();
            fail();
          };
          const [page, ask] = [/** @type {any} */ (window), (/** @type {object} */ message, /** @type {(text: string) => void} */ then) => {
            worker.onmessage = ({data}) => data.failed ? end() : then(data.text);
            worker.postMessage(message);
          }];
          worker.onerror = end;
          ask(page.nakamiLive, () => {
            URL.revokeObjectURL(address);
            ready(ask);
          });
          delete page.nakamiLive;
        } catch (error) {
          fail();
        }
      };
      document.head.append(script);
    },
  };
})();
