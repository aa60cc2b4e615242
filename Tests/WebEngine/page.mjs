// What a page gives to the engine, here given by Node: tables of characters that the engine does not have.

/** A started engine: what it exports. */
export async function started(wasm) {
  let engine;
  const read = (address, count, encoding) =>
    new TextDecoder(encoding).decode(new Uint8Array(engine.memory.buffer, address, count));
  const write = (text, address, room) => {
    const bytes = new TextEncoder().encode(text).subarray(0, room);
    new Uint8Array(engine.memory.buffer, address, room).set(bytes);
    return bytes.length;
  };
  const page = {
    compatible: (text, count, form, room) => write(read(text, count, "utf-8").normalize("NFKC"), form, room),
    fromShiftJIS: (bytes, count, text, room) => write(read(bytes, count, "shift_jis"), text, room),
  };
  const { instance } = await WebAssembly.instantiate(wasm, { page });
  engine = instance.exports;
  return engine;
}
