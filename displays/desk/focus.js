/**
 * Runs an update of the page and sees to it that the keyboard does not lose its place: where what had the focus is gone or can be pressed
 * no more, its list takes it, else the big button.
 */
export function keepFocus(primary, update) {
  const had = document.activeElement;
  const list = had?.closest?.("ol");
  update();
  if (!had || had === document.body || (had.isConnected && !had.disabled && !had.closest("[hidden]"))) return;
  if (document.querySelector("dialog[open]")) return;
  const place = list?.isConnected && !list.closest("[hidden]") ? list : primary;
  if (!place.disabled) place.focus({ preventScroll: true });
}
