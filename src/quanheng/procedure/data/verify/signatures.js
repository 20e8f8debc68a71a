// Ed25519 checks (RFC 8032), signed notes and checkpoints (C2SP). No secrets here: only checks.
const P = 2n ** 255n - 19n;
const ORDER = 2n ** 252n + 27742317777372353535851937790883648493n;
const mod = (a) => ((a % P) + P) % P;
const power = (base, exponent) => {
  let made = 1n;
  for (let b = mod(base), e = exponent; e; e >>= 1n, b = mod(b * b)) if (e & 1n) made = mod(made * b);
  return made;
};
const D = mod(-121665n * power(121666n, P - 2n));
const ROOT_OF_MINUS_ONE = power(2n, (P - 1n) / 4n);

const number = (bytes) => bytes.reduceRight((made, each) => (made << 8n) | BigInt(each), 0n);
const point = (bytes) => {
  const whole = number(bytes), sign = whole >> 255n, y = whole & (2n ** 255n - 1n);
  if (y >= P) return null;
  const square = mod((y * y - 1n) * power(D * y * y + 1n, P - 2n));
  let x = power(square, (P + 3n) / 8n);
  if (mod(x * x - square)) x = mod(x * ROOT_OF_MINUS_ONE);
  if (mod(x * x - square) || (x === 0n && sign)) return null;
  if ((x & 1n) !== sign) x = P - x;
  return [x, y, 1n, mod(x * y)];
};
const sum = (p, q) => {
  const a = mod((p[1] - p[0]) * (q[1] - q[0])), b = mod((p[1] + p[0]) * (q[1] + q[0]));
  const c = mod(2n * p[3] * q[3] * D), d = mod(2n * p[2] * q[2]);
  const e = b - a, f = d - c, g = d + c, h = b + a;
  return [mod(e * f), mod(g * h), mod(f * g), mod(e * h)];
};
const times = (scalar, given) => {
  let made = [0n, 1n, 1n, 0n];
  for (let e = scalar, p = given; e; e >>= 1n, p = sum(p, p)) if (e & 1n) made = sum(made, p);
  return made;
};
const BASE = (() => {
  let y = mod(4n * power(5n, P - 2n));
  return point(Uint8Array.from({ length: 32 }, () => { const low = Number(y & 255n); y >>= 8n; return low; }));
})();

const isSigned = (key, message, signature) => {
  if (key.length !== 32 || signature.length !== 64) return false;
  const a = point(key), r = point(signature.slice(0, 32)), s = number(signature.slice(32));
  if (!a || !r || s >= ORDER) return false;
  const k = number(sha512(joined(signature.slice(0, 32), key, message))) % ORDER;
  const left = times(s, BASE), right = sum(r, times(k, a));
  return mod(left[0] * right[2] - right[0] * left[2]) === 0n && mod(left[1] * right[2] - right[1] * left[2]) === 0n;
};

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const unbase64 = (text) => {
  const bytes = Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  if (base64(bytes) !== text) throw new Error("编码不合规范");
  return bytes;
};

const readKey = (spelt) => {
  const [name, id, rest] = [spelt.split("+")[0], spelt.split("+")[1], spelt.split("+").slice(2).join("+")];
  const data = unbase64(rest);
  if (data.length !== 33 || ![1, 4].includes(data[0])) throw new Error("公钥的算法未知");
  const key = { name, algorithm: data[0], bytes: data.slice(1), spelt };
  key.id = sha256(joined(utf8(`${name}\n`), data)).slice(0, 4);
  if (hex(key.id) !== id) throw new Error("公钥与其编号不符");
  key.fingerprint = hex(sha256(utf8(spelt))).match(/.{4}/g).join(" ");
  return key;
};

const readNote = (note) => {
  const gap = note.lastIndexOf("\n\n");
  if (gap < 0 || !note.endsWith("\n")) throw new Error("不是签名文本");
  const lines = note.slice(gap + 2, -1).split("\n").map((line) => {
    const parts = line.split(" ");
    if (parts.length !== 3 || parts[0] !== "\u2014") throw new Error("签名行不合规范");
    const data = unbase64(parts[2]);
    return { name: parts[1], id: data.slice(0, 4), value: data.slice(4) };
  });
  return { text: note.slice(0, gap + 1), lines };
};

const isSignedBy = (key, text, line) => {
  if (line.name !== key.name || !same(line.id, key.id)) return false;
  if (key.algorithm === 1) return isSigned(key.bytes, utf8(text), line.value);
  if (line.value.length !== 72) return false;
  const time = line.value.slice(0, 8).reduce((made, each) => (made << 8n) | BigInt(each), 0n);
  return isSigned(key.bytes, utf8(`cosignature/v1\ntime ${time}\n${text}`), line.value.slice(8));
};

const readCheckpoint = (text) => {
  const lines = text.split("\n");
  const said = { origin: lines[0], size: Number(lines[1]), root: unbase64(lines[2]) };
  if (lines.length !== 6 || lines[3] !== "algorithm ed25519" || !/^\d+$/.test(lines[1]) || !/^time \d+$/.test(lines[4])) {
    throw new Error("不是检查点");
  }
  return said;
};

const readKeyChange = (note) => {
  const { text, lines } = readNote(note), said = text.split("\n");
  if (said.length !== 6 || said[0] !== "quanheng key change") throw new Error("不是密钥更换书");
  const [older, newer] = [readKey(said[2].slice(4)), readKey(said[3].slice(4))];
  const both = [older, newer].every((key) => key.name === said[1] && lines.some((line) => isSignedBy(key, text, line)));
  if (!both) throw new Error("密钥更换须由新旧密钥共同签名");
  return [older, newer];
};
