// Runs engine.wasm on the fixtures that WebFixtureTests wrote, and compares logits.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

import { started } from "./page.mjs";

const limit = 1e-4;
const folder = process.argv[2];
const wasm = readFileSync(join(folder, "engine.wasm"));
const names = readdirSync(folder).filter((name) => name.endsWith(".fixture")).sort();
if (names.length === 0) throw new Error(`no fixture in ${folder}`);

/** A fixture: 5 sizes, the count of tokens, tokens, parameters, logits of every position. */
function read(name) {
  const bytes = readFileSync(join(folder, name));
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let place = 0;
  const ints = (count) => Int32Array.from({ length: count }, () => {
    place += 4;
    return words.getInt32(place - 4, true);
  });
  const floats = (count) => Float32Array.from({ length: count }, () => {
    place += 4;
    return words.getFloat32(place - 4, true);
  });
  const sizes = ints(5);
  const [count, parameterCount] = ints(2);
  const tokens = ints(count);
  const parameters = floats(parameterCount);
  return { sizes, tokens, parameters, logits: floats(count * sizes[4]) };
}

const engine = await started(wasm);
const place = (array) => {
  const address = engine.nakami_allocate(array.byteLength);
  new array.constructor(engine.memory.buffer, address, array.length).set(array);
  return address;
};
let worst = 0;
const compare = (address, expected, what) => {
  if (address === 0) throw new Error(`${what}: the engine refused the tokens`);
  const logits = new Float32Array(engine.memory.buffer, address, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(logits[i] - expected[i]);
    if (!(difference < limit)) throw new Error(`${what}: logit ${i} is ${logits[i]}, not ${expected[i]}`);
    worst = Math.max(worst, difference);
  }
};

for (const name of names) {
  const { sizes, tokens, parameters, logits } = read(name);
  const vocabulary = sizes[4];
  const sizesAt = place(sizes);
  const valuesAt = place(parameters);
  if (engine.nakami_load(sizesAt, valuesAt, parameters.length - 1) !== 0) {
    throw new Error(`${name}: a parameter too few was accepted`);
  }
  if (engine.nakami_load(sizesAt, valuesAt, parameters.length) !== 1) {
    throw new Error(`${name}: the model was refused`);
  }
  const tokensAt = place(tokens);
  const row = (position) => logits.subarray(position * vocabulary, (position + 1) * vocabulary);
  const start = process.hrtime.bigint();
  for (let t = 0; t < tokens.length; t++) {
    compare(engine.nakami_process(tokensAt + 4 * t, 1), row(t), `${name}, position ${t}`);
  }
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  if (tokens.length === sizes[3] && engine.nakami_process(tokensAt, 1) !== 0) {
    throw new Error(`${name}: a token beyond the context was accepted`);
  }
  engine.nakami_reset();
  const last = tokens.length - 1;
  compare(engine.nakami_process(tokensAt, tokens.length), row(last), `${name}, as one prompt`);
  for (const address of [sizesAt, valuesAt, tokensAt]) engine.nakami_free(address);
  console.log(`${name}: ${tokens.length} positions, ${Math.round(tokens.length / seconds)} tokens/s`);
}
const size = statSync(join(folder, "engine.wasm")).size;
console.log(`largest difference ${worst.toExponential(1)} (limit ${limit}); engine.wasm ${size} bytes`);
