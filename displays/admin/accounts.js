/** Accounts: links to set a password, lost second factors, sessions. The server decides whose account may be touched. */
import { day } from "../shared/js/clock.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Texts } from "../shared/js/texts.js";
import { SignOn } from "./sign_on.js";

class Accounts {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.load());
    part(root, "copy").addEventListener("click", () => this.#copy());
    this.signOn.begin();
  }

  async load() {
    this.show(await this.signOn.api.get("/accounts"));
  }

  show({ accounts }) {
    reconcile(part(this.root, "rows"), accounts, (one) => one.login, (one) => this.#row(one.login), (row, one) => this.#fill(row, one));
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  async #act(work, sentence) {
    try {
      await work();
      if (sentence) this.say(sentence);
    } catch (problem) {
      this.say(this.signOn.words(problem), "refused");
    }
  }

  async #link(login) {
    const { url, expires_at: until } = await this.signOn.api.post(`/accounts/${encodeURIComponent(login)}/link`);
    setText(part(this.root, "link-title"), this.texts.say("accounts-link-title", { name: login }));
    part(this.root, "link-url").value = url;
    setText(part(this.root, "link-until"), this.texts.say("accounts-link-until", { to: `${day(until)}, ${until.slice(11, 16)}` }));
    setShown(part(this.root, "link"), true);
    part(this.root, "link").focus();
  }

  async #copy() {
    const field = part(this.root, "link-url");
    field.select();
    try {
      await navigator.clipboard.writeText(field.value);
      this.say(this.texts.say("accounts-copied"));
    } catch {
      // Without the right to the clipboard the text is selected, ready for the keyboard.
      field.focus();
    }
  }

  #row(login) {
    const row = copyOf("row");
    const path = `/accounts/${encodeURIComponent(login)}`;
    const { texts } = this;
    part(row, "make-link").addEventListener("click", () => this.#act(() => this.#link(login)));
    part(row, "sign-out").addEventListener("click", () => this.#act(async () => this.show(await this.signOn.api.post(`${path}/sign-out`)), texts.say("accounts-signed-out", { name: login })));
    part(row, "remove-factor").addEventListener("click", () => {
      if (!window.confirm(texts.say("accounts-remove-factor-sure", { name: login }))) return;
      this.#act(async () => this.show(await this.signOn.api.post(`${path}/second-factor/remove`)), texts.say("accounts-factor-removed", { name: login }));
    });
    part(row, "remove").addEventListener("click", () => {
      if (!window.confirm(texts.say("accounts-remove-sure", { name: login }))) return;
      this.#act(async () => this.show(await this.signOn.api.post(`${path}/remove`)), texts.say("accounts-removed", { name: login }));
    });
    return row;
  }

  #fill(row, one) {
    const { texts } = this;
    const role = `account-role-${one.role}`;
    setText(part(row, "login"), one.login);
    setText(part(row, "role"), texts.has(role) ? texts.say(role) : one.role);
    setText(part(row, "place"), [...one.departments, one.desk && texts.say("accounts-desk", { name: one.desk })].filter(Boolean).join(", "));
    setText(part(row, "password"), texts.say(one.provided ? "accounts-password-provided" : one.has_password ? "accounts-password-set" : "accounts-password-none"));
    part(row, "password").classList.toggle("accounts-missing", !one.has_password && !one.provided);
    const factor = one.provided ? "provided" : one.second_factor ? "on" : one.second_factor_required ? "due" : "off";
    setText(part(row, "factor"), texts.say(`accounts-factor-${factor}`));
    part(row, "factor").classList.toggle("accounts-missing", factor === "due");
    setText(part(row, "sessions"), one.sessions);
    setShown(part(row, "make-link"), one.mine_to_change && !one.provided);
    setShown(part(row, "sign-out"), one.mine_to_change && one.sessions > 0);
    setShown(part(row, "remove-factor"), one.mine_to_change && one.second_factor);
    setShown(part(row, "remove"), one.mine_to_change && one.provided);
    for (const name of ["make-link", "sign-out", "remove-factor", "remove"]) setAttribute(part(row, name), "aria-label", `${part(row, name).textContent} – ${one.login}`);
  }
}

new Accounts(document.body);
