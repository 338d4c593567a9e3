/**
 * The texts of a page. The server renders them from Fluent into `<script type="application/json" id="texts">` as
 * `{language: {key: "text with {placeholder}" | {one, few, many, other}}}`; a value with forms is a plural.
 */
export class Texts {
  #all;
  #plural;

  /** @param {object} all texts by language  @param {string} language one of its keys */
  constructor(all, language) {
    this.#all = all;
    this.speak(language);
  }

  /** Reads the island of this page; its language is that of `<html lang>`. */
  static ofPage() {
    const island = document.getElementById("texts");
    return new Texts(JSON.parse(island.textContent), document.documentElement.lang);
  }

  /** The same texts in another language; an unknown one gives these. */
  in(language) {
    return new Texts(this.#all, this.#all[language] ? language : this.language);
  }

  /** Changes the language; an unknown one leaves everything as it was. */
  speak(language) {
    if (!this.#all[language]) return;
    this.language = language;
    this.#plural = new Intl.PluralRules(language);
  }

  has(key) {
    return key in this.#all[this.language];
  }

  /** The text of `key`, which needs no filling, in every language. */
  inAll(key) {
    return Object.fromEntries(Object.entries(this.#all).map(([language, texts]) => [language, texts[key]]));
  }

  /**
   * The text of `key`. `args.n` is a number and chooses the plural form; every `{name}` is replaced by `args.name`.
   * A missing key gives the key itself, so that a hole is seen and nothing breaks.
   */
  say(key, args = {}) {
    const found = this.#all[this.language][key] ?? key;
    const form = typeof found === "string" ? found : (found[this.#plural.select(args.n ?? 0)] ?? found.other);
    return form.replace(/\{(\w+)\}/g, (whole, name) => (name in args ? String(args[name]) : whole));
  }
}
