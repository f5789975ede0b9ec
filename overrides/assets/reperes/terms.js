// Words of the glossary, and numbers of sources. Without this script a button opens its pop-up, which is an item of the
// list at the foot. With it, who opens one is led into it and hears what the word means; Escape, or leaving it, leads
// back to the word. It is then said as the link it is: a button would say its state and its relations in the middle of
// a sentence. The pointer may also hover (WCAG 1.4.13: it may move into the pop-up), where the pop-up stands beside it.
const OPEN_AFTER = 250; // ms: a pointer that crosses a line of text opens nothing
const CLOSE_AFTER = 400; // ms: time for the pointer to reach the pop-up

const supported = "popover" in HTMLElement.prototype;
const wide = matchMedia("(min-width: 60em)");
const beside = () => wide.matches && CSS.supports("position-area", "block-end") && CSS.supports("selector(:open)"); // as site.css

for (const button of document.querySelectorAll("button.term, .reference button")) {
  const word = document.getElementById(button.getAttribute("popovertarget"));
  button.removeAttribute("popovertarget");
  button.setAttribute("role", "link");
  const link = word.querySelector("a");
  if (!link) word.tabIndex = -1; // a source that has no address
  const read = () => (link || word).focus();
  if (!supported) {
    button.addEventListener("click", read);
    continue;
  }
  const isOpen = () => word.matches(":popover-open");
  let timer;
  let soft = false; // opened by hovering: leaving closes it
  const later = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const hover = () => {
    if (isOpen()) return;
    soft = true;
    word.showPopover({ source: button });
  };
  const leave = () => later(CLOSE_AFTER, () => soft && isOpen() && word.hidePopover());
  button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && beside() && later(OPEN_AFTER, hover));
  button.addEventListener("pointerleave", leave);
  word.addEventListener("pointerenter", () => clearTimeout(timer));
  word.addEventListener("pointerleave", leave);
  button.addEventListener("click", () => {
    clearTimeout(timer);
    const again = isOpen() && !soft;
    if (isOpen()) word.hidePopover();
    if (again) return;
    soft = false;
    button.focus(); // where closing leads back; Safari does not do it
    word.showPopover({ source: button });
    describe(word, true); // before the focus: `toggle` comes later
    read();
  });
  word.addEventListener("toggle", (event) => {
    if (event.newState === "open") return;
    describe(word, false);
    soft = false;
  });
}

// While a pop-up is open, each meaning is read with the link above it, where the reader is led.
function describe(word, opened) {
  word.querySelectorAll("dt a").forEach((link, at) => {
    link.closest("dt").nextElementSibling.id = `${word.id}-${at}`;
    if (opened) link.setAttribute("aria-describedby", `${word.id}-${at}`);
    else link.removeAttribute("aria-describedby");
  });
}
