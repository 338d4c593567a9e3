import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";

const WARNING = 10;

/** The visible countdown to the first screen. Every touch starts it anew, speech holds it; in its last ten seconds it also beeps once. */
export class Idle {
  #stay = 0;
  #left = 0;
  #sound = null;

  /** @param {() => boolean} isHeld whether time stands still  @param {() => void} onEnd */
  constructor(root, texts, isHeld, onEnd) {
    this.root = root;
    this.texts = texts;
    this.isHeld = isHeld;
    this.onEnd = onEnd;
    this.panel = part(root, "countdown");
    for (const kind of ["pointerdown", "keydown", "click"]) root.ownerDocument.addEventListener(kind, () => this.again());
    setInterval(() => this.#tick(), 1000);
  }

  /** @param {number} seconds until the end without a touch; 0 stays for ever */
  stay(seconds) {
    this.#stay = seconds;
    this.again();
  }

  /** The whole time anew. */
  again() {
    this.#left = this.#stay;
    this.translate();
  }

  translate() {
    setShown(this.panel, this.#stay > 0);
    setShown(part(this.root, "help"), this.#stay === 0);
    const text = this.#stay ? this.texts.say("kiosk-countdown", { n: this.#left }) : "";
    setText(part(this.panel, "countdown-text"), text);
    const warned = this.#stay > 0 && this.#left <= WARNING;
    setAttribute(this.panel, "data-warning", warned ? "" : null);
    if (!warned || this.#left === WARNING) setText(part(this.panel, "countdown-warning"), warned ? text : "");
    part(this.panel, "countdown-bar").style.width = this.#stay ? `${(100 * this.#left) / this.#stay}%` : "0";
  }

  #tick() {
    if (!this.#stay || this.isHeld()) return;
    this.#left -= 1;
    if (this.#left === WARNING) this.#beep();
    this.translate();
    if (this.#left > 0) return;
    this.#stay = 0;
    this.onEnd();
  }

  /** The second sense of the warning; a kiosk without sound loses nothing else. */
  #beep() {
    try {
      this.#sound ??= new AudioContext();
      const tone = this.#sound.createOscillator();
      const volume = this.#sound.createGain();
      volume.gain.value = 0.08;
      tone.frequency.value = 660;
      tone.connect(volume).connect(this.#sound.destination);
      tone.start();
      tone.stop(this.#sound.currentTime + 0.15);
    } catch {
      this.#sound = null;
    }
  }
}
