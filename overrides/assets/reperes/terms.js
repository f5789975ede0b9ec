// Words of the glossary: their pop-ups open by click and Enter without this script; it adds hover and focus
// (WCAG 1.4.13: the pointer may move into the pop-up, Escape closes it), and leads to the list where there is no popover.
const OPEN_AFTER = 250; // ms: a pointer that crosses a line of text opens nothing
const CLOSE_AFTER = 400; // ms: time for the pointer to reach the pop-up

const supported = "popover" in HTMLElement.prototype;

for (const button of document.querySelectorAll("button.term")) {
  const word = document.getElementById(button.getAttribute("popovertarget"));
  if (!supported) {
    button.addEventListener("click", () => word.querySelector("a").focus());
    continue;
  }
  const isOpen = () => word.matches(":popover-open");
  let timer;
  let soft = false; // opened by hover or focus, not by a click
  const later = (delay, act) => {
    clearTimeout(timer);
    timer = setTimeout(act, delay);
  };
  const open = () => {
    if (isOpen()) return;
    soft = true;
    word.showPopover({ source: button });
  };
  const leave = () => later(CLOSE_AFTER, () => soft && isOpen() && word.hidePopover());
  button.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && later(OPEN_AFTER, open));
  button.addEventListener("pointerleave", leave);
  word.addEventListener("pointerenter", () => clearTimeout(timer));
  word.addEventListener("pointerleave", leave);
  button.addEventListener("focus", () => button.matches(":focus-visible") && open());
  button.addEventListener("blur", (event) => word.contains(event.relatedTarget) || leave());
  button.addEventListener("click", (event) => {
    if (!soft || !isOpen()) return;
    event.preventDefault(); // hover had opened it: a click keeps it open
    soft = false;
  });
  word.addEventListener("toggle", (event) => {
    if (event.newState === "closed") soft = false;
  });
}
