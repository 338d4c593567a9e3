/** The data-protection officer's page: finds, hands out and erases what is held about one person. The server decides who may and logs each use. */
import { Api } from "../shared/js/api.js";
import { copyOf, part, reconcile, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { saidIn } from "../shared/js/said.js";
import { Menu } from "../shared/js/menu.js";
import { heldToken, isSecondStep, signOff, signOn } from "../shared/js/sign_on.js";
import { Texts } from "../shared/js/texts.js";

const KEY = "okienko.admin.token";

class Officer {
  constructor(root) {
    this.root = root;
    this.texts = Texts.ofPage();
    this.api = new Api(() => sessionStorage.getItem(KEY));
    this.whose = null;
    this.menu = new Menu(root);
    part(root, "login-form").addEventListener("submit", (event) => this.#on(event, () => this.signOn(event.target)));
    part(root, "find").addEventListener("submit", (event) => this.#on(event, () => this.find(event.target)));
    part(root, "found").addEventListener("submit", (event) => this.#on(event, () => this.erase(event.target)));
    part(root, "export").addEventListener("click", () => this.export());
    part(root, "logout").addEventListener("click", () => {
      signOff();
      this.end();
    });
    const token = sessionStorage.getItem(KEY) ?? heldToken();
    if (!token) return this.ask();
    sessionStorage.setItem(KEY, token);
    this.work();
  }

  ask(reason = "") {
    this.menu.close();
    this.show([]);
    setShown(part(this.root, "work"), false);
    setShown(part(this.root, "logout"), false);
    setShown(part(this.root, "login"), true);
    setText(part(this.root, "login-error"), reason);
    this.root.querySelector("#login").focus();
  }

  work() {
    setShown(part(this.root, "login"), false);
    setShown(part(this.root, "work"), true);
    setShown(part(this.root, "logout"), true);
    this.menu.open(sessionStorage.getItem(KEY));
  }

  end(reason) {
    sessionStorage.removeItem(KEY);
    this.ask(reason);
  }

  async signOn(form) {
    try {
      const session = await signOn(form);
      if (!session.rights.includes("privacy")) return this.end(this.texts.say("admin-forbidden"));
      sessionStorage.setItem(KEY, session.token);
      form.reset();
      this.work();
      this.root.querySelector("#who").focus();
    } catch (problem) {
      const plain = problem.status === 401 && !isSecondStep(problem);
      setText(part(this.root, "login-error"), plain ? this.texts.say("admin-login-wrong") : this.#words(problem));
    }
  }

  async find(form) {
    const who = form.elements.who.value.trim();
    this.whose = who.includes("@") ? { email: who } : { phone: who };
    await this.#list((count) => (count ? this.texts.say("dpo-found", { name: count }) : this.texts.say("dpo-none")));
  }

  async erase(form) {
    const chosen = Array.from(form.querySelectorAll("input:checked"), (box) => box.value);
    if (chosen.length === 0) return this.say(this.texts.say("dpo-choose"), "refused");
    if (!window.confirm(this.texts.say("dpo-erase-sure", { name: chosen.length }))) return;
    try {
      const { erased } = await this.api.post("/privacy/erase", { appointments: chosen });
      await this.#list(() => this.texts.say("dpo-erased", { name: erased.length }));
    } catch (problem) {
      this.refused(problem);
    }
  }

  async export() {
    try {
      const all = await this.api.post("/privacy/export", this.whose);
      const link = document.createElement("a");
      link.href = URL.createObjectURL(new Blob([JSON.stringify(all, null, 2)], { type: "application/json" }));
      link.download = `okienko-${all.generated_at.slice(0, 10)}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
      this.say(this.texts.say("dpo-exported"));
    } catch (problem) {
      this.refused(problem);
    }
  }

  say(sentence, mood = "done") {
    saidIn(this.root, sentence, mood);
  }

  show(appointments) {
    setShown(part(this.root, "found"), appointments.length > 0);
    reconcile(part(this.root, "rows"), appointments, (one) => one.id, () => copyOf("row"), (row, one) => this.#fill(row, one));
  }

  refused(problem) {
    if (problem.status === 401) this.end(this.texts.say("admin-logged-out"));
    else if (problem.status === 403) this.end(this.texts.say("admin-forbidden"));
    else if (problem.code === "invalid_phone" || problem.code === "invalid_email") this.say(this.texts.say("dpo-invalid"), "refused");
    else this.say(this.#words(problem), "refused");
  }

  async #list(words) {
    try {
      const { appointments } = await this.api.post("/privacy/find", this.whose);
      this.show(appointments);
      this.say(words(appointments.length));
    } catch (problem) {
      this.show([]);
      this.refused(problem);
    }
  }

  #fill(row, one) {
    const when = `${one.start.slice(8, 10)}/${one.start.slice(5, 7)}/${one.start.slice(0, 4)} ${one.start.slice(11, 16)}`;
    const box = row.querySelector("input");
    box.value = one.id;
    setAttribute(box, "aria-label", this.texts.say("dpo-select", { name: when }));
    setText(part(row, "when"), when);
    setText(part(row, "service"), one.service_name ?? one.service);
    setText(part(row, "name"), one.name);
    setText(part(row, "contact"), [one.phone, one.email].filter(Boolean).join(", "));
    setText(part(row, "state"), this.texts.say(`dpo-state-${one.state}`));
  }

  #words(problem) {
    return problem.code === "network" ? this.texts.say("admin-network") : problem.message;
  }

  async #on(event, work) {
    event.preventDefault();
    const button = event.target.querySelector("button[type=submit]");
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    await work().finally(() => button.removeAttribute("aria-disabled"));
  }
}

new Officer(document.body);
