// SHA-256 and SHA-512 over bytes, written out: a page opened from a disk may not be given the browser's own.
"use strict";

const roundConstants = (() => {
  // The first bits of the fractional parts of the cube roots of the first primes, as the standard defines them.
  const primes = [];
  for (let n = 2; primes.length < 80; n += 1) if (primes.every((p) => n % p)) primes.push(n);
  const cubeRoot = (n) => {
    let low = 0n, high = 1n << 90n;
    while (low < high) {
      const middle = (low + high + 1n) >> 1n;
      if (middle ** 3n <= n) low = middle; else high = middle - 1n;
    }
    return low;
  };
  const squareRoot = (n) => {
    let low = 0n, high = 1n << 90n;
    while (low < high) {
      const middle = (low + high + 1n) >> 1n;
      if (middle * middle <= n) low = middle; else high = middle - 1n;
    }
    return low;
  };
  const mask = (1n << 64n) - 1n;
  const cubes = primes.map((p) => cubeRoot(BigInt(p) << 192n) & mask);
  const squares = primes.slice(0, 8).map((p) => squareRoot(BigInt(p) << 128n) & mask);
  return { cubes, squares };
})();
const K256 = Uint32Array.from(roundConstants.cubes.slice(0, 64), (each) => Number(each >> 32n));
const H256 = Uint32Array.from(roundConstants.squares, (each) => Number(each >> 32n));

const padded = (bytes, block, lengthBytes) => {
  const size = Math.ceil((bytes.length + 1 + lengthBytes) / block) * block;
  const out = new Uint8Array(size);
  out.set(bytes);
  out[bytes.length] = 0x80;
  let bits = BigInt(bytes.length) * 8n;
  for (let place = size - 1; bits; place -= 1, bits >>= 8n) out[place] = Number(bits & 255n);
  return new DataView(out.buffer);
};

const sha256 = (bytes) => {
  const view = padded(bytes, 64, 8), state = H256.slice(), w = new Uint32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));
  for (let start = 0; start < view.byteLength; start += 64) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getUint32(start + 4 * i);
    for (let i = 16; i < 64; i += 1) {
      const s0 = turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      const s1 = turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i += 1) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25), chosen = (e & f) ^ (~e & g);
      const one = (h + s1 + chosen + K256[i] + w[i]) | 0;
      const s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22), most = (a & b) ^ (a & c) ^ (b & c);
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + s0 + most) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((each, i) => { state[i] += each; });
  }
  const out = new DataView(new ArrayBuffer(32));
  state.forEach((each, i) => out.setUint32(4 * i, each));
  return new Uint8Array(out.buffer);
};

const sha512 = (bytes) => {
  const view = padded(bytes, 128, 16), state = [...roundConstants.squares], w = new Array(80);
  const fit = (x) => BigInt.asUintN(64, x);
  const turn = (x, n) => fit((x >> BigInt(n)) | (x << BigInt(64 - n)));
  for (let start = 0; start < view.byteLength; start += 128) {
    for (let i = 0; i < 16; i += 1) w[i] = view.getBigUint64(start + 8 * i);
    for (let i = 16; i < 80; i += 1) {
      const s0 = turn(w[i - 15], 1) ^ turn(w[i - 15], 8) ^ (w[i - 15] >> 7n);
      const s1 = turn(w[i - 2], 19) ^ turn(w[i - 2], 61) ^ (w[i - 2] >> 6n);
      w[i] = fit(w[i - 16] + s0 + w[i - 7] + s1);
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 80; i += 1) {
      const s1 = turn(e, 14) ^ turn(e, 18) ^ turn(e, 41), chosen = (e & f) ^ (fit(~e) & g);
      const one = fit(h + s1 + chosen + roundConstants.cubes[i] + w[i]);
      const s0 = turn(a, 28) ^ turn(a, 34) ^ turn(a, 39), most = (a & b) ^ (a & c) ^ (b & c);
      h = g; g = f; f = e; e = fit(d + one); d = c; c = b; b = a; a = fit(one + s0 + most);
    }
    [a, b, c, d, e, f, g, h].forEach((each, i) => { state[i] = fit(state[i] + each); });
  }
  const out = new DataView(new ArrayBuffer(64));
  state.forEach((each, i) => out.setBigUint64(8 * i, each));
  return new Uint8Array(out.buffer);
};

const hex = (bytes) => Array.from(bytes, (each) => each.toString(16).padStart(2, "0")).join("");
const unhex = (text) => {
  if (typeof text !== "string" || !/^([0-9a-f]{2})*$/.test(text)) throw new Error("不是十六进制");
  return Uint8Array.from(text.match(/../g) || [], (each) => parseInt(each, 16));
};
const utf8 = (text) => new TextEncoder().encode(text);
const joined = (...parts) => Uint8Array.from(parts.flatMap((part) => Array.from(part)));
const same = (one, two) => one.length === two.length && one.every((each, i) => each === two[i]);
