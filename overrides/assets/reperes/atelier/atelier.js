// The atelier: a form becomes a file, and a message that its author sends. Nothing leaves without a press, and the draft
// is kept by the browser alone. What may be typed, and what is answered, comes from the model (output/workshop.py).
import { close, compose, difference, open, print, shown, slug, values } from "./file.js";
import { redrawn } from "./image.js";
import { preview } from "./preview.js";
import { carry } from "../keep.js";

const here = document.querySelector(".workshop");
const one = (query, within = here) => within.querySelector(query);
const all = (query, within = here) => [...within.querySelectorAll(query)];
const said = (name) => one(".said").content.querySelector(`.${name}`).textContent;
const panels = all("[data-panel]");
const status = one(".kept [role=status]");
const KEPT = "atelier"; // in the storage of the browser
const MAIL = 1800; // characters: what mail programs take from a link
const FORGE = 8000; // bytes of an address

const has = (held, key) => Object.prototype.hasOwnProperty.call(held, key);
let model, names, byTitle;
let now = null; // what is being written: task, panel, path, raw, parts, original
let left = null; // the panel shown before

const read = async (address) => {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return answer;
};
const text = async (path) => {
  const address = new URL(model.texts + path, new URL(here.dataset.root, location.href));
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(await (await read(address)).arrayBuffer());
};
const french = (path) => path.replace(/\.[a-z]{2,3}\.md$/, ".md");
const language = (path) => (/\.([a-z]{2,3})\.md$/.exec(path) || [])[1];
const translated = (path, code) => path.replace(/\.md$/, `.${code}.md`);
const known = (path) => has(names, french(path)) && (!language(path) || names[french(path)].includes(language(path), 1));

// Lists of titles, by what they name.
function list() {
  byTitle = { pages: new Map() };
  const add = (kind, path, title) => {
    const titles = byTitle[kind] || (byTitle[kind] = new Map());
    titles.set(titles.has(title) ? `${title} – ${path}` : title, path);
  };
  for (const path of Object.keys(names)) {
    const [folder, file] = [path.slice(0, Math.max(0, path.lastIndexOf("/"))), path.slice(path.lastIndexOf("/") + 1)];
    const kind = file !== "index.md" && Object.keys(model.kinds).find((name) => model.kinds[name].folder === folder);
    add("pages", path, names[path][0]);
    if (kind) add(kind, path, names[path][0]);
  }
  for (const kind of Object.keys(byTitle)) {
    const place = document.getElementById(`known-${kind}`);
    if (place) place.append(...[...byTitle[kind].keys()].map((title) => Object.assign(document.createElement("option"), { value: title })));
  }
}
const id = (path) => path.replace(/^.*\//, "").replace(/\.md$/, "");

// What is kept on the device.
const stored = (act) => {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
};
const controls = (panel) => all("form :is(input:not([type=file]), textarea, select)", panel);
const name = () => [now.task, now.path || "", now.code || ""].join(" ");
function keep() {
  const held = controls(now.panel).map((field) => (/^(?:radio|checkbox)$/.test(field.type) ? field.checked : field.value));
  const picked = all(".picked", now.panel).map((place) => all("li", place).map((item) => item.dataset.path));
  stored((storage) => storage.setItem(KEPT, JSON.stringify({ name: name(), held, picked })));
  status.textContent = said("draft");
  one("[data-act=erase]").hidden = false;
}
function resume() {
  const draft = stored((storage) => JSON.parse(storage.getItem(KEPT)));
  const fields = controls(now.panel);
  if (!draft || draft.name !== name() || draft.held.length !== fields.length) return;
  fields.forEach((field, at) => {
    if (/^(?:radio|checkbox)$/.test(field.type)) field.checked = draft.held[at];
    else field.value = draft.held[at];
  });
  all(".picked", now.panel).forEach((place, at) => (draft.picked[at] || []).filter((path) => has(names, path)).forEach((path) => pick(place, path)));
  status.textContent = `${said("resumed")} ${said("draft")}`;
  one("[data-act=erase]").hidden = false;
}

function show(panel) {
  for (const other of panels) other.hidden = other !== panel;
  if (left || location.hash) {
    one("h2", panel).focus({ preventScroll: true }); // who opens the page without asking anything begins at its top
    here.scrollIntoView();
  }
  left = panel;
}

// The task that the address asks for.
async function route() {
  now = null;
  const task = location.hash.slice(1);
  const asked = new URLSearchParams(location.search).get("page") || "";
  const panel = panels.find((part) => part.dataset.panel === task);
  if (panel && panel.dataset.kind) return begin(panel, { task });
  if (task === "corriger" || task === "traduire") {
    if (known(asked)) return fetched(task, asked, task === "traduire" ? one("[name=language]:checked").value : "");
    one("[data-part=language]").hidden = task !== "traduire";
    return show(one("[data-panel=which]"));
  }
  show(one("[data-panel=tasks]"));
}

async function fetched(task, asked, code) {
  try {
    const path = code ? translated(french(asked), code) : asked;
    const original = language(path) ? await text(french(path)) : "";
    const raw = known(path) ? await text(path) : "";
    const parts = open(raw || original);
    if (!parts) throw new Error(path);
    begin(one("[data-panel=edit]"), { task, path, code, raw, parts, original });
    carry(here.dataset.root);
  } catch {
    show(one("[data-panel=which]"));
    one("[data-panel=which] .wrong").textContent = said("unreadable");
  }
}

function begin(panel, what) {
  now = { panel, pictures: [], ...what };
  all("form", panel).forEach((form) => form.reset());
  all(".picked, .wrong, .shown", panel).forEach((place) => place.replaceChildren());
  all("[aria-invalid]", panel).forEach((field) => field.removeAttribute("aria-invalid"));
  all("[data-part=preview]", panel).forEach((part) => (part.open = false));
  const place = one("[data-part=questions]", panel);
  for (const other of all("[data-part=questions]")) other.replaceChildren();
  place.append(one(".asked").content.cloneNode(true));
  const cost = one("[data-part=engine] small", place);
  cost.parentElement.parentElement.hidden = !model.engine;
  if (model.engine) cost.textContent = cost.textContent.replace("{size}", Math.ceil(model.engine.bytes / 1e6));
  status.textContent = "";
  one("[data-act=erase]").hidden = true;
  if (now.path) fill();
  resume();
  all("[data-form=date]", panel).forEach(scale);
  show(panel);
}

function fill() {
  const { panel, parts, original, path } = now;
  const title = one("#edit-heading");
  title.textContent = (original ? title.dataset.translate : title.dataset.correct).replace("{title}", names[french(path)][0]);
  one("[data-part=french]").hidden = !original;
  one("[data-part=french] pre").textContent = original;
  const area = one("#edit-body");
  area.value = shown(parts.core);
  area.lang = language(path) || "fr";
  now.found = {};
  const keys = all("[data-key]", panel).map((field) => field.dataset.key);
  now.found = values(parts.head, keys);
  for (const field of all("[data-key]", panel)) {
    const value = now.found[field.dataset.key];
    field.hidden = value === undefined;
    const input = one("input, textarea", field);
    input.value = now.raw ? shown(value || "") : "";
    input.lang = area.lang;
  }
  one("[data-part=words]", panel).open = !now.raw;
}

// Dates: only the parts of what one knows.
function scale(field) {
  const chosen = (one("input[type=radio]:checked", field) || {}).value || "";
  for (const label of all("[data-for]", field)) label.hidden = !label.dataset.for.split(" ").includes(chosen);
}
function date(field) {
  const chosen = (one("input[type=radio]:checked", field) || {}).value;
  if (!chosen) return "";
  const part = (part) => one(`[data-part=${part}]`, field).value.trim();
  const [year, last, month, day] = [part("year"), part("last"), part("month"), part("day").padStart(2, "0")];
  return { day: `${year}-${month}-${day}`, month: `${year}-${month}`, year, about: `${year}~`, between: `${year}/${last}`, since: `${year}/..` }[chosen];
}
const real = (value) =>
  /^\d{4}(?:~|-\d{2}|\/\d{4}|\/\.\.)?$/.test(value) ? !/^(\d{4})\/(\d{4})$/.test(value) || value.slice(0, 4) <= value.slice(5) : day(value);
const day = (value) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value)) && new Date(value).toISOString().startsWith(value);

// Relations: chosen by title, kept by name.
function pick(place, path) {
  if (all("li", place).some((item) => item.dataset.path === path)) return;
  const item = document.createElement("li");
  item.dataset.path = path;
  const button = Object.assign(document.createElement("button"), { type: "button", textContent: "×" });
  button.setAttribute("aria-label", said("remove").replace("{title}", names[path][0]));
  button.addEventListener("click", () => {
    item.remove();
    keep();
    one("input", place.parentElement).focus();
  });
  item.append(names[path][0], " ", button);
  place.append(item);
}

const label = (field) => one("legend, label", field).firstChild.textContent.trim() || one("legend, label", field).textContent.trim();

// A form as keys and values, and what is wrong with them.
function gather(scope, kind) {
  const found = {};
  const wrong = [];
  const formats = (kind === "translation" ? model.translation : model.kinds[kind]).formats;
  const needs = kind === "translation" ? {} : model.kinds[kind].needs;
  for (const field of all("[data-key]", scope)) {
    if (field.hidden || (scope.matches("section") && field.closest("[data-part=source]"))) continue;
    const { key, form } = field.dataset;
    const input = one("input, textarea, select", field);
    const ticked = all("input:checked", field).map((box) => box.value);
    const value = {
      date: () => date(field),
      boxes: () => ticked,
      one: () => ticked[0] || "",
      yes: () => ticked[0] || "",
      ids: () => all("li", field).map((item) => id(item.dataset.path)),
      lines: () => shown(input.value).split("\n").map((line) => line.trim()).filter(Boolean),
    }[form] || (() => input.value.trim());
    found[key] = value();
    if (!found[key].length && needs[key] && key !== "sources") wrong.push([input, label(field), said("answer")]);
    for (const typed of Array.isArray(found[key]) ? found[key] : [found[key]].filter(Boolean)) {
      const rules = model.rules[form === "date" ? "edtf" : formats[key]] || [];
      const broken = rules.find((rule) => (form === "date" ? !real(typed) : rule.most ? [...typed].length > rule.most : !new RegExp(rule.match, "u").test(typed)));
      if (broken) wrong.push([input, label(field), sentence(broken, typed)]);
    }
  }
  return { found, wrong };
}
const sentence = ({ fault, cure }, value) => `${fault} ; ${cure}`.replace("{value}", value.slice(0, 60)).replace("{id}", slug(value));

function file(kind, found, body, name) {
  const { folder, keys, formats } = kind === "translation" ? { ...model.translation } : model.kinds[kind];
  const bare = { revu: new Date().toISOString().slice(0, 7), traduit_de: "000000000000" };
  const fields = keys
    .filter((key) => (has(found, key) && found[key].length) || has(bare, key))
    .map((key) => ({ key, value: has(bare, key) ? bare[key] : found[key], form: has(bare, key) || key === "ordre" || key === "exact" ? "bare" : formats[key] }));
  return { path: name || `${folder}/${slug(found.title)}.md`, before: "", after: compose(fields, body) };
}

// What was written, as files; and what is wrong with it.
function make() {
  const { panel, path, raw, parts } = now;
  const area = one("[data-form=body] textarea", panel);
  if (path) {
    const { found, wrong } = gather(panel, "translation");
    if (raw) {
      const changed = Object.fromEntries(Object.entries(found).filter(([key, value]) => value !== shown(now.found[key]).trim() && value));
      const after = close(parts, area.value, changed);
      if (after === raw) wrong.push([area, "", said("unchanged")]);
      return { wrong, files: [{ path, before: raw, after }] };
    }
    if (shown(area.value).trim() === shown(parts.core).trim()) wrong.push([area, "", said("unchanged")]);
    if (!found.title) wrong.push([one("[data-key=title] input", panel), label(one("[data-key=title]", panel)), said("answer")]);
    return { wrong, files: [file("translation", found, area.value, path)] };
  }
  const { kind } = panel.dataset;
  const { found, wrong } = gather(panel, kind);
  const files = [];
  const apart = one("[data-part=source]", panel);
  if (all("input:not([type=radio])", apart).some((input) => input.value.trim())) {
    const source = gather(apart, "source");
    wrong.push(...source.wrong);
    const made = file("source", source.found, "");
    if (has(names, made.path)) wrong.push([one("input", apart), source.found.title, said("taken")]);
    files.push(made);
    if (!area.value.includes(`[^${id(made.path)}]`)) found.sources = [...found.sources, id(made.path)];
  }
  const { needs, folder } = model.kinds[kind];
  if (needs.texte && !area.value.trim()) wrong.push([area, label(area.parentElement), needs.texte.join(" ; ")]);
  if (needs.sources && !found.sources.length && !/\[\^[a-z0-9-]+\]/.test(area.value)) wrong.push([one("[data-key=sources] input", panel), label(one("[data-key=sources]", panel)), needs.sources.join(" ; ")]);
  const box = one("[data-form=file] input", panel);
  const called = box.value.trim() || slug(found.title);
  const [rule] = model.rules.id;
  if (called && !new RegExp(rule.match).test(called)) wrong.push([box, called, sentence(rule, called)]);
  if (has(names, `${folder}/${called}.md`)) wrong.push([box, called, said("taken")]);
  return { wrong, files: [file(kind, found, area.value, `${folder}/${called}.md`), ...files] };
}

// Tell what is wrong under the questions, and lead to the first of it.
function complain(wrong) {
  const place = one("[data-part=questions] .wrong", now.panel);
  all("[aria-invalid]", now.panel).forEach((field) => field.removeAttribute("aria-invalid"));
  place.replaceChildren();
  if (!wrong.length) return false;
  place.append(said("wrong"), items(wrong.map(([, title, fault]) => (title ? `${title} : ${fault}` : fault))));
  wrong.forEach(([field]) => field.setAttribute("aria-invalid", "true"));
  for (let box = wrong[0][0].closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
  wrong[0][0].focus();
  return true;
}
function items(texts) {
  const list = document.createElement("ul");
  list.append(...texts.map((text) => Object.assign(document.createElement("li"), { textContent: text })));
  return list;
}

// The engine, when the site has one and somebody asks for it.
async function examine() {
  const { wrong, files } = make();
  if (complain(wrong)) return;
  const place = one("[data-part=engine]", now.panel);
  const [told, frame] = [one("[role=status]", place), one("iframe", place)];
  const { ask, framed } = await import("./engine.js");
  const root = new URL(here.dataset.root, location.href);
  told.textContent = said("engine-working");
  place.setAttribute("aria-busy", "true");
  ask(new URL(model.engine.at, root).href, Object.fromEntries(files.map(({ path, after }) => [path, after])), (answer) => {
    place.removeAttribute("aria-busy");
    if (answer.said) {
      const { problems, warnings, page, url } = answer.said;
      const lines = [...problems, ...(warnings || [])].map(({ line, field, fault, cure }) => said("engine-line").replace("{line}", line).replace("{field}", field).replace("{fault}", fault).replace("{cure}", cure));
      told.replaceChildren(said(problems.length ? "engine-wrong" : lines.length ? "engine-remarks" : "engine-right"), ...(lines.length ? [items(lines)] : []));
      frame.hidden = !page;
      if (page) frame.srcdoc = framed(page, new URL(url, root));
      carry(root, [new URL("worker.js", import.meta.url).href, ...model.engine.files.map((name) => new URL(name, root).href)]);
    } else if (answer.changes) {
      const others = answer.changes.map(([, title]) => title);
      if (others.length > 1) told.append(items([`${said("engine-changes")} ${[...new Set(others)].join(", ")}`]));
    } else told.textContent = said("engine-failed");
  });
}

function prepare() {
  const { wrong, files } = make();
  const asked = all("[data-part=questions] p > input", now.panel);
  const told = (input) => one("label", input.parentElement).textContent;
  for (const input of asked) if (!input.value.trim()) wrong.push([input, told(input), said("answer")]);
  if (complain(wrong)) return;
  const pictures = now.pictures.filter(({ name }) => files.some(({ after }) => after.includes(`images/${name}`)));
  const lead = [said("hello"), "", ...pictures.map(({ name }) => said("picture-joined").replace("{name}", name)), ...asked.map((input) => `${told(input)} ${input.value.trim().replace(/\s+/g, " ")}`)].join("\n");
  const blocks = files.map(({ path, before, after }) =>
    ["=== atelier 1 ===", `fichier: docs/${path}`, `avant: ${before ? print(before) : "nouveau"}`, `apres: ${print(after)}`, ...difference(before, after), "=== fin ==="].join("\n"));
  ready(lead, `${lead}\n\n${blocks.join("\n\n")}\n`, files, pictures);
}

let blob = "";
function ready(lead, message, files, pictures) {
  const panel = one("[data-panel=ready]");
  const mail = one("[data-way=mail]", panel);
  one(".message", panel).textContent = message;
  all("[role=status]", panel).forEach((place) => (place.textContent = ""));
  if (mail) {
    const address = (body) => `mailto:${here.dataset.mail}?subject=${encodeURIComponent(said("subject"))}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
    const long = message.length > MAIL || address(message).length > 2 * MAIL;
    mail.href = address(long ? `${lead}\n\n${said("attached")}\n` : message);
    one("[data-part=long]", panel).hidden = !long;
  }
  URL.revokeObjectURL(blob);
  blob = URL.createObjectURL(new Blob([message], { type: "text/plain;charset=utf-8" }));
  Object.assign(one("[data-way=file]", panel), { href: blob, download: `proposition-${id(files[0].path).replace(/\./g, "-")}.txt` });
  const forge = one("[data-way=forge]", panel);
  if (forge) {
    const { path, before, after } = files[0];
    const whole = `docs/${path}`;
    const parts = { forge: here.dataset.forge, path: whole, folder: whole.replace(/\/[^/]*$/, ""), name: whole.replace(/^.*\//, ""), text: encodeURIComponent(after) };
    const address = (form) => form.replace(/\{(\w+)\}/g, (_, key) => parts[key]);
    const filled = !before && here.dataset.filled && address(here.dataset.filled);
    const fits = filled && filled.length <= FORGE && files.length === 1;
    forge.href = fits ? filled : address(before ? here.dataset.edit : here.dataset.new);
    one("[data-part=paste]", panel).hidden = fits;
  }
  const place = one("[data-part=pictures]", panel);
  place.hidden = !pictures.length;
  one("ul", place).replaceChildren(...pictures.map(({ name, url }) => {
    const item = document.createElement("li");
    item.append(Object.assign(document.createElement("a"), { href: url, download: name, textContent: name }));
    return item;
  }));
  now.files = files;
  show(panel);
}

async function copy(text, place, shownIn) {
  const words = one("[data-done]").dataset;
  try {
    await navigator.clipboard.writeText(text);
    place.textContent = words.done;
  } catch {
    shownIn.closest("details").open = true;
    shownIn.textContent = text;
    shownIn.focus();
    getSelection().selectAllChildren(shownIn);
    place.textContent = words.failed;
  }
}

// An image, drawn again in the page; it is given as a file, beside the message.
async function picture(body, area) {
  const [file, seen, place] = [one("[type=file]", body).files[0], one("[data-part=picture] input:not([type=file])", body), one("[data-part=picture-wrong]", body)];
  const { types, most, refused, other, damaged } = model.images;
  const type = file ? (/\.([^.]*)$/.exec(file.name.toLowerCase()) || ["", ""])[1] : "";
  const wrong = !file ? said("answer") : refused[type] || (types.includes(`.${type}`) ? "" : other.replace("{value}", type)) || (seen.value.trim() ? "" : said("picture-seen-missing"));
  const made = wrong ? null : await redrawn(file, most);
  place.textContent = wrong || (made ? "" : damaged);
  if (!made) return;
  const name = `${slug(file.name.replace(/\.[^.]*$/, "")) || "image"}.${made.extension}`;
  now.pictures.push({ name, url: URL.createObjectURL(made.blob) });
  const folder = now.path || `${model.kinds[now.panel.dataset.kind].folder}/`;
  one("[data-part=picture]", body).hidden = true;
  put(area, `\n\n![${seen.value.trim().replace(/[[\]\n]/g, " ")}](${"../".repeat(folder.split("/").length - 1)}images/${name})\n\n`);
}

const tools = {
  heading: (area) => put(area, `\n\n## ${said("sample-heading")}\n\n`),
  list: (area) => put(area, `\n\n- ${said("sample-list")}\n`),
  link: (area) => put(area, `[${chosen(area) || said("sample-link")}](https://)`),
};
const chosen = (area) => area.value.slice(area.selectionStart, area.selectionEnd);
function put(area, text) {
  area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
  area.focus();
  keep();
}

here.addEventListener("click", ({ target }) => {
  const { act, tool, way } = target.dataset;
  const panel = target.closest("[data-panel]");
  const body = target.closest("[data-form=body]");
  const area = body && one(":scope > textarea", body);
  const cite = body && one("[data-part=cite]", body);
  if (act === "erase") {
    stored((storage) => storage.removeItem(KEPT));
    const { task, path, code, raw, parts, original } = now;
    begin(now.panel, { task, path, code, raw, parts, original });
    status.textContent = said("erased");
  } else if (act === "again") show(now.panel);
  else if (act === "examine") examine();
  else if (act === "add") choose(target.closest("fieldset"));
  else if (act === "cite") {
    const path = byTitle.source.get(one("input", cite).value.trim());
    if (!path) return void (status.textContent = said("unknown_name").replace("{value}", one("input", cite).value));
    cite.hidden = true;
    put(area, `[^${id(path)}]`);
  } else if (tool === "reference") {
    cite.hidden = false;
    one("input", cite).focus();
  } else if (act === "picture") picture(body, area);
  else if (tool === "image") {
    one("[data-part=picture]", body).hidden = false;
    one("[type=file]", body).focus();
  } else if (tool) tools[tool](area);
  else if (way === "copy") copy(one(".message", panel).textContent, target.nextElementSibling, one(".message", panel));
  else if (way === "text") copy(now.files[0].after, target.nextElementSibling, one(".message", panel));
});
function choose(field) {
  const input = one("input", field);
  const path = byTitle[field.dataset.target].get(input.value.trim());
  if (!path) return void (status.textContent = said("unknown_name").replace("{value}", input.value));
  pick(one(".picked", field), path);
  input.value = "";
  keep();
}
here.addEventListener("keydown", (event) => {
  const field = event.key === "Enter" && event.target.list && event.target.closest("[data-form=ids]");
  if (!field) return;
  event.preventDefault();
  if (event.target.value.trim()) choose(field);
});
here.addEventListener("input", ({ target }) => {
  if (!now || !now.panel.contains(target)) return;
  const dated = target.closest("[data-form=date]");
  if (dated) scale(dated);
  const box = one("[data-form=file] input", now.panel);
  if (box && target === one("[data-key=title] input", now.panel)) box.value = slug(target.value);
  keep();
});
here.addEventListener("toggle", ({ target }) => {
  if (target.dataset.part === "preview" && target.open) one(".shown", target).replaceChildren(...preview(one("textarea", target.parentElement).value));
}, true);
here.addEventListener("submit", (event) => {
  event.preventDefault();
  if (now) return prepare();
  const path = byTitle.pages.get(one("#which").value.trim());
  const place = one("[data-panel=which] .wrong");
  place.textContent = path ? "" : said("unknown_name").replace("{value}", one("#which").value);
  const task = location.hash.slice(1);
  const code = document.documentElement.lang === "fr" || !path ? "" : names[path].slice(1).find((one) => one === document.documentElement.lang);
  if (path) fetched(task, task === "traduire" || !code ? path : translated(path, code), task === "traduire" ? one("[name=language]:checked").value : "");
});
here.addEventListener("click", (event) => {
  const link = event.target.closest("a[href^='#']");
  if (!link) return;
  event.preventDefault(); // the page that was asked for is left, too
  history.pushState(null, "", `${location.pathname}${link.hash}`);
  route();
});
addEventListener("popstate", route);

(async () => {
  try {
    [model, names] = await Promise.all([here.dataset.model, here.dataset.names].map(async (address) => (await read(address)).json()));
    list();
    here.hidden = false;
    await route();
    carry(here.dataset.root);
  } catch {
    here.remove(); // what needs no script is below
  }
})();
