// What every page has: the colours a reader chose, and the way into search. A classic script in the head, so that
// colours are there before the first paint. Plain script: it must parse in the telephones of 2018.

const root = document.documentElement;

// What needs a script is shown once it is known to run, and hidden again when one of them could not be fetched.
if ("noModule" in HTMLScriptElement.prototype) root.classList.add("scripted");
addEventListener("error", ({ target }) => target instanceof HTMLScriptElement && root.classList.remove("scripted"), true);

// What the browser keeps, where it lets us.
const stored = (act) => {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
};

// Nothing is stored before a choice, and « as the device does » forgets it. Where the browser refuses to store, the
// choice lasts for the page.
{
  const show = (scheme) => (scheme ? (root.dataset.scheme = scheme) : delete root.dataset.scheme);
  show(stored((storage) => storage.getItem("scheme")));
  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector(`[name="scheme"][value="${CSS.escape(root.dataset.scheme || "")}"]`);
    if (choice) choice.checked = true;
  });
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "scheme") return;
    show(target.value);
    stored((storage) => (target.value ? storage.setItem("scheme", target.value) : storage.removeItem("scheme")));
  });
}

// So is the way to read, if the reader asked for the easy text alone.
{
  addEventListener("DOMContentLoaded", () => {
    const box = document.getElementById("easy");
    if (!box) return;
    box.checked = stored((storage) => storage.getItem("reading")) === "easy";
    box.addEventListener("change", () => stored((storage) => (box.checked ? storage.setItem("reading", "easy") : storage.removeItem("reading"))));
  });
}

// The link to another language keeps what is asked, what is chosen and where one reads: they are named alike in all.
for (const name of ["click", "auxclick", "contextmenu"]) {
  addEventListener(name, ({ target }) => {
    const link = target.closest && target.closest(".languages a");
    if (!link) return;
    link.search = location.search;
    link.hash = location.hash;
  }, true);
}

// A visible way to print.
addEventListener("click", ({ target }) => target instanceof Element && target.closest("[data-print]") && print());

// Escape closes the menu, as it closes what opens over a page.
addEventListener("keydown", ({ key }) => {
  const menu = document.querySelector(".menu-open[open]");
  if (key !== "Escape" || !menu) return;
  menu.open = false;
  menu.firstElementChild.focus();
});

// The link to the search opens it where the reader is, and so does Ctrl+K; everything else is fetched then. Where the
// browser is too old for it, the link leads to the page of the search, which says so and offers other ways.
addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector(".search-link");
  const here = document.querySelector(".search"); // only on the page of the search
  if (!link) return;
  if (!("replaceChildren" in root && "any" in Promise)) { // the age of what the search is written with
    if (here) here.classList.add("unable", "closed");
    return;
  }

  async function open(event) {
    event.preventDefault();
    try {
      const { openDialog, openPage } = await import("./search/dialog.js");
      await (here ? openPage(here, link.href) : openDialog(link.href));
      if (here && event.isTrusted) here.querySelector("input").focus();
    } catch {
      link.removeEventListener("click", click); // a plain link from now on
      if (document.querySelector(".closed")) return;
      const said = Object.assign(document.createElement("span"), { className: "closed", textContent: link.dataset.closed });
      said.setAttribute("role", "alert");
      link.after(said);
    }
  }

  const click = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || open(event);
  link.addEventListener("click", click);
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") open(event);
  });
  if (here) open(new Event("load"));
});
