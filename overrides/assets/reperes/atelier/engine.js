// The check and the page as the site would show it, for whoever asked for the engine; never needed to send.
// Nothing runs in the frame: its links open elsewhere, its scripts are taken away, and it is not allowed any.
let worker = null;
let waiting = null; // who listens to the answers

// Ask what the site would say of some files; `heard` is called with each answer.
export function ask(at, files, heard) {
  if (!worker) {
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.onmessage = ({ data }) => waiting(data);
    worker.onerror = () => waiting({ failed: "" });
  }
  waiting = heard;
  worker.postMessage({ at, files });
}

export function stop() {
  if (worker) worker.terminate();
  worker = null;
}

// A page of the site, as a document that a frame can hold: its addresses as seen from its own place.
export function framed(html, place) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of page.querySelectorAll("script, meta[http-equiv], link:not([rel=stylesheet])")) part.remove();
  for (const part of page.querySelectorAll("[href], [src]")) {
    const name = part.hasAttribute("href") ? "href" : "src";
    const said = part.getAttribute(name);
    if (said.startsWith("#")) continue;
    const address = new URL(said, place);
    if (/^(?:https?|mailto|tel|data):$/.test(address.protocol)) part.setAttribute(name, address.href);
    else part.removeAttribute(name);
    if (part.localName === "a") part.target = "_blank";
  }
  return `<!doctype html>${page.documentElement.outerHTML}`;
}
