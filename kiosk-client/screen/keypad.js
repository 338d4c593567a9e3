import { part, setAttribute, setText } from "../shared/js/dom.js";
import { Keys } from "./keys.js";

/** The digit typed last stays readable so long, all digits after "show" so long. */
const LAST_FOR = 1_500;
const ALL_FOR = 5_000;
const CODE_LENGTH = 6;
const LEAST_PHONE = 8;
/** `+`, or `00`, and the fifteen digits of E.164. */
const LONGEST_PHONE = 17;

/** Touch keys for the phone number (R23) or the code of the letter. What was typed is covered at once but for its last digit, and never kept. */
export class Keypad {
  #digits = "";
  #byCode = false;
  #shown = "last";
  #timer = 0;

  /** @param {(entry: {phone: string} | {code: string}) => void} onEntry */
  constructor(root, texts, onEntry) {
    this.root = root.querySelector('section[data-screen="keypad"]');
    this.texts = texts;
    /** Called with the number of digits after every change by the visitor. */
    this.onCount = () => {};
    const on = (name, act) => part(this.root, name).addEventListener("click", act);
    const erase = () => this.#set(this.#digits.slice(0, -1));
    new Keys(this.root, { type: (digit) => this.#type(digit), erase, confirm: () => part(this.root, "confirm").click() });
    on("erase", erase);
    on("clear", () => this.#set(""));
    on("reveal", () => this.#show(this.#shown === "all" ? "none" : "all"));
    on("kind", () => this.begin(!this.#byCode));
    on("confirm", () => onEntry(this.#byCode ? { code: this.#digits } : { phone: this.#digits }));
  }

  /** An empty field for the phone number, or for the code. */
  begin(byCode) {
    this.#byCode = byCode;
    this.#digits = "";
    this.#show("none");
  }

  translate() {
    const put = (name, key) => setText(part(this.root, name), this.texts.say(key));
    put("keypad-title", this.#byCode ? "kiosk-code-title" : "kiosk-phone-title");
    put("keypad-hint", this.#byCode ? "kiosk-code-hint" : "kiosk-phone-hint");
    put("kind", this.#byCode ? "kiosk-use-phone" : "kiosk-use-code");
    const n = this.#count;
    setText(part(this.root, "digits"), group(mask(this.#digits, this.#shown)) || "–");
    setText(part(this.root, "typed"), this.counted);
    setAttribute(part(this.root, "reveal"), "aria-pressed", this.#shown === "all");
    part(this.root, "plus").disabled = this.#byCode;
    for (const name of ["reveal", "clear"]) part(this.root, name).disabled = n === 0;
    part(this.root, "confirm").disabled = this.#byCode ? n !== CODE_LENGTH : n < LEAST_PHONE;
  }

  /** How many digits there are, in words: what may be said aloud about them. */
  get counted() {
    return this.#count ? this.texts.say("kiosk-typed-count", { n: this.#count }) : this.texts.say("kiosk-typed-none");
  }

  get #count() {
    return this.#digits.replace("+", "").length;
  }

  #type(digit) {
    const longest = this.#byCode ? CODE_LENGTH : LONGEST_PHONE;
    const fits = this.#digits.length < longest && (digit !== "+" || (!this.#byCode && this.#digits === ""));
    if (fits) this.#set(this.#digits + digit, "last");
  }

  #set(digits, shown = "none") {
    this.#digits = digits;
    this.#show(shown);
    this.onCount(this.counted);
  }

  #show(shown) {
    clearTimeout(this.#timer);
    this.#shown = shown;
    if (shown !== "none") this.#timer = setTimeout(() => this.#show("none"), shown === "all" ? ALL_FOR : LAST_FOR);
    this.translate();
  }
}

/** The digits as dots, but for those that may be seen at this moment. */
function mask(digits, shown) {
  if (shown === "all") return digits;
  const seen = shown === "last" ? 1 : 0;
  const covered = digits.length - seen;
  return digits.slice(0, covered).replace(/\d/g, "•") + digits.slice(covered);
}

/** In threes from the end, as Polish numbers are read. */
function group(text) {
  return text.replace(/(?<=[\d•])(?=([\d•]{3})+$)/g, " ");
}
