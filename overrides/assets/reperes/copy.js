// A button that copies the address written before it, where the browser can.
for (const address of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "copy";
  button.textContent = address.dataset.copy;
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(address.textContent);
      status.textContent = address.dataset.copied;
    } catch {
      button.remove(); // refused: the reader is led to the address, selected, to copy it by hand
      address.tabIndex = -1;
      address.focus();
      getSelection().selectAllChildren(address);
    }
  });
  address.after(" ", button, " ", status);
}
