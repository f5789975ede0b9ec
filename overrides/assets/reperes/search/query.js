// From what is typed to what is shown: names at once, texts after a pause, a way out when there is nothing.
import { calling, draw } from "./answers.js";
import { able, holds, says, search } from "./texts.js";

export const PAUSE = 200; // ms without a key before texts are searched
const BEGUN = 2; // letters at most that names alone answer: too many words begin so
const MOST = 0.7; // of the words of a query: names that hold fewer come after the first text
const SHOWN = 6; // answers at once: the text of each is a file

// Makes a section answer its box. `keeps`: the query stays in the address of the page.
export function listen(section, address, names, { level, keeps }) {
  const form = section.querySelector("form");
  const { q: box, genre: kinds } = form.elements; // no choice of kinds where there is one kind
  const chosen = () => kinds?.value ?? "";
  const part = (name) => section.querySelector(`[data-part=${name}]`);
  const say = (name) => section.querySelector("template").content.querySelector(`.${name}`).textContent;
  const label = (kind) => form.querySelector(`[value=${kind}]`).parentElement.textContent.trim();
  const reads = able(); // else names alone answer, and the page says so
  const more = part("more").firstElementChild;
  let turn = 0; // a newer query silences an older one
  let timer;
  let waits = false; // whether the first answer is to be opened when it is there
  section.classList.toggle("unable", !reads);
  part("help").replaceChildren(...calling(part("help").textContent));

  function show(answers) {
    draw(part("answers"), answers, { asked: names.tokens(box.value), foreign: names.foreign, say, label, level, grouped: !chosen() });
  }

  // Said once per pause: at each letter a screen reader would speak over the one who types.
  function tell(count, otherwise) {
    const counted = part("more").hidden ? (count > 1 ? "found" : "found_one") : "found_first"; // what is shown is what is counted
    const said = count ? say(counted).replace("{n}", count) : otherwise;
    part("count").textContent = said;
    part("said").textContent = part("suggestions").hidden ? said : `${said} ${part("suggestions").textContent}`;
    part("address").hidden = !count;
    part("none").hidden = Boolean(count) || !otherwise || otherwise === say("reading");
  }

  function suggest(doubts) {
    const asked = box.value.trim().split(/\s+/); // as typed: without « pas », the contrary would be proposed
    const queries = doubts.flatMap(({ word, nearest }) => nearest.map((other) => asked.map((part) => (names.tokens(part).includes(word) ? other : part)).join(" ")));
    part("suggestions").hidden = !queries.length;
    part("suggestions").lastElementChild.replaceChildren(
      ...queries.flatMap((query) => [Object.assign(document.createElement("button"), { type: "button", textContent: query, onclick: () => ask(query) }), " "]),
    );
  }

  // Words that no name and no text holds are doubtful, if others are near.
  async function doubt(query, answers) {
    const met = (word) => answers.some(({ content }) => content && says(content, word));
    const doubts = names.doubts(query).filter(({ word, nearest }) => nearest.length && !met(word));
    const held = await Promise.all(doubts.map(({ word }) => holds(word)));
    return doubts.filter((_, at) => !held[at]);
  }

  async function define(answers, mine) {
    if ((await names.define(answers)) && mine === turn) show(answers);
  }

  // The words of a query, those that nothing holds as they were surely meant.
  async function meant(query) {
    const wrong = names.doubts(query).filter(({ nearest }) => nearest.length);
    const held = await Promise.all(wrong.map(({ word }) => holds(word)));
    const right = new Map(wrong.filter((_, at) => !held[at]).map(({ word, nearest }) => [word, names.tokens(nearest[0])[0]]));
    return names.tokens(query).map((word) => right.get(word) ?? word);
  }

  async function read(answers, aside, mine) {
    const query = box.value;
    const words = await meant(query);
    const texts = await search(words, chosen());
    if (mine !== turn) return;
    if (words.length === 1 && words[0] === names.tokens(query)[0]) answers.splice(0, answers.length, ...answers.filter(({ near }) => !near)); // « œuvre » is no typo for « ouvre »
    const next = async () => {
      const some = await Promise.all(texts.splice(0, SHOWN).map((text) => text()));
      if (mine !== turn) return;
      for (const text of some.filter(Boolean)) {
        const known = [...answers, ...aside].find(({ url }) => url === text.url);
        if (known) Object.assign(known, text, { title: known.title });
        if (!answers.some(({ url }) => url === text.url)) answers.push(known ?? text);
        join(answers, aside);
      }
      show(answers);
      part("more").hidden = !texts.length;
    };
    more.onclick = () => settle(next(), answers, mine);
    await next();
    const doubts = await doubt(query, answers);
    if (mine === turn) suggest(doubts);
  }

  // Names that are a small part of what is asked come after the first text.
  function join(answers, aside) {
    answers.push(...aside.splice(0).filter(({ url }) => !answers.some((other) => other.url === url)));
  }

  async function settle(reading, answers, mine) {
    let otherwise = say("found_none");
    try {
      await reading;
    } catch {
      if (mine !== turn) return;
      part("failed").hidden = false;
      otherwise = "";
    }
    if (mine !== turn) return;
    tell(answers.length, otherwise);
    busy(false);
    if (waits) enter();
  }

  function pause(answers, aside, mine) {
    const texts = reads && !(answers.length && box.value.trim().length <= BEGUN);
    if (texts && !answers.length) tell(0, say("reading"));
    settle(texts ? read(answers, aside, mine).finally(() => mine === turn && aside.length && (join(answers, aside), show(answers))) : undefined, answers, mine);
  }

  const busy = (state) => part("answers").setAttribute("aria-busy", state);

  function ask(query) {
    if (query) box.value = query;
    clearTimeout(timer);
    const mine = ++turn;
    const typed = box.value.trim();
    const here = `${address}?${new URLSearchParams([...new FormData(form)].filter(([, value]) => value.trim()))}`;
    if (keeps) history.replaceState(null, "", typed ? here : address);
    part("address").firstElementChild.href = here;
    part("failed").hidden = part("more").hidden = part("none").hidden = true;
    part("kinds").hidden = !typed;
    waits = false;
    suggest([]);
    busy(Boolean(typed));
    if (!typed) return clear();
    const named = names.answers(typed).filter(({ kind, help }) => help || !chosen() || kind === chosen()).slice(0, SHOWN);
    const [answers, aside] = [named.filter(({ share = 1 }) => share >= MOST || !reads), named.filter(({ share = 1 }) => share < MOST && reads)];
    show(answers);
    define(answers, mine).catch(() => {}); // the name is there; the text may still come
    timer = setTimeout(pause, PAUSE, answers, aside, mine);
  }

  function clear() {
    part("answers").replaceChildren();
    tell(0, "");
  }

  form.addEventListener("input", () => ask());
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // what is typed is sent to nobody
    waits = Boolean(box.value.trim());
    if (waits && part("answers").getAttribute("aria-busy") === "false") enter();
  });

  const links = () => [...part("answers").querySelectorAll("li > p:first-child a")];

  // Enter opens the first answer; on a screen one touches, it first puts the keyboard away, which hides them.
  function enter() {
    waits = false;
    const [first] = links();
    if (first && matchMedia("(pointer: coarse)").matches) first.focus();
    else if (first) first.click();
  }

  // Arrows go from the box through the answers, and back.
  section.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const places = [box, ...links()];
    const at = places.indexOf(document.activeElement);
    if (!step || at < 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    (places[at + step] ?? places[at]).focus();
  });
  if (!keeps) return;
  const asked = new URLSearchParams(location.search);
  if (kinds) kinds.value = asked.get("genre") ?? "";
  ask(asked.get("q"));
}
