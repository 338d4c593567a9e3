/** Alt+Shift+letter: with modifiers, so that they never meet what is typed (WCAG 2.1.4) nor Polish letters (AltGr). */
const KEYS = {
  KeyN: '[data-part="primary"]', KeyR: '[data-command="recall"]', KeyA: '[data-command="no-show"]', KeyF: '[data-command="finish"]',
  KeyH: '[data-command="hold"]', KeyT: '[data-command="transfer"]', KeyQ: '[data-command="return"]', KeyU: '[data-part="undo"]',
  KeyP: '[data-command="pause"]', KeyK: '[data-open="help"]',
};

/** Presses the button that belongs to a shortcut, as a finger would; a disabled or hidden one stays silent. */
export function listenForShortcuts(root, dialogs) {
  root.ownerDocument.addEventListener("keydown", (event) => {
    if (!event.altKey || !event.shiftKey || event.ctrlKey || event.metaKey || event.repeat || dialogs.isOpen) return;
    const button = KEYS[event.code] && root.querySelector(KEYS[event.code]);
    if (!button || button.disabled || button.closest("[hidden]")) return;
    event.preventDefault();
    button.click();
  });
}
