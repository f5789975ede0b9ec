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
  if (!offer) return { said: "failed" };
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
    return { said: "failed" };
  }
  for (const other of await ours()) {
    if (other.startsWith(`${list} `) && other !== name) await caches.delete(other);
  }
  return { said: "done", n: offer.pages.length };
}

async function remove() {
  for (const name of await ours()) await caches.delete(name);
  const registration = await navigator.serviceWorker.getRegistration(scope);
  await registration?.unregister();
  return { said: "removed" };
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

// One tab at a time takes or removes. It tells the others when it begins and how it ended, so that all say the same;
// one that is closed midway tells nothing, and the lock that it leaves does.
const acts = { take, remove };
const tabs = new BroadcastChannel(scope);
let own = ""; // the act of this tab, from the click to the end
let last = {}; // the last act, of this tab or another: its name and, once it has ended, what it said

tabs.onmessage = ({ data }) => {
  last = data || {};
  refresh();
};
function tell(what) {
  last = what;
  tabs.postMessage(what);
}

// What is shown is computed anew, one look at a time: what is asked during a look is looked at again after it.
let looking = null;
let again = false;
function refresh() {
  again = true;
  return (looking ??= look());
}
async function look() {
  try {
    while (again) {
      again = false;
      const offer = await offered();
      const worker = await navigator.serviceWorker.getRegistration(scope);
      // caches that another tab changes are not read: one opened as it goes away would stay, empty
      const sets = await navigator.locks.request(scope, { mode: "shared", ifAvailable: true }, (lock) => lock && survey());
      if (!sets) navigator.locks.request(scope, { mode: "shared" }, () => {}).then(refresh);
      if (own || !sets) wait();
      else show(sets, offer, worker);
    }
  } finally {
    looking = null;
  }
}

const enable = (can) => box.querySelectorAll("button").forEach((button) => (button.disabled = !can));
function say(text) {
  if (at("status").textContent !== text) at("status").textContent = text; // the same words are not spoken twice
}

function wait() {
  at("progress").hidden = own !== "take";
  say((own || last.act) === "remove" ? "" : words.working);
  enable(false);
}

function show(sets, offer, worker) {
  const here = sets.filter((set) => set.from === list.href);
  const whole = here.find((set) => set.list);
  const current = offer && here.some((set) => set.list && set.name === nameOf(offer));
  const known = offer ?? whole?.list;
  draw(sets);
  at("amount").textContent = known ? fill(words.amount, { n: known.pages.length, size: Math.ceil(known.bytes / 1000) }) : "";
  at("take").textContent = here.length ? words.renew : words.take;
  at("take").hidden = !offer || current;
  at("remove").hidden = !sets.length && !worker;
  at("progress").hidden = true;
  const incomplete = sets.some((set) => !set.list);
  const state = incomplete ? words.incomplete : !offer ? words.unreachable : here.length && !current ? words.outdated : "";
  say(last.said ? fill(words[last.said], last) : state);
  enable(true);
}

for (const name of Object.keys(acts)) {
  at(name).addEventListener("click", async () => {
    own = name;
    at("progress").value = 0;
    wait();
    await navigator.locks.request(scope, async () => {
      tell({ act: name });
      tell({ act: name, ...(await acts[name]().catch(() => ({ said: "failed" }))) });
    });
    own = "";
    await refresh();
    if (at(name).hidden) at("status").focus(); // the button pressed is gone
  });
}

if (able && "locks" in navigator) {
  await refresh();
  addEventListener("pageshow", ({ persisted }) => persisted && refresh()); // back from the history, as it was left
  at("unable").hidden = true;
  at("able").hidden = false;
}
