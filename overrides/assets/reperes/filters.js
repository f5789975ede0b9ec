// A box that filters a list as one types, and an address that keeps the view. The choices work without this script.

let matching; // fetched once something is typed

for (const list of document.querySelectorAll(":has(> .filters)")) {
  const form = list.querySelector(".filters");
  const box = form.querySelector("input[type=search]");
  const status = form.querySelector("[role=status]");
  const entries = [...list.querySelectorAll(".entry")].map((element) => {
    const text = element.dataset.search ?? "";
    return { element, text, words: text.split(/[^\p{L}\p{N}]+/u) };
  });
  const matches = (entry, token) =>
    entry.text.includes(token) || (token.length > 3 && entry.words.some((word) => matching.near(word, token)));

  async function show() {
    if (box?.value) matching ??= await import("./matching.js");
    const tokens = box?.value ? matching.words(box.value) : [];
    for (const entry of entries) {
      entry.element.classList.toggle("filtered-out", !tokens.every((token) => matches(entry, token)));
    }
    for (const letter of list.querySelectorAll(".letter")) {
      letter.classList.toggle("filtered-out", !letter.querySelector(".entry:not(.filtered-out)"));
    }
    const found = entries.filter(({ element }) => getComputedStyle(element).display !== "none").length;
    const { found: many, foundOne: one, foundNone: none } = list.dataset;
    const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
    status.textContent = chosen.size ? (found === 0 ? none : found === 1 ? one : many.replace("{n}", found)) : "";
    history.replaceState(null, "", `${location.pathname}${chosen.size ? `?${chosen}` : ""}${location.hash}`);
  }

  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (field?.type === "checkbox") field.checked = true;
    else if (field) field.value = value;
    const control = field instanceof RadioNodeList ? field[0] : field;
    control?.closest("details")?.setAttribute("open", "");
  }
  if (asked.size) show();
}
