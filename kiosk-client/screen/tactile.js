const STEPS = { "+": 1, ArrowDown: 1, ArrowRight: 1, "-": -1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * The keys of a tactile keypad: plus and minus (or arrows) go through the buttons in one fixed order, those of the screen first, then
 * more time, the helps, the languages; Backspace goes back. Digits are typed, not gone through. Enter presses, as in every page.
 */
export function listensToKeypad(root) {
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key in STEPS) {
      event.preventDefault();
      step(root, STEPS[event.key]);
    } else if (event.key === "Backspace") back(root);
  });
}

function step(root, by) {
  const ring = buttons(root);
  if (!ring.length) return;
  const at = ring.indexOf(document.activeElement);
  const next = at < 0 ? (by > 0 ? 0 : ring.length - 1) : (at + by + ring.length) % ring.length;
  ring[next].focus({ focusVisible: true });
}

/** The buttons that can be pressed now, in the fixed order. */
export function buttons(root) {
  const places = ["main > section:not([hidden])", ".kiosk-time", ".kiosk-aids", ".kiosk-languages"];
  const all = places.flatMap((place) => Array.from(root.querySelectorAll(`${place} button:not([data-digit])`)));
  return all.filter((button) => !button.disabled && button.checkVisibility());
}

/** On a screen with digits Backspace erases one; anywhere else it leads back to the start. */
function back(root) {
  const section = root.querySelector("main > section:not([hidden])");
  if (!section.querySelector("[data-digit]")) section.querySelector('[data-go="start"]')?.click();
}
