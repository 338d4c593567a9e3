import { part, setAttribute, setText } from "../shared/js/dom.js";
import { Sounds } from "../shared/js/sounds.js";

const KEY = "okienko.wall.sound";

/** The sound of alerts: off until it is switched on, as a browser asks for it too. */
export class Chime {
  #sounds = new Sounds();

  constructor(root, texts) {
    this.texts = texts;
    this.button = part(root, "sound");
    this.button.addEventListener("click", () => this.#switch(!this.on));
    this.#show();
  }

  get on() {
    return localStorage.getItem(KEY) === "on";
  }

  /** @param {"warning" | "critical" | "alarm"} what */
  ring(what) {
    if (this.on) this.#sounds[what]();
  }

  #switch(on) {
    localStorage.setItem(KEY, on ? "on" : "off");
    this.#show();
    this.ring("warning");
  }

  #show() {
    setAttribute(this.button, "aria-pressed", this.on);
    setText(part(this.button, "sound-words"), this.texts.say(this.on ? "wall-sound-on" : "wall-sound-off"));
  }
}
