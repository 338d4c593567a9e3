import { setAttribute } from "../shared/js/dom.js";

/** Seconds that a word which changes its language stands in one of them. */
export const LANGUAGE_SECONDS = 8;

/**
 * The fixed words of a screen in one to three languages. Each language stands in a `<span lang>` of its own, so that a reader says it
 * right and a style may set the first one large and the others under it.
 */
export class Words {
  /** @param {Texts} texts the island of the page  @param {{languages: string[]}} setup */
  constructor(texts, { languages }) {
    this.languages = languages?.length ? languages : ["pl"];
    this.of = new Map(this.languages.map((language) => [language, texts.in(language)]));
  }

  /** The texts of one language. */
  in(language) {
    return this.of.get(language) ?? this.of.get(this.languages[0]);
  }

  /** The language whose turn it is after so many seconds. */
  turn(seconds) {
    return this.languages[Math.floor(seconds / LANGUAGE_SECONDS) % this.languages.length];
  }

  /** Writes the text of `key` in all languages; `args` may be a function of the language. */
  say(node, key, args = {}) {
    const filled = (language) => this.in(language).say(key, typeof args === "function" ? args(language) : args);
    stack(node, this.languages.map((language) => [language, filled(language)]));
  }

  /** Writes one of the office's own texts, `{pl, en?, uk?}`, in all languages. */
  show(node, text) {
    stack(node, this.languages.map((language) => chosen(text, language)));
  }
}

/** Language and words of an office's text; Polish stands in where another is missing. */
export function chosen(text, language) {
  return text?.[language] ? [language, text[language]] : ["pl", text?.pl ?? ""];
}

/** Writes an office's text in one language and marks which one it is. */
export function setChosen(node, text, language) {
  const [spoken, words] = chosen(text, language);
  setAttribute(node, "lang", spoken);
  if (node.textContent !== words) node.textContent = words;
}

/** One `<span lang>` for each pair; words that are the same in two languages stand once. What stands already is left alone. */
export function stack(node, pairs) {
  const seen = new Set();
  const wanted = pairs.filter(([, words]) => words && !seen.has(words) && seen.add(words));
  const stands = Array.from(node.children, (span) => `${span.lang} ${span.textContent}`).join("\n");
  if (node.childElementCount === node.childNodes.length && stands === wanted.map((pair) => pair.join(" ")).join("\n")) return;
  node.classList.add("board-words");
  node.replaceChildren(...wanted.map(([language, words]) => span(language, words)));
}

function span(language, words) {
  const node = document.createElement("span");
  node.lang = language;
  node.textContent = words;
  return node;
}
