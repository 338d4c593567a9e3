import { hoursMinutes } from "../shared/js/clock.js";
import { part, setAttribute, setShown } from "../shared/js/dom.js";
import { Words, stack } from "./words.js";

/** All languages together longer than this are set smaller. */
const LONG = [120, 260, 420];

/** What stands over or instead of everything else: the office's emergency message, and that it is closed. */
export class Banner {
  #emergency = null;
  #hours = {};

  /** @param {HTMLElement} root the body  @param {Texts} texts  @param {object} setup the board's setup */
  constructor(root, texts, setup) {
    this.root = root;
    this.texts = texts;
    this.settle(setup ?? { languages: ["pl"] });
  }

  /** Takes a changed setup. */
  settle(setup) {
    this.words = new Words(this.texts, setup);
    this.emergency(this.#emergency);
    this.hours(this.#hours, this.#hours.now);
  }

  /** Shows the office's message over everything; the newest call stays in a strip below. @param {{pl: string} | string | null} text */
  emergency(text) {
    this.#emergency = text ?? null;
    const message = typeof text === "string" ? { pl: text } : text;
    const isThere = Boolean(message?.pl);
    const line = part(this.root, "emergency-text");
    if (isThere) this.words.show(line, message);
    setAttribute(line, "data-size", LONG.filter((limit) => line.textContent.length > limit).length);
    setAttribute(this.root, "data-emergency", isThere ? "" : null);
    setShown(part(this.root, "emergency"), isThere);
  }

  /**
   * Says that the office is closed and when it opens, or (in the line of a `door` screen) that it is open.
   * @param {{closed?: boolean, opens_at?: string | null}} hours  @param {string} [now] instant of the office, for the day of opening
   */
  hours({ closed, opens_at: opensAt }, now) {
    this.#hours = { closed, opens_at: opensAt, now };
    for (const name of ["closed", "hours"]) {
      const line = part(this.root, name);
      const pairs = this.words.languages.map((language) => [language, this.#sentence(language, closed, opensAt, now)]);
      stack(line, pairs);
    }
    setShown(part(this.root, "closed"), Boolean(closed));
    setAttribute(this.root, "data-closed", closed ? "" : null);
  }

  #sentence(language, closed, opensAt, now) {
    const texts = this.words.in(language);
    if (!closed) return texts.say("lobby-open");
    if (!opensAt) return `${texts.say("lobby-closed")}.`;
    const time = hoursMinutes(opensAt);
    const isToday = !now || now.slice(0, 10) === opensAt.slice(0, 10);
    const opens = isToday ? texts.say("lobby-opens", { time }) : texts.say("lobby-opens-day", { time, date: dayName(opensAt, language) });
    return `${texts.say("lobby-closed")}. ${opens}.`;
  }
}

/** Day of an instant as its own office reads it, e.g. "poniedziałek 30 listopada". */
function dayName(instant, language) {
  const day = new Date(`${instant.slice(0, 10)}T12:00:00Z`);
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(day);
}
