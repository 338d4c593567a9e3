/**
 * Alt+Shift+letter: with modifiers, so that they never meet what is typed (WCAG 2.1.4) nor Polish letters (AltGr). Left out are the
 * letters that browsers keep for themselves (A, B, I and T in Chrome and Edge).
 */
const KEYS = {
  KeyN: '[data-part="primary"]', KeyR: '[data-command="recall"]', KeyO: '[data-command="no-show"]', KeyF: '[data-command="finish"]',
  KeyH: '[data-command="hold"]', KeyE: '[data-command="transfer"]', KeyQ: '[data-command="return"]', KeyU: '[data-part="undo"]',
  KeyS: '[data-command="next-service"]', KeyP: '[data-command="pause"]', KeyW: '[data-part="reception"]', KeyD: '[data-part="day"]',
  KeyM: '[data-part="bar-open"]', KeyK: '[data-part="note-open"]',
};
const HELP = '[data-open="help"]';

/** Presses the button that belongs to a shortcut, as a finger would; a disabled or hidden one stays silent. */
export function listenForShortcuts(root, dialogs) {
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.repeat || dialogs.isOpen) return;
    const css = event.code === "Slash" ? HELP : event.shiftKey && KEYS[event.code];
    const button = css && root.querySelector(css);
    if (!button || button.disabled || button.closest("[hidden]")) return;
    event.preventDefault();
    button.click();
  });
}
