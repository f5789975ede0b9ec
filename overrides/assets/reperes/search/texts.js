// Full text, from Pagefind: its engine is fetched at the first query, then pieces of the index as they are needed.
import { fold } from "../matching.js";
import { root } from "./root.js";

const PATIENCE = 30_000; // ms: what a bad network needs to bring 100 kB, before we say that it cannot
const ENOUGH = 6; // answers: when fewer texts hold all the words, some that hold most of them
const QUESTION = 3; // words from which a query is one
const ANSWER = { _sheet: 1.25, _definition: 1.25, _event: 0.7 }; // kinds that answer questions more, or less
const HELD = 8; // a score that is half of what a text that holds a word may get for it
const PAGES = 300; // about: what a rare word is measured by
const OPENED = ["term", "event"]; // short texts, which say all in their first words
const OPENING = 180; // letters
const folder = new URL("../pagefind/", import.meta.url);
let engine;
let failed = 0; // times that the texts could not be read

// Whether the engine, which is compiled code, may run: browsers before 2022 do not know the word of our policy for it.
export function able() {
  try {
    return Boolean(new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)));
  } catch {
    return false;
  }
}

function start(pagefind) {
  engine = pagefind.createInstance({ noWorker: true, baseUrl: root, excerptLength: 24, ranking: { pageLength: 0.3 } });
  return engine;
}

// Whether a piece of the index could not be read since a moment: Pagefind only writes it in the console.
const unread = (since) =>
  performance.getEntriesByType("resource").some(({ name, startTime, responseStatus: status }) =>
    startTime >= since && name.startsWith(folder.href) && status !== undefined && (status < 200 || status >= 400));

async function ask(words, kind) {
  const since = performance.now();
  // most browsers never fetch again a module that they could not; under another fragment it is another one
  engine ??= start(await import(new URL(`pagefind.js${failed ? `#${failed}` : ""}`, folder)));
  const found = async (some) => (await engine.search([...some, ...(kind && [`_${kind}`])].join(" "))).results;
  let results = await found(words);
  if (words.length > 1) {
    const kinds = words.length >= QUESTION ? await Promise.all(Object.keys(ANSWER).map((name) => found([name]))) : [];
    const worth = new Map(kinds.flatMap((some, at) => some.map(({ id }) => [id, Object.values(ANSWER)[at]])));
    results = most(results, await Promise.all(words.map((word) => found([word]))), worth);
  }
  if (unread(since) || (!results.length && !navigator.onLine)) throw new Error("unread");
  return results;
}

// Texts that hold most of the words, a rare word counting for more than one that is everywhere: all those that hold
// every word, a few of the others. A question seldom stands in a text word for word.
function most(all, each, worth) {
  const found = new Map();
  for (const some of each) {
    const rare = Math.log(1 + PAGES / (1 + some.length));
    for (const result of some) {
      const { value = 0 } = found.get(result.id) ?? {};
      found.set(result.id, { result, value: value + ((worth.get(result.id) ?? 1) * rare * result.score) / (result.score + HELD) });
    }
  }
  const whole = new Set(all.map(({ id }) => id));
  let others = Math.max(0, ENOUGH - all.length);
  const best = [...found.values()].sort((a, b) => b.value - a.value).map(({ result }) => result);
  return best.filter(({ id }) => whole.delete(id) || others-- > 0).concat(all.filter(({ id }) => whole.has(id)));
}

// The texts that hold some words, of one kind if wanted: functions that read one each. Rejects when it cannot tell.
export async function search(words, kind = "") {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  try {
    return (await Promise.race([ask(words, kind), late])).map((result) => () => read(result, words));
  } catch (error) {
    engine = undefined; // tried afresh at the next query
    failed += 1;
    throw error;
  }
}

// Whether a text holds a word, a plural aside.
export const says = (content, word) => fold(content).includes(word.slice(0, -1));

// Whether any does.
export async function holds(word) {
  const [first] = await search([word]);
  const text = await first?.();
  return Boolean(text && says(text.content, word));
}

// What there is to show of a text; nothing when it holds none of the words: for want of any, Pagefind gives what begins like them.
async function read(result, words) {
  const { raw_url: url, meta, content, sub_results: parts } = await result.data();
  const [text, kind] = [fold(`${meta.title} ${content}`), meta.kind.slice(1)];
  if (!words.some((word) => text.includes(word.slice(0, Math.max(3, word.length - 2))))) return null;
  const found = { url, kind, title: meta.title, content };
  if (OPENED.includes(kind)) return { ...found, excerpt: content.slice(meta.title.length + 1, meta.title.length + OPENING).replace(/\s\S*$/, "") };
  const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const best = parts.reduce((a, b) => (weight(b) > weight(a) ? b : a));
  const anchor = best.anchor?.id ?? "";
  return { ...found, anchor, part: anchor && best.title, excerpt: best.plain_excerpt };
}
