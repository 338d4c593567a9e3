import { part, setShown, setText } from "../shared/js/dom.js";
import { onSubmit } from "./forms.js";

/** The second factor: set up by a picture and a first code, taken away or given new recovery codes with the password. */
export class Factor {
  constructor(root, page) {
    this.root = root;
    this.page = page;
    onSubmit(part(root, "factor-begin"), (form) => this.#begin(form));
    onSubmit(part(root, "factor-confirm"), (form) => this.#confirm(form));
    onSubmit(part(root, "factor-change"), (form, what) => (what === "remove" ? this.#remove(form) : this.#renew(form)));
    part(root, "print").addEventListener("click", () => window.print());
  }

  show({ active, required, recovery_codes_left: left }) {
    const { texts } = this.page;
    setText(part(this.root, "factor-state"), active ? texts.say("account-factor-on", { n: left }) : texts.say("account-factor-off"));
    setShown(part(this.root, "factor-begin"), !active);
    setShown(part(this.root, "factor-confirm"), false);
    setShown(part(this.root, "factor-change"), active);
    setShown(part(this.root, "factor-remove"), active && !required);
  }

  async #begin(form) {
    const { secret, picture } = await this.page.api.post("/account/second-factor", { password: form.password.value });
    form.reset();
    setShown(form, false);
    setShown(part(this.root, "factor-confirm"), true);
    setText(part(this.root, "secret"), secret);
    part(this.root, "picture").src = `data:image/svg+xml,${encodeURIComponent(picture)}`;
    this.root.querySelector("#factor-code").focus();
  }

  async #confirm(form) {
    const code = form.code.value.replaceAll(" ", "");
    const { recovery_codes: codes } = await this.page.api.post("/account/second-factor/confirm", { code });
    form.reset();
    part(this.root, "picture").removeAttribute("src");
    setText(part(this.root, "secret"), "");
    await this.page.begin();
    this.page.say(this.page.texts.say("account-factor-done"));
    this.#tell(codes);
  }

  async #renew(form) {
    const { recovery_codes: codes } = await this.page.api.post("/account/recovery-codes", { password: form.password.value });
    form.reset();
    await this.page.begin();
    this.#tell(codes);
  }

  async #remove(form) {
    if (!window.confirm(this.page.texts.say("account-factor-remove-sure"))) return;
    this.page.show(await this.page.api.post("/account/second-factor/remove", { password: form.password.value }));
    form.reset();
    setShown(part(this.root, "recovery"), false);
    this.page.say(this.page.texts.say("account-factor-removed"));
  }

  /** Nothing stays behind for whoever signs on next. */
  forget() {
    part(this.root, "codes").replaceChildren();
    setShown(part(this.root, "recovery"), false);
    setText(part(this.root, "secret"), "");
    part(this.root, "picture").removeAttribute("src");
  }

  /** Shows the codes once; they are nowhere else afterwards. */
  #tell(codes) {
    const items = codes.map((code) => Object.assign(document.createElement("li"), { textContent: code }));
    part(this.root, "codes").replaceChildren(...items);
    setShown(part(this.root, "recovery"), true);
    part(this.root, "recovery").focus();
  }
}
