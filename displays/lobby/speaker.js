import { key, STALE } from "./announcer.js";
import { chimeUrl, clipUrl, sentence, volumeAt } from "./voice.js";

/** One language of one call takes at most so many seconds (U999 to desk 59 takes 6.5 in recorded Polish), … */
const LONGEST_CLIP = 9;
/** … a whole call so many milliseconds, whatever happens to its clips. */
const LONGEST_CALL = 22_000;
/** With so many more in the queue the screen hurries: the main language only. */
const MANY = 2;
/** After so many milliseconds nothing sounds any more that was faded. */
const FADED_WITHIN = 500;
/** A sentence that begins within so many milliseconds of the last one follows it at once. */
const AT_ONCE = 500;

/**
 * Speaks every fresh call, one after the other and none twice. What could not be said within 30 s of its call is no longer said, and
 * reported, for by then the visitor has been shown the way or the clerk calls again.
 */
export class Speaker {
  #queue = [];
  #speaking = null;
  #isRunning = false;
  #endedAt = -Infinity;
  #lacksClips = false;

  /** @param {{clock: object, loudspeaker: object, tell: (call: object, how: string) => void, onSpeak: (call: object | null) => void}} parts */
  constructor({ clock, loudspeaker, tell, onSpeak }) {
    Object.assign(this, { clock, loudspeaker, tell, onSpeak });
  }

  /** Takes the board's settings. */
  settle(setup) {
    this.setup = setup;
    this.#lacksClips = false;
    if (this.state !== "off") this.loudspeaker.open();
  }

  /** @param {object[]} fresh calls nobody has heard, oldest first  @param {object[]} calls all that stand */
  take(fresh, calls) {
    const standing = new Set(calls.map(key));
    this.#queue = this.#queue.filter((call) => standing.has(key(call))).concat(fresh);
    if (this.#speaking && !standing.has(key(this.#speaking))) this.#breakOff();
    this.tick();
    void this.#run();
  }

  /** Gives up what has waited too long; to be called every second. */
  tick() {
    const late = this.#queue.filter((call) => this.#isLate(call));
    this.#queue = this.#queue.filter((call) => !late.includes(call));
    for (const call of late) this.tell(call, "late");
  }

  get isBusy() {
    return this.#isRunning;
  }

  /** What the office is told of the sound: `off`, `blocked`, `quiet`, `no_speech` or `on`. */
  get state() {
    const { on, speech } = this.setup.sound;
    if (!on && !speech) return "off";
    if (this.loudspeaker.isBlocked) return "blocked";
    if (this.#volume() === 0) return "quiet";
    return this.#lacksClips || !speech || !this.setup.speech ? "no_speech" : "on";
  }

  async #run() {
    if (this.#isRunning) return;
    this.#isRunning = true;
    await this.loudspeaker.decided;
    for (let call = this.#queue.shift(); call; call = this.#queue.shift()) {
      const how = await this.#announce(call).catch(() => "silent");
      if (how) this.tell(call, how);
    }
    this.#isRunning = false;
    this.onSpeak(null);
  }

  /** How it ended; null for a call that was taken back meanwhile. */
  async #announce(call) {
    if (this.#isLate(call)) return "late";
    if (this.state === "blocked") return "blocked";
    if (["off", "quiet"].includes(this.state)) return "silent";
    this.#speaking = call;
    this.onSpeak(call);
    const so = { far: false };
    await this.#within(LONGEST_CALL, this.#say(call, so));
    const undone = this.#speaking !== call;
    this.#speaking = null;
    this.#endedAt = performance.now();
    if (undone) return null;
    if (so.far) return "spoken";
    return this.loudspeaker.isBlocked ? "blocked" : "silent";
  }

  /** Says all there is to say; `so.far` becomes true as soon as one sentence was heard. */
  async #say(call, so) {
    const { setup, loudspeaker } = this;
    const many = this.#queue.length >= MANY;
    const clips = sentence(setup, call, many).map((language) => clipUrl(setup, call, language));
    for (const clip of clips) void loudspeaker.load(clip);
    const goes = () => this.#speaking === call;
    const rings = setup.sound.on && !(many && performance.now() - this.#endedAt < AT_ONCE);
    if (rings) await loudspeaker.play(chimeUrl(), this.#volume(), LONGEST_CLIP);
    for (const clip of clips) {
      if (so.far && this.#queue.length >= MANY) break;
      if (goes() && (await loudspeaker.play(clip, this.#volume(), LONGEST_CLIP))) so.far = true;
    }
    if (clips.length > 0 && goes() && !loudspeaker.isBlocked) this.#lacksClips = !so.far;
  }

  /** Lets nothing hold up the queue for longer than `patience`. */
  async #within(patience, saying) {
    let timer = 0;
    const end = new Promise((done) => {
      timer = setTimeout(() => {
        this.loudspeaker.fade();
        setTimeout(done, FADED_WITHIN);
      }, patience);
    });
    await Promise.race([saying, end]);
    clearTimeout(timer);
  }

  #breakOff() {
    this.#speaking = null;
    this.loudspeaker.fade();
  }

  #isLate(call) {
    return this.clock.since(call.called_at) > STALE;
  }

  #volume() {
    return volumeAt(this.setup.sound, this.clock.wall().slice(11, 16));
  }
}
