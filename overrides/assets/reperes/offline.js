// Carry pages away: stored, compressed, at a click and never before; listed; removed at a click. sw.js answers with them.
// A set of pages is a cache named by the address of its list and its version; it is whole once it holds the list itself.
// What is stored has the digest that the list gives: a host or a network that answers something else stores nothing.
import { able, keep } from "./keep.js";

const AT_ONCE = 4; // downloads

const box = document.querySelector(".offline");
const words = box.dataset;
const at = (name) => box.querySelector(`.${name}`);
const list = new URL(words.list, location);
const worker = new URL(words.worker, location);
const scope = new URL(".", worker).href;
const nameOf = (offer) => `${list} ${offer.version}`;
const ours = async () => (await caches.keys()).filter((name) => name.startsWith(scope));
const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const addresses = (set, from) => set.pages.map(([url, title]) => [new URL(url, from).href, title]);

// What the site offers now; only the network may say (sw.js lets `no-store` through).
async function ask(url, how) {
  const response = await fetch(url, { cache: "no-store", ...how });
  if (!response.ok) throw new Error(`${response.status}: ${url}`);
  return response;
}
const offered = () => ask(list, { redirect: "error" }).then((response) => response.json()).catch(() => null);

async function take() {
  const offer = await offered();
  if (!offer) return words.failed;
  const name = nameOf(offer);
  const queue = [...offer.pages.map(([url, , digest]) => [url, digest]), ...offer.files];
  at("progress").max = queue.length;
  try {
    const cache = await caches.open(name);
    const download = async () => {
      while (queue.length) {
        const [url, integrity] = queue.shift();
        const { href } = new URL(url, list);
        if (!(await cache.match(href))) await keep(cache, href, await ask(href, { integrity }), offer.headers);
        at("progress").value += 1;
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, download));
    await keep(cache, list.href, new Response(new Blob([JSON.stringify(offer)], { type: "application/json" })), offer.headers);
    await navigator.serviceWorker.register(worker);
    await navigator.serviceWorker.ready;
  } catch {
    queue.length = 0; // stops the other downloads
    await caches.delete(name);
    return words.failed;
  }
  for (const other of await ours()) {
    if (other.startsWith(`${list} `) && other !== name) await caches.delete(other);
  }
  return fill(words.done, { n: offer.pages.length });
}

async function remove() {
  for (const name of await ours()) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  return words.removed;
}

// What the caches hold, set by set; `list` is null where a download was interrupted.
async function survey() {
  const read = async (name) => {
    const cache = await caches.open(name);
    const from = name.split(" ")[0];
    const said = await cache.match(from);
    const text = said && (await new Response(said.body.pipeThrough(new DecompressionStream("gzip"))).text());
    const keys = new Set((await cache.keys()).map((key) => key.url));
    return { name, from, list: text ? JSON.parse(text) : null, keys };
  };
  return Promise.all((await ours()).filter((name) => name.split(" ")[0].endsWith(".json")).map(read)); // not the atelier's
}

function draw(sets) {
  const items = sets.flatMap(({ from, list, keys }) => {
    const pages = list ? addresses(list, from) : [...keys].filter((url) => url.endsWith("/")).map((url) => [url, url]);
    return pages.filter(([url]) => keys.has(url)).map(([url, title]) => {
      const link = Object.assign(document.createElement("a"), { href: url, textContent: title });
      if (list) link.lang = list.language;
      const item = document.createElement("li");
      item.append(link);
      return item;
    });
  });
  at("stored").replaceChildren(...items);
  at("nothing").hidden = items.length > 0;
}

// One tab at a time takes or removes; the others say so, and look again once it has ended, well or not.
const tabs = new BroadcastChannel(scope);
tabs.onmessage = () => show();
const alone = (act) =>
  navigator.locks.request(scope, () => {
    tabs.postMessage("");
    return act();
  });
async function busy() {
  const found = (await navigator.locks.query()).held.some(({ name, mode }) => name === scope && mode === "exclusive");
  if (found) navigator.locks.request(scope, { mode: "shared" }, () => {}).then(() => show());
  return found;
}
const enable = (can) => box.querySelectorAll("button").forEach((button) => (button.disabled = !can));

async function show(news = "") {
  const [sets, offer, waits] = await Promise.all([survey(), offered(), busy()]);
  const here = sets.filter((set) => set.from === list.href);
  const whole = here.find((set) => set.list);
  const current = offer && here.some((set) => set.list && set.name === nameOf(offer));
  const known = offer ?? whole?.list;
  draw(sets);
  at("amount").textContent = known ? fill(words.amount, { n: known.pages.length, size: Math.ceil(known.bytes / 1000) }) : "";
  at("take").textContent = here.length ? words.renew : words.take;
  at("take").hidden = !offer || current;
  at("remove").hidden = !sets.length && !(await navigator.serviceWorker.getRegistration(scope));
  at("progress").hidden = true;
  const incomplete = sets.some((set) => !set.list);
  const state = incomplete ? words.incomplete : !offer ? words.unreachable : here.length && !current ? words.outdated : "";
  at("status").textContent = waits ? words.working : news || state;
  enable(!waits);
}

for (const [name, act] of [["take", take], ["remove", remove]]) {
  at(name).addEventListener("click", async () => {
    at("status").textContent = name === "take" ? words.working : "";
    at("progress").hidden = name !== "take";
    at("progress").value = 0;
    enable(false);
    await show(await alone(act).catch(() => words.failed));
    if (at(name).hidden) at("status").focus(); // the button pressed is gone
  });
}

if (able && "locks" in navigator) {
  await show();
  at("unable").hidden = true;
  at("able").hidden = false;
}
