// How answers look: the closest first, then by kind; the words of the query marked in each.
import { words } from "../matching.js";
import { root } from "./root.js";

const CLOSEST = 3;

function make(tag, properties = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
}

// The apostrophes of a text; in the index, elided words stand apart.
const set = (text) => text.replace(/(\p{L}) ?' ?(?=\p{L})/gu, "$1’");

// A text whose names of another language say so, `foreign`: in small letters; the words asked for are marked.
function told(text, asked, foreign) {
  const names = new Map(Object.entries(foreign).map(([name, lang]) => [set(name), lang]));
  const any = [...names.keys()].map((name) => name.replace(/[$()*+.?[\\\]^{|}]/g, "\\$&")).join("|") || "(?!)";
  const pieces = set(text).split(new RegExp(`(^|[^\\p{L}\\p{N}])(${any})(?![\\p{L}\\p{N}])`, "iu")); // words, a sign, a name ...
  return pieces.flatMap((piece, at) => (at % 3 < 2 ? marked(piece, asked) : make("span", { lang: names.get(piece.toLowerCase()) }, ...marked(piece, asked))));
}

// A text in which words that begin as one asked for are marked.
function marked(text, asked) {
  const begins = (word) => asked.some((other) => word.startsWith(other.length > 4 ? other.slice(0, -1) : other));
  const pieces = set(text).split(/([\p{L}\p{N}]+)/u);
  return pieces.map((piece, at) => (at % 2 && begins(words(piece)[0] ?? "") ? make("mark", {}, piece) : piece));
}

// The numbers of a text, as links that call, or write to the one that reads.
export const calling = (text) =>
  text.split(/\b(\d{2,4})\b/).map((piece, at) => (at % 2 ? make("a", { href: `${piece === "114" ? "sms" : "tel"}:${piece}` }, piece) : piece));

function drawn({ url, kind, title, also, definition, excerpt, part, anchor, help }, { asked, foreign, say, label }) {
  const link = make("a", { href: root + url }, make("span", {}, ...told(title, asked, foreign)));
  const item = make("li", {}, make("p", {}, link, " ", make("small", {}, label(kind))));
  if (help) {
    item.className = "urgent";
    item.append(make("p", {}, ...calling(say("numbers"))));
    return item;
  }
  const { text = also, lang = "" } = Object(also);
  if (text && text !== title) item.append(make("p", { className: "also", lang }, ...(lang ? marked(text, asked) : told(text, asked, foreign))));
  if (definition || excerpt) item.append(make("p", {}, ...told(definition || `${excerpt}…`, asked, foreign)));
  if (part) item.append(make("p", {}, `${say("section")} `, make("a", { href: `${root}${url}#${anchor}` }, set(part))));
  return item;
}

// Fills a place with answers, in order; under headings of a level when there are more than the closest.
export function draw(place, answers, { level, grouped, ...how }) {
  const { say, label } = how;
  const list = (some) => make("ol", {}, ...some.map((answer) => drawn(answer, how)));
  const [closest, others] = grouped ? [answers.slice(0, CLOSEST), answers.slice(CLOSEST)] : [answers, []];
  const groups = [...new Set(others.map(({ kind }) => kind))].map((kind) => [label(kind), others.filter((other) => other.kind === kind)]);
  if (groups.length) groups.unshift([say("best"), closest]);
  const drawing = groups.flatMap(([title, some]) => [make(`h${level}`, {}, title), list(some)]);
  const read = place.contains(document.activeElement) && document.activeElement.href;
  place.replaceChildren(...(drawing.length || !closest.length ? drawing : [list(closest)]));
  if (read) [...place.querySelectorAll("a")].find(({ href }) => href === read)?.focus(); // who has gone down the list stays there
}
