/** The own account. What is allowed is decided by the server. */
import { Api } from "../shared/js/api.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Menu } from "../shared/js/menu.js";
import { forgetToken, heldToken, isSecondStep, keepToken, signOff, signOn } from "../shared/js/sign_on.js";
import { Texts } from "../shared/js/texts.js";
import { Factor } from "./factor.js";
import { onSubmit, when } from "./forms.js";

class Account {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.api = new Api(heldToken);
    this.factor = new Factor(root, this);
    this.menu = new Menu(root);
    part(root, "login-form").addEventListener("submit", (event) => this.#signOn(event));
    onSubmit(part(root, "password-form"), (form) => this.#changePassword(form));
    part(root, "end-others").addEventListener("click", () => this.#end("/account/sessions/end-others"));
    part(root, "logout").addEventListener("click", () => this.#signOff());
    if (heldToken()) this.begin();
    else this.ask();
  }

  ask(reason = "") {
    forgetToken();
    this.account = null;
    this.menu.close();
    this.factor.forget();
    for (const name of ["work", "logout"]) setShown(part(this.root, name), false);
    setShown(part(this.root, "login"), true);
    setText(part(this.root, "login-error"), reason);
    part(this.root, "login").querySelector("input").focus();
  }

  async begin() {
    try {
      this.show(await this.api.get("/account"));
    } catch (problem) {
      if (problem.status === 401) this.ask(this.texts.say("admin-logged-out"));
      else if (this.account) this.say(this.words(problem), "refused");
      else this.ask(this.words(problem));
    }
  }

  show(account) {
    this.account = account;
    this.menu.show(account);
    setShown(part(this.root, "login"), false);
    for (const name of ["work", "logout"]) setShown(part(this.root, name), true);
    setText(part(this.root, "who"), account.login);
    part(this.root, "username").value = account.login;
    const role = `account-role-${account.role}`;
    setText(part(this.root, "role"), this.texts.has(role) ? this.texts.say(role) : account.role);
    setText(part(this.root, "rights"), account.rights.map((right) => this.texts.say(`account-right-${right}`)).join(" · "));
    setShown(part(this.root, "due"), account.second_factor.required && !account.second_factor.active);
    setShown(part(this.root, "provided"), account.provided);
    for (const name of ["factor-section", "password-section"]) setShown(part(this.root, name), !account.provided);
    this.factor.show(account.second_factor);
    reconcile(part(this.root, "sessions"), account.sessions, (one) => one.id, (one) => this.#row(one), (row, one) => this.#fill(row, one));
    setShown(part(this.root, "end-others"), account.sessions.length > 1);
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  /** The sentence for a refusal; empty when it is time to sign on again. */
  words(problem) {
    if (problem.code === "unauthorized") this.ask(this.texts.say("admin-logged-out"));
    else return problem.code === "network" ? this.texts.say("admin-network") : problem.message;
    return "";
  }

  async #signOn(event) {
    event.preventDefault();
    const form = event.target;
    try {
      const session = await signOn(form);
      keepToken(session.token);
      form.reset();
      setText(part(this.root, "login-error"), "");
      await this.begin();
      part(this.root, "heading").focus();
    } catch (problem) {
      const plain = problem.status === 401 && !isSecondStep(problem);
      setText(part(this.root, "login-error"), plain ? this.texts.say("admin-login-wrong") : isSecondStep(problem) ? problem.message : this.words(problem));
    }
  }

  #signOff() {
    signOff();
    this.ask();
  }

  async #changePassword(form) {
    if (form.new.value !== form.again.value) {
      form.again.focus();
      throw new Error(this.texts.say("account-password-differ"));
    }
    const session = await this.api.post("/account/password", { current: form.current.value, password: form.new.value });
    keepToken(session.token);
    form.reset();
    await this.begin();
    this.say(this.texts.say("account-password-changed"));
  }

  async #end(path) {
    try {
      this.show(await this.api.post(path));
      this.say(this.texts.say("account-sessions-ended"));
    } catch (problem) {
      this.say(this.words(problem), "refused");
    }
  }

  #row(one) {
    const row = copyOf("session");
    part(row, "end").addEventListener("click", () => this.#end(`/account/sessions/${encodeURIComponent(one.id)}/end`));
    return row;
  }

  #fill(row, one) {
    const browser = one.browser || this.texts.say("account-session-program");
    setText(part(row, "browser"), browser);
    setShown(part(row, "here"), one.current);
    setShown(part(row, "end"), !one.current);
    setText(part(row, "when"), this.texts.say("account-session-when", { from: when(one.begun_at), to: when(one.seen_at) }));
    setAttribute(part(row, "end"), "aria-label", this.texts.say("account-session-end-label", { name: browser, from: when(one.begun_at) }));
  }
}

new Account(document.body);
