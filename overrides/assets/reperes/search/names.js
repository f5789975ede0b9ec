// The names of the site in the language of the page: instant answers, and the words nearest to a typo.
import { fold, near, words } from "../matching.js";
import { root } from "./root.js";

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
      kind, url: start + end, title: spellings[0], written: spellings, spellings: spellings.map(spelled),
    })),
  );

  const vocabulary = new Map(); // words folded, and as first written
  for (const { written } of all) {
    for (const word of written.join(" ").replaceAll("’", "'").replace(elided, " ").match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
      if (!vocabulary.has(fold(word))) vocabulary.set(fold(word), /\p{Lu}{2}/u.test(word) ? word : word.toLowerCase());
    }
  }

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
    const found = all.map((name) => ({ ...name, rank: rank(name.spellings, asked, typed), also: also(name, asked) })).filter(({ rank }) => rank);
    const right = found.some(({ rank }) => rank > 1);
    return found.filter(({ rank }) => !right || rank > 1).sort((a, b) => b.rank - a.rank || a.title.length - b.title.length);
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
    const exact = answers.filter(({ rank, definition }) => rank > 3 && !definition).slice(0, 2);
    await Promise.all(exact.map(async (answer) => {
      const response = await fetch(root + answer.url);
      if (response.ok) answer.definition = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("meta[name=description]").content;
    }));
    return exact.length > 0;
  }

  return { answers, define, doubts, tokens };
}

// Whether a word begins as one asked for, a plural aside.
const begun = (word, other) => other.startsWith(word.length > 3 ? word.replace(/s$/, "") : word);

// What stands beside a title: what an acronym stands for, or the spelling that answers when the title does not.
function also({ title, written, spellings }, asked) {
  if (/\p{Lu}.*\p{Lu}/u.test(title)) return written[1];
  return written[Math.max(0, spellings.findIndex((name) => asked.every((word) => name.some((other) => begun(word, other)))))];
}

// How well a name answers: as typed, begun, every word begun in any order, every word one letter away; 0 if not.
function rank(spellings, asked, typed) {
  const singular = typed.replace(/(?<=..)s$/, "");
  const exact = spellings.findIndex((name) => [typed, singular].includes(name.join(" ")));
  if (exact >= 0) return exact === 0 ? 5 : 4;
  if (spellings.some((name) => `${name.join(" ")} `.startsWith(`${typed} `))) return 3;
  const every = (test) => spellings.some((name) => asked.every((word) => name.some((other) => test(word, other))));
  if (every(begun)) return 2;
  return every((word, other) => begun(word, other) || (word.length > 3 && near(word, other))) ? 1 : 0;
}
