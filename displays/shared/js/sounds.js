/** Short sounds made by the browser itself: no file, no licence, and never at full volume. */
export class Sounds {
  #audio = null;

  /** Two rising notes: somebody has come. */
  arrived() {
    this.#play([[660, 0, 0.16], [880, 0.18, 0.22]]);
  }

  /** Four urgent notes: a colleague needs help. */
  alarm() {
    this.#play([[988, 0, 0.14], [740, 0.18, 0.14], [988, 0.36, 0.14], [740, 0.54, 0.2]]);
  }

  /** Two notes of one height: a mark is reached. */
  warning() {
    this.#play([[660, 0, 0.18], [660, 0.2, 0.18]]);
  }

  /** Three that do not rest: somebody has to act. */
  critical() {
    this.#play([[880, 0, 0.18], [660, 0.2, 0.18], [880, 0.4, 0.18]]);
  }

  #play(notes) {
    try {
      this.#audio ??= new AudioContext();
      this.#audio.resume();
      const now = this.#audio.currentTime;
      for (const [pitch, from, lasts] of notes) this.#note(pitch, now + from, lasts);
    } catch {
      // A computer without sound still shows everything.
    }
  }

  #note(pitch, from, lasts) {
    const [tone, volume] = [this.#audio.createOscillator(), this.#audio.createGain()];
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.2, from + 0.02);
    volume.gain.linearRampToValueAtTime(0, from + lasts);
    tone.connect(volume).connect(this.#audio.destination);
    tone.start(from);
    tone.stop(from + lasts);
  }
}
