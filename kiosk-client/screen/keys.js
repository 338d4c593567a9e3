/** One set of digit keys on the screen, together with the keys of a tactile keypad while its screen is shown. */
export class Keys {
  /**
   * @param {Element} section the screen the keys belong to
   * @param {{type: (digit: string) => void, erase: () => void, confirm: () => void}} acts
   */
  constructor(section, { type, erase, confirm }) {
    section.addEventListener("click", (event) => {
      const digit = event.target.closest("[data-digit]")?.dataset.digit;
      if (digit) type(digit);
    });
    section.ownerDocument.addEventListener("keydown", (event) => {
      if (section.hidden || event.ctrlKey || event.altKey || event.metaKey) return;
      if (/^\d$/.test(event.key)) type(event.key);
      else if (event.key === "Backspace") erase();
      else if (event.key === "Enter" && event.target.tagName !== "BUTTON") confirm();
    });
  }
}
