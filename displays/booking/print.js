// Shows the button that prints: without script it would do nothing, so the page hides it until then.

for (const part of document.querySelectorAll("[data-print]")) {
  part.hidden = false;
  part.querySelector("button").addEventListener("click", () => window.print());
}
