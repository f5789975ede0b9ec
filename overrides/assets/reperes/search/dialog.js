// Where the search stands: in its own page, or in a dialog made from that page.
import { load } from "./names.js";
import { listen } from "./query.js";

let dialog;
let listening;

// Opens the dialog. Rejects when it cannot be fetched.
export async function openDialog(address) {
  dialog ??= await build(address);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").focus();
}

// Makes the page of the search answer; it keeps the query in its address.
export async function openPage(section, address) {
  listening ??= await start(section, address, { level: 2, keeps: true });
}

async function start(section, address, options) {
  const [names] = await Promise.all([load(), style()]);
  listen(section, address, names, options);
  return true;
}

async function build(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`search: ${response.status}`);
  const section = new DOMParser().parseFromString(await response.text(), "text/html").querySelector(".search");
  for (const link of section.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), address);
  const words = section.querySelector("template").content;
  const made = (tag, properties) => Object.assign(document.createElement(tag), properties);
  const title = made("h2", { id: "search-title", textContent: words.querySelector(".title").textContent });
  const close = made("button", { type: "button", textContent: words.querySelector(".close").textContent });
  const box = made("dialog", { className: "search-dialog" });
  box.setAttribute("aria-labelledby", title.id);
  box.append(title, close, section);
  close.addEventListener("click", () => box.close());
  box.addEventListener("keydown", (event) => event.key === "Escape" && (event.preventDefault(), box.close())); // a search box would only empty itself
  await start(section, address, { level: 3, keeps: false });
  document.body.append(box);
  return box;
}

// The style comes before what it dresses.
function style() {
  const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: new URL("search.css", import.meta.url) });
  const ready = new Promise((resolve, reject) => Object.assign(link, { onload: resolve, onerror: reject }));
  document.head.append(link);
  return ready;
}
