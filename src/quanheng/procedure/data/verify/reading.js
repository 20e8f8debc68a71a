// JSON in its one spelling: keys in order, no spaces, whole numbers of any size. Reads strictly, writes the same again.
const readJson = (text) => {
  let at = 0;
  const expect = (sign) => { if (text[at] !== sign) throw new Error(`第${at + 1}字不合规范`); at += 1; };
  const blank = () => { while (" \n\r\t".includes(text[at]) && at < text.length) at += 1; };
  const string = () => {
    const start = at;
    expect('"');
    while (text[at] !== '"') { if (at >= text.length) throw new Error("字符串没有结束"); at += text[at] === "\\" ? 2 : 1; }
    at += 1;
    return JSON.parse(text.slice(start, at));
  };
  const items = (close, one) => {
    at += 1; blank();
    if (text[at] === close) { at += 1; return; }
    for (;;) {
      one(); blank();
      if (text[at] === close) { at += 1; return; }
      expect(","); blank();
    }
  };
  const value = () => {
    blank();
    if (text[at] === "{") {
      const made = new Map();
      items("}", () => { const key = string(); blank(); expect(":"); made.set(key, value()); });
      return made;
    }
    if (text[at] === "[") { const made = []; items("]", () => made.push(value())); return made; }
    if (text[at] === '"') return string();
    const word = /^(-?(0|[1-9]\d*)|true|false|null)/.exec(text.slice(at, at + 400));
    if (!word) throw new Error(`第${at + 1}字不合规范`);
    at += word[0].length;
    return { true: true, false: false, null: null }[word[0]] ?? (word[0] === "null" ? null : BigInt(word[0]));
  };
  const made = value();
  blank();
  if (at !== text.length) throw new Error("多出内容");
  return made;
};

const byCodePoint = (one, two) => {
  const a = Array.from(one, (each) => each.codePointAt(0)), b = Array.from(two, (each) => each.codePointAt(0));
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) if (a[i] !== b[i]) return a[i] - b[i];
  return a.length - b.length;
};

const canonical = (value) => {
  if (value instanceof Map) {
    const keys = [...value.keys()].sort(byCodePoint);
    return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value.get(key))}`).join(",")}}`;
  }
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
};

// The manifest's own spelling: one value in a line, a space for each level.
const spread = (value, level = 1) => {
  const pad = `\n${" ".repeat(level)}`, end = `\n${" ".repeat(level - 1)}`;
  if (value instanceof Map && value.size) {
    const keys = [...value.keys()].sort(byCodePoint);
    return `{${keys.map((key) => `${pad}${JSON.stringify(key)}: ${spread(value.get(key), level + 1)}`).join(",")}${end}}`;
  }
  if (Array.isArray(value) && value.length) return `[${value.map((each) => pad + spread(each, level + 1)).join(",")}${end}]`;
  return canonical(value);
};
