import { part, setShown, setText } from "../shared/js/dom.js";

const MASK_AFTER = 3_000;
const CODE_LENGTH = 6;
const LEAST_PHONE = 9;
const LONGEST_PHONE = 15;

/** Touch keys for the phone number (R23) or the code of the letter. What was typed is covered after three seconds and never kept. */
export class Keypad {
  #digits = "";
  #byCode = false;
  #covered = false;
  #timer = 0;

  /** @param {(entry: {phone: string} | {code: string}) => void} onEntry */
  constructor(root, texts, onEntry) {
    this.root = root;
    this.texts = texts;
    const section = root.querySelector('section[data-screen="keypad"]');
    const on = (name, act) => part(root, name).addEventListener("click", act);
    part(root, "keys").addEventListener("click", (event) => this.#type(event.target.closest("[data-digit]")?.dataset.digit));
    on("erase", () => this.#set(this.#digits.slice(0, -1)));
    on("clear", () => this.#set(""));
    on("reveal", () => this.#uncover());
    on("kind", () => this.#change());
    on("confirm", () => onEntry(this.#byCode ? { code: this.#digits } : { phone: this.#digits }));
    root.ownerDocument.addEventListener("keydown", (event) => section.hidden || this.#key(event));
  }

  clear() {
    this.#byCode = false;
    this.#set("");
  }

  translate() {
    this.#render();
  }

  #change() {
    this.#byCode = !this.#byCode;
    this.#set("");
  }

  #type(digit) {
    const longest = this.#byCode ? CODE_LENGTH : LONGEST_PHONE;
    if (digit && this.#digits.length < longest) this.#set(this.#digits + digit);
  }

  /** A tactile keypad sends keys. */
  #key(event) {
    if (/^\d$/.test(event.key)) this.#type(event.key);
    else if (event.key === "Backspace") this.#set(this.#digits.slice(0, -1));
    else if (event.key === "Enter" && event.target.tagName !== "BUTTON") part(this.root, "confirm").click();
  }

  #set(digits) {
    this.#digits = digits;
    this.#uncover();
  }

  #uncover() {
    clearTimeout(this.#timer);
    this.#covered = false;
    this.#timer = setTimeout(() => this.#cover(), MASK_AFTER);
    this.#render();
  }

  #cover() {
    this.#covered = true;
    this.#render();
  }

  #render() {
    const { texts } = this;
    const put = (name, key) => setText(part(this.root, name), texts.say(key));
    put("keypad-title", this.#byCode ? "kiosk-code-title" : "kiosk-phone-title");
    put("keypad-hint", this.#byCode ? "kiosk-code-hint" : "kiosk-phone-hint");
    put("kind", this.#byCode ? "kiosk-use-phone" : "kiosk-use-code");
    const n = this.#digits.length;
    setText(part(this.root, "digits"), group(this.#covered ? mask(this.#digits) : this.#digits, this.#byCode) || "–");
    setText(part(this.root, "typed"), n ? texts.say("kiosk-typed-count", { n }) : "");
    setShown(part(this.root, "reveal"), this.#covered && n > 0);
    part(this.root, "confirm").disabled = this.#byCode ? n !== CODE_LENGTH : n < LEAST_PHONE;
  }
}

/** All but the last three digits as dots. */
function mask(digits) {
  return digits.slice(0, -3).replace(/\d/g, "•") + digits.slice(-3);
}

/** Digits in threes; a number with the country code of Poland shows it apart (eleven digits, R14). */
function group(digits, byCode) {
  const head = !byCode && digits.length > 9 ? digits.length % 3 || 3 : 0;
  return [digits.slice(0, head), ...(digits.slice(head).match(/.{1,3}/g) ?? [])].filter(Boolean).join(" ");
}
