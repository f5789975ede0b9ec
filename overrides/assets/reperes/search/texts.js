// Full text, from Pagefind: its engine is fetched at the first query, then pieces of the index as they are needed.
const PATIENCE = 30_000; // ms: what a bad network needs to bring 100 kB, before we say that it cannot
const folder = new URL("../pagefind/", import.meta.url);
export const root = new URL("../../../", import.meta.url).pathname;
let engine;

function start(pagefind) {
  engine = pagefind.createInstance({ noWorker: true, baseUrl: root, excerptLength: 24 });
  return engine;
}

// Pieces of the index that could not be read since a moment: Pagefind itself only writes them in the console.
const unread = (since) =>
  performance.getEntriesByType("resource").some(({ name, startTime, responseStatus }) =>
    startTime >= since && name.startsWith(folder.href) && responseStatus !== undefined && (responseStatus === 0 || responseStatus >= 400));

async function ask(words, kind) {
  const since = performance.now();
  engine ??= start(await import(new URL("pagefind.js", folder)));
  const { results } = await engine.search(`${words.join(" ")}${kind && ` _${kind}`}`);
  if (!results.length && (unread(since) || !navigator.onLine)) throw new Error("unread");
  return results;
}

// The texts that hold some words, of one kind if wanted, as functions that read one each. Rejects when it cannot tell.
export async function search(words, kind = "") {
  const late = new Promise((_, reject) => setTimeout(reject, PATIENCE, new Error("late")));
  try {
    return (await Promise.race([ask(words, kind), late])).map((result) => () => read(result));
  } catch (error) {
    engine = undefined; // tried afresh at the next query
    throw error;
  }
}

async function read(result) {
  const { raw_url: url, meta, sub_results: parts } = await result.data();
  const weight = (part) => part.weighted_locations.reduce((sum, { balanced_score: score }) => sum + score, 0);
  const best = parts.reduce((a, b) => (weight(b) > weight(a) ? b : a), parts[0]);
  const anchor = best?.anchor?.id;
  return { url, kind: meta.kind.slice(1), title: meta.title, part: anchor ? best.title : "", anchor: anchor ?? "", excerpt: best?.plain_excerpt ?? "" };
}
