/** Letters in one request to the agent; longer texts are said in pieces, cut between sentences. */
const PIECE = 240;

/** The voice of the agent: sound made on this computer, played as it comes. */
export class AgentSpeech {
  #sound = new Audio();
  #can = new Set();

  constructor(agent, onKnown) {
    this.agent = agent;
    this.onKnown = onKnown;
  }

  /** Asks once for each language whether there is a voice for it. */
  async learn(words) {
    for (const [language, text] of Object.entries(words)) {
      const answer = await fetch(this.agent.speech(language, text)).catch(() => null);
      if (answer?.ok) this.#can.add(language);
    }
    this.onKnown();
  }

  can(language) {
    return this.#can.has(language);
  }

  say(text, language, volume, onEnd) {
    const pieces = cut(text);
    const next = () => {
      const piece = pieces.shift();
      if (!piece) return onEnd();
      this.#sound.src = this.agent.speech(language, piece);
      this.#sound.volume = volume;
      this.#sound.play().catch(onEnd);
    };
    this.#sound.onended = next;
    this.#sound.onerror = onEnd;
    next();
  }

  stop() {
    this.#sound.onended = null;
    this.#sound.onerror = null;
    this.#sound.pause();
  }
}

/** The voice of the browser, where it has one for the language. */
export class BrowserSpeech {
  constructor(onKnown) {
    this.synthesis = window.speechSynthesis;
    this.onKnown = onKnown;
  }

  learn() {
    this.synthesis?.addEventListener?.("voiceschanged", this.onKnown);
    this.onKnown();
  }

  can(language) {
    return Boolean(this.#voice(language));
  }

  say(text, language, volume, onEnd) {
    const words = new SpeechSynthesisUtterance(text);
    Object.assign(words, { lang: language, voice: this.#voice(language), volume, onend: onEnd, onerror: onEnd });
    this.synthesis.speak(words);
  }

  stop() {
    this.synthesis?.cancel();
  }

  #voice(language) {
    return this.synthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(language));
  }
}

function cut(text) {
  const pieces = [];
  for (const sentence of text.match(/[^.!?]+[.!?]*\s*/g) ?? []) {
    if (pieces.length && (pieces.at(-1) + sentence).length <= PIECE) pieces[pieces.length - 1] += sentence;
    else pieces.push(sentence);
  }
  return pieces;
}
