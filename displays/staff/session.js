import { part, setShown, setText } from "../shared/js/dom.js";
import { isSecondStep, signOn } from "../shared/js/sign_on.js";

const KEY = "okienko.staff.session";

/** The sign-on of a member of staff: token and rights, kept as long as this browser tab. The server decides who may; the rights only hide what it would refuse. */
export class Session {
  #section;
  #error;

  /** @param {() => void} onToken called after each successful sign-on */
  constructor(root, texts, onToken) {
    this.texts = texts;
    this.onToken = onToken;
    this.#section = part(root, "login");
    this.#error = part(root, "login-error");
    part(root, "login-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#signOn(event.target);
    });
  }

  get token() {
    return this.#kept?.token ?? null;
  }

  get oversees() {
    return this.holds("oversee");
  }

  /** Whether a right is held, somewhere. */
  holds(right) {
    return Boolean(this.#kept?.rights?.includes(right));
  }

  /** Shows the form; `reason` is a sentence that stands above the button. */
  ask(reason = "") {
    sessionStorage.removeItem(KEY);
    setText(this.#error, reason);
    setShown(this.#section, true);
    this.#section.querySelector("input").focus();
  }

  get #kept() {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  }

  async #signOn(form) {
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    setText(this.#error, "");
    try {
      const { token, rights } = await signOn(form);
      sessionStorage.setItem(KEY, JSON.stringify({ token, rights }));
      form.reset();
      setShown(this.#section, false);
      this.onToken();
    } catch (problem) {
      if (isSecondStep(problem)) return setText(this.#error, problem.message);
      const own = { 401: "staff-login-wrong", 0: "staff-network" }[problem.status];
      setText(this.#error, own ? this.texts.say(own) : problem.message);
      form.password.select();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }
}
