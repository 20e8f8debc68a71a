// The page around the checks: takes the folder's files, shows what they say. Nothing is sent anywhere.
const show = (element, text) => { document.getElementById(element).textContent = text; };
const line = (list, text) => {
  const item = document.createElement("li");
  item.textContent = text;
  document.getElementById(list).append(item);
};

// The record keeps UTC; people read the time of this machine.
const local = (moment) => {
  const at = new Date(moment), two = (n) => String(n).padStart(2, "0");
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}`;
};

const tell = (checked) => {
  const box = document.getElementById("result");
  box.hidden = false;
  box.className = checked.holds ? "holds" : "broken";
  ["details", "entries"].forEach((list) => document.getElementById(list).replaceChildren());
  if (!checked.holds) {
    show("verdict", `■ 不符 / does not hold：${checked.place}：${checked.why}`);
    return;
  }
  show("verdict", "● 完好 / holds");
  line("details", `案卷：${checked.manifest.get("case").get("number")} ${checked.manifest.get("case").get("title")}`);
  line("details", `纪实 ${checked.entries.length} 条，文件 ${checked.manifest.get("documents").size} 个`);
  line("details", `根摘要 / root：${checked.root}`);
  if (checked.erased) line("details", `▲ 其中 ${checked.erased} 条的内容已依规删除，前后衔接仍可核验`);
  if (checked.log) {
    line("details", `日志证明：${checked.proven}/${checked.entries.length} 条在检查点 ${checked.log} 之内`);
    line("details", `签名密钥指纹 / key：${checked.key}`);
    line("details", checked.witnesses.length ? `见证：${checked.witnesses.join("、")}` : "▲ 该检查点尚无见证签名");
  } else line("details", "▲ 没有日志证明：只能说明文件夹自身前后一致");
  for (const entry of checked.entries) {
    line("entries", entry.has("commitment") ? `第 ${entry.get("number")} 条：内容已依规删除`
      : `${local(entry.get("happened_at"))}　${entry.get("matter")}${entry.get("is_late")
        ? `（补记，${local(entry.get("recorded_at"))} 登记）` : ""}　${entry.get("by_name")}　${entry.get("result")}`);
  }
};

document.getElementById("files").addEventListener("change", async (event) => {
  const files = new Map();
  for (const file of event.target.files) {
    const parts = (file.webkitRelativePath || file.name).split("/");
    if (parts.length <= 2) files.set(parts.at(-1), new Uint8Array(await file.arrayBuffer()));
  }
  document.getElementById("result").hidden = false;
  show("verdict", "核验中… / checking");
  setTimeout(() => tell(checkFolder(files)), 0);
});
