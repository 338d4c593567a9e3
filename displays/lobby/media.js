import { part, setAttribute, setShown } from "../shared/js/dom.js";

/** Seconds after which a file that never showed anything gives way to the next. */
const PATIENCE = 10;
/** Seconds after which files that could not be shown are tried again: the network may have been away. */
const AGAIN = 600;

/**
 * Pictures and silent films beside the calls, one after the other. They are decoration: hidden from readers, never with sound, never in
 * the place of a call. A file that cannot be shown is passed over; without any that can, the panel goes and the calls take its room.
 */
export class Media {
  #items = [];
  #broken = new Set();
  #at = -1;
  #left = 0;
  #seconds = 0;
  #isPaused = false;

  /** @param {HTMLElement} root the body */
  constructor(root) {
    this.root = root;
    this.panel = part(root, "media");
    this.isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  }

  /** @param {{url: string, kind: "image" | "video", seconds: number}[]} items */
  show(items) {
    if (JSON.stringify(items) === JSON.stringify(this.#items)) return;
    this.#items = items;
    this.#broken.clear();
    this.#at = -1;
    this.#next();
  }

  /** One second has passed. */
  tick() {
    if (this.#isPaused || this.#items.length === 0) return;
    this.#seconds += 1;
    this.#left -= 1;
    if (this.#seconds % AGAIN === 0) this.#broken.clear();
    if (this.#left <= 0) this.#next();
  }

  /** Stops everything that moves, as in the hours when nobody is there, or lets it go on. */
  pause(isPaused) {
    if (this.#isPaused === isPaused) return;
    this.#isPaused = isPaused;
    const film = this.panel.querySelector("video");
    if (isPaused) film?.pause();
    else if (film) this.#play(film);
  }

  #next() {
    const usable = this.#items.filter(({ url }) => !this.#broken.has(url));
    const isThere = usable.length > 0;
    setShown(this.panel, isThere);
    setAttribute(this.root, "data-media", isThere ? "" : null);
    if (!isThere) {
      for (const node of Array.from(this.panel.children)) drop(node);
      return;
    }
    do this.#at = (this.#at + 1) % this.#items.length;
    while (this.#broken.has(this.#items[this.#at].url));
    const item = this.#items[this.#at];
    this.#left = item.seconds || PATIENCE;
    const standing = this.panel.lastElementChild;
    // A single film loops by itself; to build it anew would only blink.
    if (usable.length > 1 || standing?.dataset.url !== item.url) this.#stand(item);
  }

  #stand(item) {
    const node = item.kind === "video" ? this.#film(item) : this.#picture(item);
    node.dataset.url = item.url;
    node.addEventListener("error", () => this.#fail(node, item));
    // What stood before goes when the new one can be seen, so that no black lies between them.
    const ready = item.kind === "video" ? "loadeddata" : "load";
    node.addEventListener(ready, () => this.#clear(node), { once: true });
    this.panel.append(node);
    node.src = item.url;
    while (this.panel.childElementCount > 2) drop(this.panel.firstElementChild);
  }

  #picture() {
    const node = new Image();
    node.alt = "";
    node.decoding = "async";
    return node;
  }

  #film() {
    const node = document.createElement("video");
    Object.assign(node, { muted: true, defaultMuted: true, loop: true, playsInline: true, preload: "auto" });
    node.setAttribute("playsinline", "");
    node.addEventListener("loadeddata", () => this.#play(node), { once: true });
    return node;
  }

  #play(film) {
    // Who asks for less motion sees the first frame.
    if (!this.isStill && !this.#isPaused) film.play().catch(() => {});
  }

  #clear(node) {
    node.classList.add("is-there");
    for (const other of Array.from(this.panel.children)) if (other !== node) drop(other);
  }

  #fail(node, { url }) {
    if (!node.isConnected) return;
    this.#broken.add(url);
    drop(node);
    this.#next();
  }
}

/** Takes a node away and lets go of its file at once: a film would be kept until the next collection. */
function drop(node) {
  node.remove();
  if (node instanceof HTMLVideoElement) {
    node.pause();
    node.removeAttribute("src");
    node.load();
  }
}
