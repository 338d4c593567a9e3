/** The administrator's page: lets devices in by the code on their screen, and takes them out. The server decides who may. */
import { Api } from "../shared/js/api.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";

const KEY = "okienko.admin.token";

class Admin {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.api = new Api(() => sessionStorage.getItem(KEY));
    part(root, "login-form").addEventListener("submit", (event) => this.#on(event, () => this.signOn(event.target)));
    part(root, "approve").addEventListener("submit", (event) => this.#on(event, () => this.approve(event.target)));
    part(root, "logout").addEventListener("click", () => this.end());
    if (sessionStorage.getItem(KEY)) this.list().catch((problem) => this.refused(problem));
    else this.ask();
  }

  ask(reason = "") {
    setShown(part(this.root, "work"), false);
    setShown(part(this.root, "logout"), false);
    setShown(part(this.root, "login"), true);
    setText(part(this.root, "login-error"), reason);
    this.root.querySelector("#login").focus();
  }

  end(reason) {
    sessionStorage.removeItem(KEY);
    this.ask(reason);
  }

  async signOn(form) {
    try {
      const session = await new Api().post("/session", { login: form.login.value.trim(), password: form.password.value });
      sessionStorage.setItem(KEY, session.token);
      form.reset();
      await this.list();
    } catch (problem) {
      if (problem.status === 403) return this.end(this.texts.say("admin-forbidden"));
      setText(part(this.root, "login-error"), problem.status === 401 ? this.texts.say("admin-login-wrong") : this.#words(problem));
    }
  }

  async approve(form) {
    const code = form.elements.code.value.replace(/[^A-Za-z]/g, "");
    const name = form.elements.name.value.trim();
    if (!code) return this.say(this.texts.say("admin-code-unknown"), "refused");
    try {
      await this.api.post(`/pairings/${encodeURIComponent(code)}/approve`, { name });
      form.reset();
      this.say(this.texts.say("admin-approved", { name }));
      await this.list();
    } catch (problem) {
      if (problem.status === 404) this.say(this.texts.say("admin-code-unknown"), "refused");
      else this.refused(problem);
    }
  }

  async revoke(device) {
    if (!window.confirm(this.texts.say("admin-revoke-sure", { name: device.name }))) return;
    try {
      await this.api.post(`/devices/${encodeURIComponent(device.id)}/revoke`);
      this.say(this.texts.say("admin-revoked", { name: device.name }));
      await this.list();
    } catch (problem) {
      this.refused(problem);
    }
  }

  async list() {
    const devices = await this.api.get("/devices");
    setShown(part(this.root, "login"), false);
    setShown(part(this.root, "work"), true);
    setShown(part(this.root, "logout"), true);
    setShown(part(this.root, "none"), devices.length === 0);
    setShown(part(this.root, "table"), devices.length > 0);
    reconcile(part(this.root, "rows"), devices, (device) => device.id, (device) => this.#row(device), (row, device) => this.#fill(row, device));
  }

  say(sentence, mood = "done") {
    const said = part(this.root, "said");
    setAttribute(said, "data-mood", mood);
    setText(said, sentence);
  }

  refused(problem) {
    if (problem.status === 401) this.end(this.texts.say("admin-logged-out"));
    else if (problem.status === 403) this.end(this.texts.say("admin-forbidden"));
    else {
      setShown(part(this.root, "work"), true);
      this.say(this.#words(problem), "refused");
    }
  }

  #words(problem) {
    return problem.code === "network" ? this.texts.say("admin-network") : problem.message;
  }

  #row(device) {
    const row = copyOf("row");
    part(row, "revoke").addEventListener("click", () => this.revoke(device));
    return row;
  }

  #fill(row, device) {
    setAttribute(row, "data-state", device.state);
    setText(part(row, "name"), device.name);
    setText(part(row, "kind"), this.texts.say(`admin-kind-${device.kind}`));
    setText(part(row, "state"), this.texts.say(`admin-state-${device.state}`));
    const button = part(row, "revoke");
    setText(button, this.texts.say("admin-revoke"));
    setAttribute(button, "aria-label", this.texts.say("admin-revoke-label", { name: device.name }));
    setShown(button, device.state === "active");
  }

  async #on(event, work) {
    event.preventDefault();
    const button = event.target.querySelector("button[type=submit]");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await work().finally(() => button.removeAttribute("aria-disabled"));
  }
}

new Admin(document.body);
