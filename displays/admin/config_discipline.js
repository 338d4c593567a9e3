import { part, setShown, setText } from "../shared/js/dom.js";

/** The parameters of each order of calls, with what they are when it is chosen. */
const PARAMETERS = {
  strict: {}, fcfs: {}, due: { lead: 5 }, punctual: { lead: 5, cap: 2 }, ratio: { n: 2, lead: 5 }, deadline: { minutes: 15 },
  accumulating: { b: 0.5 }, max_wait: { minutes: 30, lead: 5 },
};

/** Who is next: a rule, explained, with its numbers. */
export class Discipline {
  /** @param {import("./config_form.js").Form} form */
  constructor(form) {
    Object.assign(this, { form, texts: form.texts });
    this.name = form.form.querySelector("#discipline-name");
    this.fields = form.form.querySelectorAll("[data-param]");
    this.name.addEventListener("change", () => {
      form.draft.discipline = { name: this.name.value, ...PARAMETERS[this.name.value] };
      this.show();
      form.changed();
    });
    for (const field of this.fields) field.querySelector("input").addEventListener("input", (event) => this.#typed(field.dataset.param, event.target));
  }

  show() {
    const discipline = this.form.draft.discipline;
    this.name.value = discipline.name;
    setText(part(this.form.form, "discipline-words"), this.texts.say(`office-discipline-${discipline.name}-words`));
    for (const field of this.fields) {
      setShown(field, field.dataset.param in discipline);
      field.querySelector("input").value = discipline[field.dataset.param] ?? "";
    }
  }

  #typed(name, input) {
    const number = Number(input.value) || 0;
    this.form.draft.discipline[name] = name === "b" ? number : Math.trunc(number);
    this.form.changed();
  }
}
