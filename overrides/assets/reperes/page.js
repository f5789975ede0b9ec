// What every page has: the colours a reader chose, and the way into search. A classic script in the head, so that
// colours are there before the first paint.

// Nothing is stored before a choice, and « as the device does » forgets it. Where the browser refuses to store, the
// choice lasts for the page.
{
  const root = document.documentElement;
  const stored = (act) => {
    try {
      return act(localStorage);
    } catch {
      return null;
    }
  };
  const show = (scheme) => (scheme ? (root.dataset.scheme = scheme) : delete root.dataset.scheme);
  show(stored((storage) => storage.getItem("scheme")));
  document.addEventListener("DOMContentLoaded", () => {
    const choice = document.querySelector(`[name="scheme"][value="${CSS.escape(root.dataset.scheme ?? "")}"]`);
    if (choice) choice.checked = true;
  });
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "scheme") return;
    show(target.value);
    stored((storage) => (target.value ? storage.setItem("scheme", target.value) : storage.removeItem("scheme")));
  });
}

// The link to the search opens it where the reader is, and so does Ctrl+K; everything else is fetched then.
addEventListener("DOMContentLoaded", () => {
  const link = document.querySelector(".search-link");
  const here = document.querySelector(".search"); // only on the page of the search
  if (!link) return;

  async function open(event) {
    event.preventDefault();
    try {
      const { openDialog, openPage } = await import("./search/dialog.js");
      await (here ? openPage(here, link.href) : openDialog(link.href));
      if (here && event.isTrusted) here.querySelector("input").focus();
    } catch {
      link.removeEventListener("click", click); // a plain link from now on
      if (link.nextElementSibling?.role === "alert") return;
      link.after(Object.assign(document.createElement("span"), { role: "alert", textContent: link.dataset.closed }));
    }
  }

  const click = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || open(event);
  link.addEventListener("click", click);
  addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") open(event);
  });
  if (here) open(new Event("load"));
});
