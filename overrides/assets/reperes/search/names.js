// The names of the site in the language of the page: instant answers, and the words nearest to a typo.
import { fold, near, sound, words } from "../matching.js";
import { finder } from "./help.js";
import { root } from "./root.js";

const HELD = 2; // names at most that a longer query holds
const EXACT = 2; // ranks above: a name as typed

// Fetches the list of names. Rejects when it cannot be read.
export async function load() {
  const response = await fetch(new URL(`names.${document.documentElement.lang}.json`, import.meta.url));
  if (!response.ok) throw new Error(`names: ${response.status}`);
  return names(await response.json());
}

function names({ kinds, small, elisions, help, foreign }) {
  const elided = new RegExp(elisions, "gu");
  const spelled = (text) => words(fold(text).replace(elided, " "));

  const known = (text) => {
    const parts = spelled(text);
    return { parts, whole: parts.join(" ") };
  };

  const all = Object.entries(kinds).flatMap(([kind, [start, ...rows]]) =>
    rows.map(([end, ...spellings]) => {
      const others = typeof spellings[spellings.length - 1] === "string" ? {} : spellings.pop(); // in other languages
      const foreign = Object.entries(others).flatMap(([lang, some]) => some.map((text) => ({ lang, text, ...known(text) })));
      return { kind, url: start + end, title: spellings[0], written: spellings, spellings: spellings.map(known), foreign };
    }),
  );
  const urgent = finder(help, small);
  const where = help.url !== undefined && all.find(({ url }) => url === help.url);

  const vocabulary = new Map(); // words folded, and as first written
  for (const { written } of all) {
    for (const word of written.join(" ").replaceAll("’", "'").replace(elided, " ").match(/[\p{L}\p{N}]{3,}/gu) ?? []) {
      if (!vocabulary.has(fold(word))) vocabulary.set(fold(word), /\p{Lu}{2}/u.test(word) ? word : word.toLowerCase());
    }
  }

  const abroad = new Set(all.flatMap(({ foreign }) => foreign.flatMap(({ parts }) => parts))); // words of other languages are no typos

  const definitions = new Map(); // by address, once read

  // What is worth looking up in a query: no elision, no small word unless there is nothing else.
  function tokens(query) {
    const asked = spelled(query);
    const kept = asked.filter((word) => !small.includes(word));
    return kept.length ? kept : asked;
  }

  // The help page, when what is typed is said in distress.
  const helps = (query) => (where && urgent(spelled(query)) ? [{ ...where, help: true, definition: definitions.get(where.url) }] : []);

  // The names that answer a query, the best first; then those that it holds, `part` of its words; nearly right ones
  // only when there is no right one.
  function answers(query) {
    const asked = tokens(query);
    const typed = spelled(query).join(" ");
    if (!typed) return [];
    const ranked = all.map((name) => ({ name, ...best(name, asked, typed) })).filter(({ rank }) => rank);
    const first = ranked.some(({ rank, name }) => rank > EXACT && name !== where) ? [] : helps(query); // « hébergement d'urgence pour … » is a name
    const right = ranked.length ? ranked : held(asked);
    const found = right.length ? right : all.filter((name) => matches(name.spellings, asked, nearly)).map((name) => ({ name, rank: 0, also: also(name, asked), near: true }));
    const others = found
      .sort((a, b) => b.rank - a.rank || a.name.title.length - b.name.title.length)
      .map(({ rank, name, also, near, part = 1 }) => ({ ...name, exact: rank > EXACT, also, near, part: undefined, share: part, definition: definitions.get(name.url) }));
    return [...first, ...others.filter(({ url }) => !first.length || url !== first[0].url)];
  }

  // The names that stand whole among the words of a query: « cest quoi le cvs ».
  function held(asked) {
    const at = (parts) => asked.findIndex((_, at) => parts.every((part, n) => asked[at + n] && same(asked[at + n], part)));
    const some = all.flatMap((name) => {
      const lengths = [...name.spellings, ...name.foreign]
        .map(({ parts, text }) => ({ parts: parts.filter((part) => !small.includes(part)), text }))
        .filter(({ parts }) => parts.length && at(parts) >= 0)
        .map(({ parts }) => parts.length);
      return lengths.length ? [{ name, length: Math.max(...lengths) }] : [];
    });
    const long = some.filter(({ name, length }) => length > 1 || name.spellings.some(({ whole }) => asked.includes(whole)) || name.foreign.length);
    return long
      .sort((a, b) => b.length - a.length || a.name.title.length - b.name.title.length)
      .slice(0, HELD)
      .map(({ name, length }) => ({ name, rank: length / 100, part: length / asked.length, also: also(name, asked) }));
  }

  // The words of a query that no name begins with, each with those one letter away, or that sound alike.
  function doubts(query) {
    const folded = [...vocabulary.keys()];
    const nearest = (word) => {
      const close = folded.filter((other) => near(word, other));
      const alike = close.length ? [] : folded.filter((other) => other.length > 4 && sound(word) === sound(other));
      return [...close, ...alike].slice(0, 3).map((other) => vocabulary.get(other));
    };
    return tokens(query)
      .filter((word) => word.length > 3 && !abroad.has(word) && !folded.some((other) => other.startsWith(word)))
      .map((word) => ({ word, nearest: nearest(word) }));
  }

  // What the pages of exact answers say in a sentence: they are what the reader will most likely open next.
  async function define(answers) {
    const exact = answers.filter(({ exact, help }) => exact || help).slice(0, 2).filter(({ definition }) => !definition);
    await Promise.all(exact.map(async (answer) => {
      const response = await fetch(root + answer.url);
      if (!response.ok) return;
      answer.definition = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("meta[name=description]").content;
      definitions.set(answer.url, answer.definition);
    }));
    return exact.length > 0;
  }

  return { answers, define, doubts, tokens, foreign, help: where };
}

// Whether a word begins as one asked for, a plural aside; or nearly.
const begun = (word, other) => other.startsWith(word.length > 3 ? word.replace(/s$/, "") : word);
const nearly = (word, other) => begun(word, other) || (word.length > 3 && near(word, other));

// Whether two words are one, a plural or a letter aside.
const same = (word, other) => word === other || word.replace(/s$/, "") === other.replace(/s$/, "") || (word.length > 6 && near(word, other));

// Whether each word asked for is met in one spelling, in any order.
const matches = (spellings, asked, test) => spellings.some(({ parts }) => asked.every((word) => parts.some((other) => test(word, other))));

// What stands beside a title: what an acronym stands for, or the spelling that answers when the title does not.
function also({ title, written, spellings }, asked) {
  if (/\p{Lu}.*\p{Lu}/u.test(title)) return written[1];
  return written[Math.max(0, spellings.findIndex((spelling) => matches([spelling], asked, begun)))];
}

// How well a name answers, in its language first, and the spelling that does when it is not the title.
function best(name, asked, typed) {
  const own = rank(name.spellings, asked, typed);
  const other = rank(name.foreign, asked, typed);
  if (own || !other) return { rank: own, also: own && also(name, asked) };
  const { text, lang } = name.foreign.find((spelling) => rank([spelling], asked, typed) === Math.min(other, EXACT + 2)) || name.foreign.find(({ parts }) => matches([{ parts }], asked, begun));
  return { rank: other > EXACT ? EXACT + 0.5 : other / 2, also: { text, lang } };
}

// How well some spellings answer: its title as typed, another spelling as typed, begun, every word begun; 0 if not.
function rank(spellings, asked, typed) {
  const names = [typed, asked.join(" ")].flatMap((text) => [text, text.replace(/(..)s$/, "$1")]); // « le rétablissement » too
  const exact = spellings.findIndex(({ whole }) => names.includes(whole));
  if (exact >= 0) return exact === 0 ? EXACT + 2 : EXACT + 1;
  if (spellings.some(({ whole }) => whole.startsWith(`${typed} `))) return EXACT;
  return matches(spellings, asked, begun) ? 1 : 0;
}
