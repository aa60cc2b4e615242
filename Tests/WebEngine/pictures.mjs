// Lets engine.wasm draw what LiveFixtureTests let the native engine draw, and compares them byte for byte, but for
// numbers: those may differ by one in the last digit that is written, since sums are made in another order.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const folder = process.argv[2];
const wasm = readFileSync(join(folder, "engine.wasm"));
const names = readdirSync(folder).filter((name) => name.endsWith(".pictures")).sort();
if (names.length === 0) throw new Error(`no pictures in ${folder}`);

const number = /[-−]?\d[\d,]*(?:\.\d+)?/g;
const value = (text) => Number(text.replace("−", "-").replaceAll(",", ""));
const unit = (text) => 10 ** -(text.split(".")[1]?.length ?? 0);

/** How many numbers differ by one in the last digit; throws where anything else differs. */
function differing(drawn, expected, what) {
  const [frame, wanted] = [drawn.replace(number, "#"), expected.replace(number, "#")];
  if (frame !== wanted) {
    let place = 0;
    while (frame[place] === wanted[place]) place++;
    throw new Error(`${what}: …${frame.slice(Math.max(0, place - 60), place + 40)}… instead of …${wanted.slice(Math.max(0, place - 60), place + 40)}…`);
  }
  const others = expected.match(number) ?? [];
  let count = 0;
  (drawn.match(number) ?? []).forEach((text, place) => {
    if (text === others[place]) return;
    const apart = Math.abs(value(text) - value(others[place]));
    const allowed = 1.01 * Math.max(unit(text), unit(others[place]));
    if (!(apart <= allowed)) throw new Error(`${what}: ${text} instead of ${others[place]}`);
    count++;
  });
  return count;
}

for (const name of names) {
  const { instance } = await WebAssembly.instantiate(wasm, {});
  const engine = instance.exports;
  const place = (bytes) => {
    const address = engine.nakami_allocate(Math.max(1, bytes.byteLength));
    new Uint8Array(engine.memory.buffer, address, bytes.byteLength).set(bytes);
    return address;
  };
  const pack = readFileSync(join(folder, name.replace(".pictures", ".pack")));
  if (engine.nakami_open(place(pack), pack.byteLength) !== 1) throw new Error(`${name}: the pack was refused`);
  let [bytes, numbers, apart] = [0, 0, 0];
  const pictures = JSON.parse(readFileSync(join(folder, name), "utf8"));
  for (const { address, isJapanese, steps, drawn } of pictures) {
    const asked = new TextEncoder().encode(address);
    const at = place(asked);
    const language = isJapanese ? 1 : 0;
    if (steps !== undefined) engine.nakami_train(at, asked.byteLength, language, -1);
    const shown = steps === undefined
      ? engine.nakami_show(at, asked.byteLength, language)
      : engine.nakami_train(at, asked.byteLength, language, steps);
    const text = new TextDecoder().decode(
      new Uint8Array(engine.memory.buffer, shown, engine.nakami_shown_count()));
    engine.nakami_free(at);
    apart += differing(text, drawn, `${name}, ${isJapanese ? "ja" : "en"} ${address}`);
    bytes += text.length;
    numbers += (drawn.match(number) ?? []).length;
  }
  console.log(`${name}: ${pictures.length} pictures, ${bytes} characters, ${numbers} numbers; `
    + `${apart} of them one apart in the last digit`);
  if (apart > 0.001 * numbers) throw new Error(`${name}: too many numbers differ`);
}
