/** Decoded clips that are kept: those of the calls at hand. A sentence of 4 s is about 0.8 MB. */
const KEPT = 8;
/** A clip that is not there by then is left out. */
const FETCH_WITHIN = 5_000;
/** A browser that has not begun to sound by then does not allow it. */
const ALLOWED_WITHIN = 1_000;
const FADE_SECONDS = 0.25;

/** What makes a screen heard: clips from the server through Web Audio, one at a time. */
export class Loudspeaker {
  #context = null;
  #clips = new Map();
  #playing = null;
  #decided = Promise.resolve();

  /** @param {() => void} onChange called when the browser begins or ceases to let it sound */
  constructor(onChange) {
    this.onChange = onChange;
    this.isBlocked = false;
  }

  /** Asks the browser to sound; the first time it may take a second to know whether it may. */
  open() {
    if (this.#context) return;
    const Context = window.AudioContext ?? window.webkitAudioContext;
    if (!Context) return this.#block(true);
    this.#context = new Context({ latencyHint: "playback" });
    this.#context.addEventListener("statechange", () => this.#look());
    this.#decided = new Promise((decide) => {
      this.#context.addEventListener("statechange", () => this.#isRunning() && decide());
      if (this.#isRunning()) decide();
      setTimeout(decide, ALLOWED_WITHIN);
    }).then(() => this.#look());
    this.unlock();
    for (const gesture of ["pointerdown", "keydown"]) document.addEventListener(gesture, () => this.unlock());
  }

  /** Resolves when it is known whether the browser lets it sound. */
  get decided() {
    return this.#decided;
  }

  /** To be called while a person touches the screen: that is when a browser allows sound. */
  unlock() {
    if (!this.#isRunning()) this.#context?.resume().catch(() => {});
  }

  /** Begins to fetch a clip. Resolves to null where there is none; never fails. */
  load(url) {
    const clip = this.#clips.get(url) ?? this.#fetch(url);
    this.#clips.delete(url);
    this.#clips.set(url, clip);
    for (const oldest of Array.from(this.#clips.keys()).slice(0, -KEPT)) this.#clips.delete(oldest);
    return clip;
  }

  /**
   * Plays a clip to its end, to `longest` seconds or until it is faded.
   * @param {number} volume 0 to 1
   * @returns {Promise<boolean>} whether there was something to be heard
   */
  async play(url, volume, longest) {
    const clip = await this.load(url);
    if (!clip || !this.#isRunning()) return false;
    const [source, gain] = [this.#context.createBufferSource(), this.#context.createGain()];
    gain.gain.value = volume;
    source.buffer = clip;
    source.connect(gain).connect(this.#context.destination);
    this.#playing = { source, gain };
    const cut = setTimeout(() => this.fade(), longest * 1000);
    let given = 0;
    await new Promise((ended) => {
      source.addEventListener("ended", ended);
      // A loudspeaker that was unplugged never ends.
      given = setTimeout(ended, (longest + 2 * FADE_SECONDS) * 1000);
      source.start();
    });
    for (const timer of [cut, given]) clearTimeout(timer);
    source.disconnect();
    gain.disconnect();
    this.#playing = null;
    return true;
  }

  /** What sounds now grows silent and ends. */
  fade() {
    if (!this.#playing) return;
    const { source, gain } = this.#playing;
    const now = this.#context.currentTime;
    gain.gain.setValueAtTime(gain.gain.value, now);
    gain.gain.linearRampToValueAtTime(0, now + FADE_SECONDS);
    source.stop(now + FADE_SECONDS);
  }

  async #fetch(url) {
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), FETCH_WITHIN);
    try {
      const answer = await fetch(url, { signal: patience.signal });
      if (!answer.ok) throw new Error(String(answer.status));
      return await this.#context.decodeAudioData(await answer.arrayBuffer());
    } catch {
      // Not kept: the server may have it the next time.
      this.#clips.delete(url);
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  #isRunning() {
    return this.#context?.state === "running";
  }

  #look() {
    this.#block(!this.#isRunning());
  }

  #block(blocked) {
    if (this.isBlocked === blocked) return;
    this.isBlocked = blocked;
    this.onChange();
  }
}
