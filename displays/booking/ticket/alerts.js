/** Three notes, twice: under three seconds, so that nobody has to stop it (WCAG 1.4.2). Hertz and seconds. */
const CHIME = [[659, 0], [784, 0.22], [988, 0.44], [659, 1.2], [784, 1.42], [988, 1.64]];
const NUDGE = [[784, 0], [784, 0.3]];
const NOTE = 0.4;
const LOUD = 0.5;

/** Sound and vibration, only after the visitor turned them on: browsers allow them only then, and so do manners. */
export class Alerts {
  #onTurn;
  #audio = null;
  #awake = null;
  #on = false;
  #announced = null;
  #nextTold = false;

  /** @param {(on: boolean) => void} onTurn */
  constructor(onTurn) {
    this.#onTurn = onTurn;
    document.addEventListener("visibilitychange", () => this.#stayAwake());
  }

  turn() {
    this.#on = !this.#on;
    if (this.#on) {
      this.#audio ??= new AudioContext();
      this.#audio.resume();
      this.#sound(NUDGE);
      this.#vibrate([150]);
    }
    this.#stayAwake();
    this.#onTurn(this.#on);
  }

  /** Rings for a call and for each recall, and once softly when the visitor is next. */
  heed(state) {
    const call = state.state === "called" ? (state.announced_at ?? "called") : null;
    const fresh = call !== null && call !== this.#announced;
    this.#announced = call;
    if (fresh) this.#ring(CHIME, [400, 200, 400, 200, 800]);
    const next = state.state === "waiting" && state.people_ahead === 0;
    if (next && !this.#nextTold) this.#ring(NUDGE, [200, 150, 200]);
    this.#nextTold = next;
  }

  #ring(notes, pattern) {
    if (!this.#on) return;
    this.#sound(notes);
    this.#vibrate(pattern);
  }

  #vibrate(pattern) {
    navigator.vibrate?.(pattern);
  }

  #sound(notes) {
    const now = this.#audio.currentTime + 0.05;
    for (const [pitch, after] of notes) {
      const [tone, volume] = [this.#audio.createOscillator(), this.#audio.createGain()];
      tone.frequency.value = pitch;
      volume.gain.setValueAtTime(LOUD, now + after);
      volume.gain.exponentialRampToValueAtTime(0.001, now + after + NOTE);
      tone.connect(volume).connect(this.#audio.destination);
      tone.start(now + after);
      tone.stop(now + after + NOTE);
    }
  }

  /** A dark phone runs no script; whoever wants the signal keeps the screen on. Where that is not to be had, nothing is lost. */
  async #stayAwake() {
    try {
      if (this.#on && !document.hidden) this.#awake = await navigator.wakeLock?.request("screen");
      else await this.#awake?.release();
    } catch {
      this.#awake = null;
    }
  }
}
