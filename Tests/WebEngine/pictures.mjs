// Lets engine.wasm draw what LiveFixtureTests let the native engine draw, and compares them byte for byte, but for
// numbers: those may differ by one in the last digit that is written, since sums are made in another order.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { started } from "./page.mjs";

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

/** A model that learns on, to its last step, takes hardly more memory: what is shown of it does not add up. */
function checkMemory(engine, place) {
  const asked = new TextEncoder().encode("layers=1&heads=1&width=8&q=" + "the+sea+the+boat+".repeat(8));
  const at = place(asked);
  const learned = (steps) => {
    for (let step = 0; step < steps; step += 500) engine.nakami_train(at, asked.byteLength, 0, 500);
    return engine.memory.buffer.byteLength;
  };
  engine.nakami_train(at, asked.byteLength, 0, -1);
  const [before, after] = [learned(2_000), learned(20_000)];
  // Its curve: twelve bytes a step, and room for as many again.
  if (after - before > 1 << 20) throw new Error(`learning on takes ${after} bytes instead of ${before}`);
  console.log(`memory after 2,000 steps of learning ${before} bytes, after all ${after}`);
}

for (const name of names) {
  const engine = await started(wasm);
  const place = (bytes) => {
    const address = engine.nakami_allocate(Math.max(1, bytes.byteLength));
    new Uint8Array(engine.memory.buffer, address, bytes.byteLength).set(bytes);
    return address;
  };
  const pack = readFileSync(join(folder, name.replace(".pictures", ".pack")));
  if (engine.nakami_open(place(pack), pack.byteLength) !== 1) throw new Error(`${name}: the pack was refused`);
  let [bytes, numbers, apart] = [0, 0, 0];
  const pictures = JSON.parse(readFileSync(join(folder, name), "utf8"));
  for (const { part, address, isJapanese, steps, drawn } of pictures) {
    const asked = new TextEncoder().encode(address);
    const at = place(asked);
    const language = isJapanese ? 1 : 0;
    if (part === "train") engine.nakami_train(at, asked.byteLength, language, -1);
    const shown = engine["nakami_" + part](at, asked.byteLength, language, steps ?? 0);
    const text = new TextDecoder().decode(
      new Uint8Array(engine.memory.buffer, shown, engine.nakami_shown_count()));
    engine.nakami_free(at);
    apart += differing(text, drawn, `${name}, ${isJapanese ? "ja" : "en"} ${address}`);
    bytes += text.length;
    numbers += (drawn.match(number) ?? []).length;
  }
  if (name === "sample.pictures") checkMemory(engine, place);
  console.log(`${name}: ${pictures.length} pictures, ${bytes} characters, ${numbers} numbers; `
    + `${apart} of them one apart in the last digit`);
  if (apart > 0.001 * numbers) throw new Error(`${name}: too many numbers differ`);
}
