// A loudspeaker that notes what is heard from when to when. A clip lasts `config.clip` milliseconds, or what `config.clips` says of it.
world.heard = [];
world.contexts = 0;
world.playing = 0;
world.overlaps = 0;

/** "chime", or language, number and desk: "pl U007 3". */
const named = (path) => {
  if (path.endsWith("chime.wav")) return "chime";
  const [language, code, desk] = path.replace(".wav", "").split("/").slice(-3).map(decodeURIComponent);
  return `${language} ${code} ${desk}`;
};

class Gain {
  constructor() {
    const gain = this;
    this.faded = false;
    this.gain = { value: 1, setValueAtTime() {}, linearRampToValueAtTime: (value) => (gain.faded = value === 0) };
  }
  connect(next) {
    return next;
  }
  disconnect() {}
}

class Source extends EventTarget {
  connect(gain) {
    this.gain = gain;
    return gain;
  }
  disconnect() {}
  start() {
    this.from = world.now;
    world.playing += 1;
    if (world.playing > 1) world.overlaps += 1;
    if (!world.config.unplugged) this.timer = schedule(() => this.end(), this.buffer.duration * 1000);
  }
  stop(at) {
    clear(this.timer);
    if (!world.config.unplugged) this.timer = schedule(() => this.end(), at * 1000 - world.now);
  }
  end() {
    world.playing -= 1;
    const { clip } = this.buffer;
    world.heard.push({ clip, from: this.from, to: world.now, volume: this.gain.gain.value, faded: this.gain.faded });
    this.dispatchEvent(new Event("ended"));
  }
}

window.AudioContext = class extends EventTarget {
  destination = {};
  constructor() {
    super();
    world.contexts += 1;
    this.state = world.config.blocked ? "suspended" : "running";
  }
  get currentTime() {
    return world.now / 1000;
  }
  /** As Chromium does: the promise waits until a person has touched the page. */
  resume() {
    if (world.config.blocked) return new Promise(() => {});
    this.state = "running";
    this.dispatchEvent(new Event("statechange"));
    return Promise.resolve();
  }
  async decodeAudioData(bytes) {
    const clip = named(new TextDecoder().decode(bytes));
    if (world.config.broken && clip.includes(world.config.broken)) throw new DOMException("no sound in it", "EncodingError");
    return { clip, duration: (world.config.clips?.[clip] ?? world.config.clip ?? 350) / 1000 };
  }
  createGain() {
    return new Gain();
  }
  createBufferSource() {
    return new Source();
  }
};
/** A person touches the screen; only then may a blocked page sound. */
world.touches = (css) => {
  world.becomes({ blocked: false });
  document.querySelector(css).dispatchEvent(new PointerEvent("pointerdown", { bubbles: true }));
};
