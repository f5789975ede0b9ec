// A box and choices that filter a list, and an address that keeps the view. No style decides what is hidden: rules that
// ask what is chosen (:has) made browsers look at the whole page again at each key. Plain script, for old telephones.
const AT_ONCE = 5; // entries, twice before the first frame: those further down are drawn in the frames that follow, or one would wait for them
const PAUSE = 400; // ms without a key before the count is said: a screen reader would read it at every letter

let matching; // fetched when the reader comes to the box
const fetched = () => (matching = matching || import("./matching.js"));

for (const form of document.querySelectorAll(".filters")) {
  const list = form.parentElement;
  const box = form.querySelector("input[type=search]");
  const status = form.querySelector(".found"); // no role: it would be said where it stands, though empty
  const context = form.elements.namedItem("contexte");
  const entries = [...list.querySelectorAll(".entry")].map((element) => {
    const text = element.dataset.search || (box ? element.textContent.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() : "");
    const group = element.closest(".letter"); // what all those under a heading have is said once
    const values = (name) => (element.dataset[name] || (group && group.dataset[name]) || "").split(" ");
    return { element, text, words: text.split(/[^\p{L}\p{N}]+/u), values };
  });
  const groups = [...list.querySelectorAll(".letter")].map((element) => {
    const heading = element.querySelector("[id]");
    const link = heading && list.querySelector(`.letters a[href="#${heading.id}"]`);
    return { element, link, held: entries.filter((entry) => element.contains(entry.element)) };
  });
  const silences = list.querySelectorAll(".silence");
  const isContext = ({ element }) => element.classList.contains("context");
  let kept; // entries: a set
  let turn = 0;
  let timer;

  const chosen = () => [...new FormData(form)].filter(([, value]) => value);

  async function show(room) {
    const choices = chosen().filter(([name]) => name !== "q" && name !== "contexte");
    const aside = context && !context.checked;
    const out = (entry) =>
      choices.some(([name, value]) => !entry.values(name).includes(value) && !(name === "piste" && isContext(entry))) ||
      (aside && isContext(entry) && !entry.element.matches(":target"));
    let misses = () => false;
    if (box && box.value) {
      const { near, words } = await fetched();
      const tokens = words(box.value);
      const matches = ({ text, words }, token) => text.includes(token) || (token.length > 3 && words.some((word) => near(word, token)));
      misses = (entry) => !tokens.every((token) => matches(entry, token));
    }
    kept = new Set(entries.filter((entry) => !out(entry) && !misses(entry)));
    for (const silence of silences) silence.hidden = choices.length > 0 || Boolean(context && context.checked);
    draw(0, room);
  }

  // From one entry on, down to those the reader's screen holds; then the others, unless something else is asked meanwhile.
  function draw(start, many) {
    const mine = kept;
    let at = start;
    for (let room = many; at < entries.length && room; at++) {
      const wanted = mine.has(entries[at]);
      entries[at].element.hidden = !wanted;
      if (wanted) room -= 1;
    }
    for (const { element, link, held } of groups) {
      element.hidden = held.every((entry) => entry.element.hidden);
      if (link) link.toggleAttribute("inert", element.hidden);
    }
    if (at < entries.length) requestAnimationFrame(() => mine === kept && draw(at, many));
  }

  function tell() {
    const { found: many, foundOne: one, foundNone: none } = list.dataset;
    const query = String(new URLSearchParams(chosen()));
    const said = kept.size > 1 ? many.replace("{n}", kept.size) : kept.size ? one : none;
    status.textContent = query ? said : "";
    form.classList.toggle("chosen", Boolean(query));
    history.replaceState(null, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
  }

  async function answer() {
    const mine = ++turn; // a newer answer silences an older one
    clearTimeout(timer);
    try {
      await show(form.classList.contains("ready") ? AT_ONCE : Infinity);
      if (mine === turn) timer = setTimeout(tell, PAUSE);
    } catch {
      matching = undefined; // asked for again at the next key
      status.textContent = list.dataset.closed;
    }
    form.classList.add("ready");
  }

  if (box) box.addEventListener("focus", () => fetched().catch(() => (matching = undefined)));
  form.addEventListener("input", answer);
  form.addEventListener("reset", () => {
    status.tabIndex = -1; // the button goes: the focus stays beside it
    status.focus();
    setTimeout(answer); // once the fields are as they were
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  addEventListener("hashchange", async () => { // an event of the context that an address names is shown, and gone to
    const hidden = list.querySelector(".entry:target[hidden]");
    await show(Infinity);
    if (hidden) hidden.scrollIntoView();
  });
  const asked = new URLSearchParams(location.search);
  for (const [name, value] of asked) {
    const field = form.elements.namedItem(name);
    if (!field) continue;
    if (field.type === "checkbox") field.checked = true;
    else field.value = value;
    const fold = (field instanceof RadioNodeList ? field[0] : field).closest("details");
    if (fold) fold.open = true;
  }
  answer();
}
