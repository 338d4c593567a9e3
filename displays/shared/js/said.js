import { part, setAttribute, setText } from "./dom.js";

/**
 * Says a sentence in a page's one place for it, the status `data-part="said"`.
 * @param {HTMLElement} root  @param {string} sentence  @param {"done" | "refused"} mood
 * @param {boolean} shows whether it is scrolled into view: on long pages what was pressed may be far from it
 */
export function saidIn(root, sentence, mood = "done", shows = false) {
  const said = part(root, "said");
  setAttribute(said, "data-mood", mood);
  setText(said, sentence);
  if (shows && sentence) said.scrollIntoView({ block: "nearest" });
}
