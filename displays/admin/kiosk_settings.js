import { part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { TicketPreview } from "./ticket_preview.js";

/** The form with the office's settings of its kiosks. Everything is saved at once, or nothing. */
export class KioskSettings {
  constructor(root, texts, api, say, refused) {
    Object.assign(this, { root, texts, api, say, refused });
    this.form = part(root, "settings");
    this.template = this.form.elements.template;
    this.preview = new TicketPreview(root, api, () => this.template.value, (problem) => this.#previewed(problem));
    this.form.addEventListener("submit", (event) => this.#save(event));
    this.template.addEventListener("input", () => this.preview.soon());
    part(root, "house").addEventListener("click", () => this.#house());
  }

  async load() {
    this.#take(await this.api.get("/kiosk-settings"));
  }

  #take(known) {
    this.known = known;
    const { alert_mail, pin, pin_clear, offline_numbers, offline_booked } = this.form.elements;
    alert_mail.value = known.alert_mail ?? "";
    [pin.value, pin_clear.checked] = ["", false];
    offline_numbers.value = known.offline_numbers;
    offline_booked.value = known.offline_booked;
    this.template.value = known.template ?? known.house_template;
    this.template.maxLength = known.template_most;
    setText(part(this.root, "pin-set"), this.texts.say(known.pin_set ? "devices-pin-yes" : "devices-pin-no"));
    setShown(pin_clear.closest("label"), known.pin_set);
    part(this.root, "values").replaceChildren(...known.values.map((name) => value(name)));
    this.#flag({});
    this.preview.now();
  }

  #house() {
    this.template.value = this.known.house_template;
    this.preview.now();
  }

  async #save(event) {
    event.preventDefault();
    const { alert_mail, pin, pin_clear, offline_numbers, offline_booked } = this.form.elements;
    const own = this.template.value.trim() !== this.known.house_template.trim();
    const body = {
      alert_mail: alert_mail.value.trim() || null,
      offline_numbers: Number(offline_numbers.value),
      offline_booked: Number(offline_booked.value),
      template: own ? this.template.value : null,
      ...(pin.value ? { pin: pin.value } : pin_clear.checked && { pin: null }),
    };
    try {
      this.#take(await this.api.post("/kiosk-settings", body));
      this.say(this.texts.say("devices-saved"));
    } catch (problem) {
      const wrong = Object.fromEntries((problem.body?.errors ?? []).map(({ field, code }) => [field, this.#sentence(field, code, problem)]));
      this.#flag(wrong);
      this.refused(problem);
      this.form.elements[Object.keys(wrong)[0]]?.focus();
    }
  }

  #previewed(problem) {
    const wrong = part(this.root, "settings").querySelector('[data-wrong="template"]');
    if (problem && problem.code !== "invalid_template") return this.refused(problem);
    setText(wrong, problem ? this.#template(problem) : "");
    setAttribute(this.template, "aria-invalid", problem ? "true" : null);
  }

  #sentence(field, code, problem) {
    if (field === "template") return this.#template(problem);
    const key = `devices-wrong-${code}`;
    return this.texts.has(key) ? this.texts.say(key) : problem.message;
  }

  #template({ body }) {
    const { line, code, detail } = body.template ?? {};
    const known = `devices-template-${code}`;
    const words = this.texts.has(known) ? this.texts.say(known, { detail }) : detail;
    return line ? this.texts.say("devices-template-line", { line, detail: words }) : words;
  }

  #flag(wrong) {
    for (const node of this.form.querySelectorAll("[data-wrong]")) {
      setText(node, wrong[node.dataset.wrong] ?? "");
      setAttribute(this.form.elements[node.dataset.wrong], "aria-invalid", node.dataset.wrong in wrong ? "true" : null);
    }
  }
}

function value(name) {
  const item = document.createElement("li");
  item.append(Object.assign(document.createElement("code"), { textContent: `{{ ${name} }}` }));
  return item;
}
