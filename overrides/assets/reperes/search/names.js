// The names of the site in the language of the page: instant answers, and the words nearest to a typo.
import { fold, near, words } from "../matching.js";
import { root } from "./root.js";

const EXACT = 2; // ranks above: a name as typed

// Fetches the list of names. Rejects when it cannot be read.
export async function load() {
  const response = await fetch(new URL(`names.${document.documentElement.lang}.json`, import.meta.url));
  if (!response.ok) throw new Error(`names: ${response.status}`);
  return names(await response.json());
}

function names({ kinds, small, elisions }) {
  const elided = new RegExp(elisions, "gu");
  const spelled = (text) => words(fold(text).replace(elided, " "));

  const all = Object.entries(kinds).flatMap(([kind, [start, ...rows]]) =>
    rows.map(([end, ...spellings]) => ({
      kind, url: start + end, title: spellings[0], written: spellings,
      spellings: spellings.map(spelled).map((parts) => ({ parts, whole: parts.join(" ") })),
    })),
  );

  const vocabulary = new Map(); // words folded, and as first written
  for (const { written } of all) {
    for (const word of written.join(" ").replaceAll("’", "'").replace(elided, " ").match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
      if (!vocabulary.has(fold(word))) vocabulary.set(fold(word), /\p{Lu}{2}/u.test(word) ? word : word.toLowerCase());
    }
  }

  const definitions = new Map(); // by address, once read

  // What is worth looking up in a query: no elision, no small word unless there is nothing else.
  function tokens(query) {
    const asked = spelled(query);
    const kept = asked.filter((word) => !small.includes(word));
    return kept.length ? kept : asked;
  }

  // The names that answer a query, the best first; nearly right ones only when there is no right one.
  function answers(query) {
    const asked = tokens(query);
    const typed = spelled(query).join(" ");
    if (!typed) return [];
    const right = all.map((name) => [rank(name.spellings, asked, typed), name]).filter(([rank]) => rank);
    const found = right.length ? right : all.filter((name) => matches(name.spellings, asked, nearly)).map((name) => [0, name]);
    return found
      .sort(([a, one], [b, other]) => b - a || one.title.length - other.title.length)
      .map(([rank, name]) => ({ ...name, exact: rank > EXACT, also: also(name, asked), definition: definitions.get(name.url) }));
  }

  // The words of a query that no name begins with, each with those one letter away.
  function doubts(query) {
    const nearest = (word) => [...vocabulary.keys()].filter((other) => near(word, other)).slice(0, 3).map((other) => vocabulary.get(other));
    return tokens(query)
      .filter((word) => word.length > 3 && ![...vocabulary.keys()].some((other) => other.startsWith(word)))
      .map((word) => ({ word, nearest: nearest(word) }));
  }

  // What the pages of exact answers say in a sentence: they are what the reader will most likely open next.
  async function define(answers) {
    const exact = answers.filter(({ exact }) => exact).slice(0, 2).filter(({ definition }) => !definition);
    await Promise.all(exact.map(async (answer) => {
      const response = await fetch(root + answer.url);
      if (!response.ok) return;
      answer.definition = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("meta[name=description]").content;
      definitions.set(answer.url, answer.definition);
    }));
    return exact.length > 0;
  }

  return { answers, define, doubts, tokens };
}

// Whether a word begins as one asked for, a plural aside; or nearly.
const begun = (word, other) => other.startsWith(word.length > 3 ? word.replace(/s$/, "") : word);
const nearly = (word, other) => begun(word, other) || (word.length > 3 && near(word, other));

// Whether each word asked for is met in one spelling, in any order.
const matches = (spellings, asked, test) => spellings.some(({ parts }) => asked.every((word) => parts.some((other) => test(word, other))));

// What stands beside a title: what an acronym stands for, or the spelling that answers when the title does not.
function also({ title, written, spellings }, asked) {
  if (/\p{Lu}.*\p{Lu}/u.test(title)) return written[1];
  return written[Math.max(0, spellings.findIndex((spelling) => matches([spelling], asked, begun)))];
}

// How well a name answers: its title as typed, another spelling as typed, begun, every word begun; 0 if not.
function rank(spellings, asked, typed) {
  const singular = typed.replace(/(..)s$/, "$1");
  const exact = spellings.findIndex(({ whole }) => whole === typed || whole === singular);
  if (exact >= 0) return exact === 0 ? EXACT + 2 : EXACT + 1;
  if (spellings.some(({ whole }) => whole.startsWith(`${typed} `))) return EXACT;
  return matches(spellings, asked, begun) ? 1 : 0;
}
