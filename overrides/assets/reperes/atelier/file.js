// A text and its file: opened and closed to the same bytes; what changed, as a difference that a mail can carry.

const OPENED = /^\uFEFF?---[ \t]*\r?\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/;
const KEY = /^([a-z_]+):(?:[ \t]+|(?=\r?$))(.*)$/;
const WORDY = /^\p{L}[\p{L}\p{M}\p{N} ’'(),;.!?«»-]*$/u; // what YAML takes for text, without quotes
const NAMED = /^(?:true|false|yes|no|on|off|null|y|n)$/i;

const bare = (line) => line.replace(/\r$/, "");

// The parts of a file: its header and, between two ends that nobody sees, its text. Nothing when it has no header.
export function open(raw) {
  const found = OPENED.exec(raw);
  if (!found) return null;
  const head = found[0];
  const rest = raw.slice(head.length);
  const lead = /^(?:[ \t]*\r?\n)*/.exec(rest)[0];
  const tail = /\s*$/.exec(rest.slice(lead.length))[0];
  return { head, lead, core: rest.slice(lead.length, rest.length - tail.length), tail };
}

export const shown = (text) => text.replace(/\r\n?/g, "\n"); // as a text area gives it back

// The file with other words: only the lines that changed are written again.
export function close(parts, body, values = {}) {
  let head = parts.head;
  for (const key of Object.keys(values)) head = put(head, key, values[key]);
  const typed = shown(body).replace(/^(?:[ \t]*\n)+/, "").replace(/\s+$/, "");
  return head + parts.lead + merge(parts.core, typed) + parts.tail;
}

function merge(before, after) {
  if (shown(before) === after) return before;
  const old = before.split("\n");
  const now = after.split("\n");
  const [start, end] = ends(old.map(bare), now);
  const turn = old.length > 1 && old.slice(0, -1).every((line) => line.endsWith("\r")) ? "\r" : "";
  const last = now.length - end - 1;
  const fresh = now.slice(start, now.length - end).map((line, at) => line + (start + at === last && !end ? "" : turn));
  const kept = old.slice(0, start);
  return [...kept, ...fresh, ...(end ? old.slice(-end) : [])].join("\n");
}

function ends(a, b) {
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return [start, end];
}

// The values of a header that can be written again without touching another line: text by key.
export function values(head, keys) {
  const found = {};
  for (const key of keys) {
    const place = find(head, key);
    const value = place && read(place);
    if (place && value !== null && value !== undefined) found[key] = value;
  }
  return found;
}

function find(head, key) {
  const lines = head.split("\n");
  const from = lines.findIndex((line) => KEY.test(bare(line)) && KEY.exec(bare(line))[1] === key);
  if (from < 1) return null;
  let to = from + 1;
  while (to < lines.length && /^(?:[ \t]+\S|[ \t]*\r?$)/.test(lines[to])) to++;
  return { lines, from, to, said: KEY.exec(bare(lines[from]))[2].trim(), below: lines.slice(from + 1, to).map(bare) };
}

function read({ said, below }) {
  if (/^[>|]-?$/.test(said)) {
    const indent = /^[ \t]*/.exec(below[0] || "")[0];
    const even = indent && below.every((line) => line.startsWith(indent) && /^\S.*\S$|^\S$/.test(line.slice(indent.length)));
    return even ? below.map((line) => line.slice(indent.length)).join("\n") : null;
  }
  if (below.length) return null;
  if (said.startsWith('"')) {
    try {
      return JSON.parse(said);
    } catch {
      return null;
    }
  }
  const single = /^'((?:[^']|'')*)'$/.exec(said);
  if (single) return single[1].replace(/''/g, "'");
  return said && !/^[[\]{}&*!%@`#|>'",?-]|: | #|:$/.test(said) ? said : null;
}

function put(head, key, value) {
  const place = find(head, key);
  const old = place && read(place);
  if (old === null || old === undefined || shown(value).trim() === old) return head;
  const turn = place.lines[place.from].endsWith("\r") ? "\r" : "";
  let fresh;
  if (/^[>|]/.test(place.said)) {
    const indent = /^[ \t]*/.exec(place.below[0])[0];
    const typed = shown(value).split("\n").map((line) => line.trim()).filter(Boolean);
    fresh = [place.lines[place.from], ...typed.map((line) => indent + line + turn)];
  } else {
    const line = clean(value);
    const single = place.said.startsWith("'");
    const written = single ? `'${line.replace(/'/g, "''")}'` : place.said.startsWith('"') ? JSON.stringify(line) : scalar(line);
    fresh = [`${key}: ${written}${turn}`];
  }
  return [...place.lines.slice(0, place.from), ...fresh, ...place.lines.slice(place.to)].join("\n");
}

const clean = (value) => value.replace(/\s+/g, " ").trim();

// A value as YAML: quoted wherever there is a doubt.
export const scalar = (value) => (WORDY.test(value) && !NAMED.test(value) ? value : JSON.stringify(value));

// A new file, its keys in the order given.
export function compose(fields, body) {
  const lines = [];
  for (const { key, value, form } of fields) {
    if (Array.isArray(value)) {
      if (value.length) lines.push(`${key}: [${value.map((item) => (/[,;]/.test(item) ? JSON.stringify(item) : scalar(clean(item)))).join(", ")}]`);
    } else if (form === "text" && value.trim()) {
      lines.push(`${key}: >-`, ...shown(value).split("\n").map((line) => line.trim()).filter(Boolean).map((line) => `  ${line}`));
    } else if (value.trim()) {
      lines.push(`${key}: ${form === "bare" ? value : scalar(clean(value))}`);
    }
  }
  const text = shown(body).trim();
  return `---\n${lines.join("\n")}\n---\n${text ? `\n${text}\n` : ""}`;
}

// A file name from a title, as the guide asks for it.
export const slug = (title) =>
  title.toLowerCase().replace(/œ/g, "oe").replace(/æ/g, "ae").normalize("NFD").replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60).replace(/-+$/, "");

// A fingerprint of a text, so that a mail that bent it is seen.
export function print(text) {
  let sum = ~0;
  for (const byte of new TextEncoder().encode(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

// The difference between two texts, in lines that start with a sign: « @ » a place, « - » what goes, « + » what comes.
export function difference(before, after) {
  const a = before ? before.split("\n") : [];
  const b = after.split("\n");
  const [start, end] = ends(a, b);
  const hunks = before ? steps(a.slice(start, a.length - end), b.slice(start, b.length - end), start) : [[0, [], b]];
  return hunks.flatMap(([at, gone, come]) => {
    const near = gone.length === 1 && come.length === 1 ? within(gone[0], come[0]) : null;
    if (near) return [`@ ${at + 1}:${near[0]}`, `-${near[1]}`, `+${near[2]}`];
    return [`@ ${at + 1}`, ...gone.map((line) => `-${line}`), ...come.map((line) => `+${line}`)];
  });
}

function steps(a, b, start) {
  if (a.length * b.length > 1e6) return [[start, a, b]];
  const rows = Array.from({ length: a.length + 1 }, () => new Uint32Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) rows[i][j] = a[i] === b[j] ? rows[i + 1][j + 1] + 1 : Math.max(rows[i + 1][j], rows[i][j + 1]);
  const hunks = [];
  let open = null;
  for (let i = 0, j = 0; i < a.length || j < b.length; ) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      open = null;
      i++;
      j++;
      continue;
    }
    if (!open) hunks.push((open = [start + i, [], []]));
    if (j >= b.length || (i < a.length && rows[i + 1][j] >= rows[i][j + 1])) open[1].push(a[i++]);
    else open[2].push(b[j++]);
  }
  return hunks;
}

// The words that changed in a line, and where: whole words, so that no mail eats a space at their ends.
function within(old, now) {
  const [a, b] = [Array.from(old), Array.from(now)];
  let [start, end] = ends(a, b);
  const word = (sign) => sign !== undefined && /\S/.test(sign);
  while (start && (word(a[start - 1]) || !word(a[start]) || !word(b[start]))) start--;
  const last = (line) => line[line.length - end - 1];
  const few = () => start + end >= Math.min(a.length, b.length);
  while (end && (word(a[a.length - end]) || !word(last(a)) || !word(last(b)) || few())) end--;
  if (few() || !word(a[start]) || !word(b[start]) || !word(last(a)) || !word(last(b))) return null;
  return [start, a.slice(start, a.length - end).join(""), b.slice(start, b.length - end).join("")];
}
