import { part, setAttribute, setText } from "../shared/js/dom.js";

const KEY = "okienko.wall.sound";
/** Tones of a warning and of an alarm: hertz, each a fifth of a second. */
const TONES = { warning: [660, 660], critical: [880, 660, 880] };
const EACH = 0.2;

/** The sound of alerts: off until it is switched on, as a browser asks for it too. */
export class Chime {
  #context = null;

  constructor(root, texts) {
    this.texts = texts;
    this.button = part(root, "sound");
    this.button.addEventListener("click", () => this.#switch(!this.on));
    this.#show();
  }

  get on() {
    return localStorage.getItem(KEY) === "on";
  }

  ring(critical) {
    if (!this.on) return;
    this.#context ??= new AudioContext();
    const { currentTime } = this.#context;
    for (const [n, hertz] of TONES[critical ? "critical" : "warning"].entries()) this.#tone(hertz, currentTime + n * EACH);
  }

  #tone(hertz, at) {
    const tone = new OscillatorNode(this.#context, { frequency: hertz });
    const gain = new GainNode(this.#context, { gain: 0 });
    // Swelling and fading, so that nothing clicks.
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(0.25, at + 0.03);
    gain.gain.linearRampToValueAtTime(0, at + EACH - 0.02);
    tone.connect(gain).connect(this.#context.destination);
    tone.start(at);
    tone.stop(at + EACH);
  }

  #switch(on) {
    localStorage.setItem(KEY, on ? "on" : "off");
    this.#show();
    this.ring(false);
  }

  #show() {
    setAttribute(this.button, "aria-pressed", this.on);
    setText(part(this.button, "sound-words"), this.texts.say(this.on ? "wall-sound-on" : "wall-sound-off"));
  }
}
