import { Api } from "../shared/js/api.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { Menu } from "../shared/js/menu.js";
import { heldToken, isSecondStep, signOn } from "../shared/js/sign_on.js";

const KEY = "okienko.staff.session";

/** The sign-on of a member of staff: token and rights, kept as long as this browser tab. The server decides who may; the rights only hide what it would refuse. */
export class Session {
  #section;
  #error;

  /** @param {() => void} onToken called after each successful sign-on */
  constructor(root, texts, onToken) {
    this.texts = texts;
    this.onToken = onToken;
    this.menu = new Menu(root);
    this.#section = part(root, "login");
    this.#error = part(root, "login-error");
    part(root, "login-form").addEventListener("submit", (event) => {
      event.preventDefault();
      this.#signOn(event.target);
    });
  }

  /** Goes on with the sign-on of this tab, whichever page of staff got it; asks for one where there is none. */
  async start() {
    if (!this.token) await this.#adopt();
    if (!this.token) return this.ask();
    this.menu.open(this.token);
    this.onToken();
  }

  async #adopt() {
    const token = heldToken();
    const account = token && (await new Api(() => token).get("/account").catch(() => null));
    if (account) sessionStorage.setItem(KEY, JSON.stringify({ token, rights: account.rights }));
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
    this.menu.close();
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
      this.menu.open(token);
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
