import { part, setShown, setText } from "../shared/js/dom.js";
import { isSecondStep, signOn } from "../shared/js/sign_on.js";

const KEY = "okienko.desk.token";

/** The clerk's session: a bearer token that lives as long as this browser tab. */
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
    return sessionStorage.getItem(KEY);
  }

  /** Shows the form; `reason` is a sentence that stands above the button. */
  ask(reason = "") {
    setText(this.#error, reason);
    setShown(this.#section, true);
    this.#section.querySelector("input").focus();
  }

  /** Lets a small window of this page work under the same session. */
  lend(storage) {
    if (this.token) storage.setItem(KEY, this.token);
  }

  forget() {
    sessionStorage.removeItem(KEY);
  }

  async #signOn(form) {
    const button = form.querySelector("button");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    setText(this.#error, "");
    try {
      const answer = await signOn(form);
      sessionStorage.setItem(KEY, answer.token);
      form.reset();
      setShown(this.#section, false);
      this.onToken();
    } catch (problem) {
      const wrong = problem.status === 401 ? "desk-login-wrong" : "desk-network";
      setText(this.#error, problem.detail || this.texts.say(wrong));
      if (!isSecondStep(problem)) form.password.select();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  }
}
