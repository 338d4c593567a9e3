/** How long a pressed key looks pressed at least: a tap of 30 ms must be seen too. */
const LEAST = 150;

/** Shows every touch at once, in the same task, whatever the network does: the key under the finger is marked. */
export function answersTouches(root) {
  root.addEventListener("pointerdown", (event) => mark(event.target.closest?.("button")), true);
  root.addEventListener("click", (event) => mark(event.target.closest?.("button")), true);
}

function mark(button) {
  if (!button || button.disabled) return;
  button.dataset.pressed = "";
  setTimeout(() => delete button.dataset.pressed, LEAST);
}
