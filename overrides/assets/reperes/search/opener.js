// The link to the search opens it where the reader is, and so does Ctrl+K; everything else is fetched then.
const link = document.querySelector(".search-link");
const here = document.querySelector(".search"); // only on the page of the search

async function open(event) {
  event.preventDefault();
  try {
    const { openDialog, openPage } = await import("./dialog.js");
    await (here ? openPage(here, link.href) : openDialog(link.href));
    if (here && event.isTrusted) here.querySelector("input").focus();
  } catch {
    link.removeEventListener("click", click); // a plain link from now on
    link.after(Object.assign(document.createElement("span"), { role: "alert", textContent: link.dataset.closed }));
  }
}

const click = (event) => event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || open(event);
link.addEventListener("click", click);
addEventListener("keydown", (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === "k") open(event);
});
if (here) open(new Event("load"));
