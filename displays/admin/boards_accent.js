import { part, setAttribute, setText } from "../shared/js/dom.js";

/** What stands on the colour: dark or white, whichever is seen better. */
const INKS = ["#10202c", "#ffffff"];
/** From across a room, where nobody can step closer. */
const ENOUGH = 7;

/** Contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one, other) {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red, green, blue] = parts.map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Says how well text is seen on the office's colour. */
export function sayContrast(form, texts, accent) {
  const best = Math.max(...INKS.map((ink) => contrast(accent, ink)));
  // Cut, not rounded: what is said to be enough is enough.
  const what = (Math.floor(best * 10) / 10).toFixed(1).replace(".", texts.language === "en" ? "." : ",");
  const good = best >= ENOUGH;
  const said = part(form, "accent-said");
  setAttribute(said, "data-mood", good ? "good" : "low");
  setText(said, texts.say(good ? "boards-accent-good" : "boards-accent-low", { what }));
}
