// The checks of a case's folder, in the order of `quanheng verify`: manifest, record, files, proofs. Names the first place.
const MANIFEST = "manifest.json", RECORD = "record.jsonl", PROOFS = "proofs.jsonl", CHECKPOINT = "checkpoint.txt", KEYS = "keys.json";
const COVERED = ["case", "number", "verb", "matter", "step", "outcome", "happened_at", "place", "by_name", "result", "cites", "facts",
  "documents", "recorded_at", "is_late"];
const ERASED = ["case", "commitment", "digest", "number", "previous"];

class Broken extends Error {
  constructor(place, why) { super(why); this.place = place; }
}
const textOf = (bytes) => new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
const digestOf = (text) => hex(sha256(utf8(text)));

const trying = (place, work) => {
  try { return work(); } catch (error) {
    if (error instanceof Broken) throw error;
    throw new Broken(place, `缺失或不能读取（${error.message}）`);
  }
};

const linesOf = (files, name) => {
  const lines = trying(name, () => textOf(files.get(name)).split("\n"));
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, i) => {
    const entry = trying(`${name} 第${i + 1}条`, () => readJson(line));
    if (!(entry instanceof Map) || canonical(entry) !== line) throw new Broken(`${name} 第${i + 1}条`, "书写形式已被改动");
    return entry;
  });
};

const checkManifest = (files) => trying(MANIFEST, () => {
  const manifest = readJson(textOf(files.get(MANIFEST))), stated = manifest.get("root");
  manifest.delete("root");
  const whole = new Map([...manifest, ["root", stated]]);
  if (digestOf(canonical(manifest)) !== stated || `${spread(whole)}\n` !== textOf(files.get(MANIFEST))) {
    throw new Broken(MANIFEST, "清单内容与其根摘要不符");
  }
  if (!(manifest.get("documents") instanceof Map)) throw new Broken(MANIFEST, "清单不合规范");
  return { manifest, root: stated };
});

const bodyOf = (entry) => {
  const fields = entry.has("salt") ? [...COVERED, "by"] : COVERED;
  return canonical(new Map(fields.map((field) => {
    if (!entry.has(field)) throw new Error(`缺少${field}`);
    return [field, entry.get(field)];
  })));
};
const committed = (entry, salt) => (entry.has("commitment")
  ? unhex(entry.get("commitment"))
  : sha256(joined(unhex(entry.get("salt") ?? salt), utf8(bodyOf(entry)))));
const sealOf = (previous, entry) => (entry.has("salt") || entry.has("commitment")
  ? hex(sha256(joined([2], utf8(`${previous}\n`), committed(entry))))
  : hex(sha256(joined([1], utf8(`${previous}\n${bodyOf(entry)}`)))));

const checkRecord = (files, manifest) => {
  const entries = linesOf(files, RECORD);
  let previous = "0".repeat(64);
  entries.forEach((entry, i) => {
    const place = `${RECORD} 第${i + 1}条`;
    if (entry.get("number") !== BigInt(i + 1)) throw new Broken(place, "缺失或错位");
    if (entry.get("previous") !== previous) throw new Broken(place, "与前一条不衔接");
    if (entry.has("commitment") && canonical([...entry.keys()].sort()) !== canonical(ERASED)) throw new Broken(place, "内容已被改动");
    if (trying(place, () => sealOf(previous, entry)) !== entry.get("digest")) throw new Broken(place, "内容已被改动");
    previous = entry.get("digest");
  });
  const count = Number(manifest.get("record_entries"));
  if (entries.length !== count || (count && previous !== manifest.get("record_head"))) {
    throw new Broken(`${RECORD} 第${entries.length + 1}条`, `纪实应有${count}条，现有${entries.length}条`);
  }
  return entries;
};

const checkDocuments = (files, manifest) => {
  for (const [name, expected] of manifest.get("documents")) {
    if (!files.has(name)) throw new Broken(name, "文件缺失");
    if (hex(sha256(files.get(name))) !== expected) throw new Broken(name, "文件内容已被改动");
  }
  const extra = [...files.keys()].filter((name) => name !== MANIFEST && !manifest.get("documents").has(name)).sort();
  if (extra.length) throw new Broken(extra[0], "清单中没有此文件");
};

const isIncluded = (index, size, leaf, path, root) => {
  if (index < 0 || index >= size) return false;
  let here = index, last = size - 1, made = leaf;
  for (const each of path) {
    if (last === 0 || each.length !== 32) return false;
    if (here % 2 || here === last) {
      made = sha256(joined([1], each, made));
      while (here && here % 2 === 0) { here = Math.floor(here / 2); last = Math.floor(last / 2); }
    } else made = sha256(joined([1], made, each));
    here = Math.floor(here / 2); last = Math.floor(last / 2);
  }
  return last === 0 && same(made, root);
};

const checkCheckpoint = (files) => {
  const keys = trying(KEYS, () => readJson(textOf(files.get(KEYS))));
  const { trusted, watchers } = trying(KEYS, () => {
    const known = keys.get("keys").map(readKey), good = known.slice(0, 1);
    for (const note of keys.get("changes")) {
      const [older, newer] = readKeyChange(note);
      if (good.some((key) => key.spelt === older.spelt)) good.push(newer);
    }
    return { trusted: good, watchers: keys.get("witnesses").map(readKey) };
  });
  return trying(CHECKPOINT, () => {
    const { text, lines } = readNote(textOf(files.get(CHECKPOINT))), said = readCheckpoint(text);
    const key = trusted.find((each) => lines.some((line) => isSignedBy(each, text, line)));
    if (!key || key.name !== said.origin) throw new Broken(CHECKPOINT, "签名无效，或不是所认可的密钥所签");
    const seen = watchers.filter((each) => lines.some((line) => isSignedBy(each, text, line))).map((each) => each.name);
    return { said, key, witnesses: [...new Set(seen)].sort() };
  });
};

const checkProofs = (files, entries) => {
  const { said, key, witnesses } = checkCheckpoint(files);
  const proofs = new Map(linesOf(files, PROOFS).map((proof) => [Number(proof.get("number")), proof]));
  let last = 0, proven = 0;
  for (const entry of entries) {
    const proof = proofs.get(proven + 1);
    if (!proof) break;
    const place = `${RECORD} 第${proven + 1}条`, seq = Number(proof.get("seq"));
    const holds = trying(place, () => {
      const leaf = sha256(joined([0], committed(entry, proof.get("salt"))));
      return seq > last && isIncluded(seq - 1, said.size, leaf, proof.get("path").map(unhex), said.root);
    });
    if (!holds) throw new Broken(place, "不在已签名的日志之中：内容或次序与当时所记不同");
    last = seq; proven += 1;
  }
  if (proofs.size !== proven) throw new Broken(PROOFS, "证明与纪实条目对不上");
  return { proven, log: `${said.origin} ${said.size}`, key: key.fingerprint, witnesses };
};

// files: a Map from name to bytes. What comes back has `holds`, and `place` and `why` when it does not.
const checkFolder = (files) => {
  let root = "";
  try {
    const found = checkManifest(files);
    root = found.root;
    const entries = checkRecord(files, found.manifest);
    checkDocuments(files, found.manifest);
    const proof = found.manifest.get("documents").has(PROOFS) ? checkProofs(files, entries) : { proven: 0, log: "", key: "", witnesses: [] };
    return { holds: true, root, entries, manifest: found.manifest, erased: entries.filter((entry) => entry.has("commitment")).length, ...proof };
  } catch (error) {
    return { holds: false, root, place: error.place ?? MANIFEST, why: error.message };
  }
};
