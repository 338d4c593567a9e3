import { Api } from "../shared/js/api.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { Menu } from "../shared/js/menu.js";
import { heldToken, isSecondStep, signOff, signOn } from "../shared/js/sign_on.js";

const KEY = "okienko.admin.token";

/** The sign-on of a page of the administrator: shows the form or the work, and keeps the token for as long as the tab lives. */
export class SignOn {
  /** @param {HTMLElement} root  @param {import("../shared/js/texts.js").Texts} texts  @param {() => Promise<void>} work loads the page's own content */
  constructor(root, texts, work) {
    this.root = root;
    this.texts = texts;
    this.work = work;
    this.menu = new Menu(root);
    this.api = new Api(() => sessionStorage.getItem(KEY));
    part(root, "login-form").addEventListener("submit", (event) => this.#submit(event));
    part(root, "logout").addEventListener("click", () => this.#leave());
  }

  /** Goes on with the sign-on of this tab, whichever page of staff got it. */
  async begin() {
    const token = sessionStorage.getItem(KEY) ?? heldToken();
    if (!token) return this.#show(false);
    sessionStorage.setItem(KEY, token);
    await this.#enter();
  }

  #leave() {
    signOff();
    this.end();
  }

  end(reason = "") {
    sessionStorage.removeItem(KEY);
    this.#show(false);
    setText(part(this.root, "login-error"), reason);
    this.root.querySelector("#login").focus();
  }

  /** Says what went wrong, or asks to sign on again; the sentence for the page, or nothing when the form is shown. */
  words(problem) {
    if (problem.status === 401) this.end(this.texts.say("admin-logged-out"));
    else if (problem.code === "forbidden") this.end(this.texts.say("admin-forbidden"));
    else return problem.code === "network" ? this.texts.say("admin-network") : problem.message;
    return "";
  }

  async #enter() {
    try {
      await this.work();
      this.#show(true);
    } catch (problem) {
      const words = this.words(problem);
      if (words) this.end(words);
    }
  }

  async #submit(event) {
    event.preventDefault();
    const form = event.target;
    try {
      const session = await signOn(form);
      sessionStorage.setItem(KEY, session.token);
      form.reset();
      await this.#enter();
    } catch (problem) {
      const plain = problem.status === 401 && !isSecondStep(problem);
      setText(part(this.root, "login-error"), plain ? this.texts.say("admin-login-wrong") : isSecondStep(problem) ? problem.message : this.words(problem));
    }
  }

  #show(signedOn) {
    setShown(part(this.root, "work"), signedOn);
    setShown(part(this.root, "logout"), signedOn);
    setShown(part(this.root, "login"), !signedOn);
    setText(part(this.root, "login-error"), "");
    if (signedOn) this.menu.open(sessionStorage.getItem(KEY));
    else this.menu.close();
  }
}
