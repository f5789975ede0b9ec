// The colours a reader chose, set before the first paint (a classic script, in the head). Nothing is stored before a
// choice, and « as the device does » forgets it. Where the browser refuses to store, the choice lasts for the page.
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
