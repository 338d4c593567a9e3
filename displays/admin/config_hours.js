import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";

const USUAL = "07:30-15:30";
const BREAK = "16:00-18:00";

/** The weekly grid and the exceptions of a department. */
export class Hours {
  /** @param {import("./config_form.js").Form} form */
  constructor(form) {
    Object.assign(this, { form, texts: form.texts });
    const { form: node } = form;
    [this.week, this.exceptions, this.none, this.date] = ["week", "exceptions", "exceptions-none"].map((name) => part(node, name)).concat(node.querySelector("#exception-date"));
    for (const row of this.week.children) {
      this.#wire(row, part(row, "name").textContent, () => this.hours.week, row.dataset.day);
    }
    part(node, "exception-add").addEventListener("click", () => this.#add());
  }

  get hours() {
    this.form.draft.hours.week ??= {};
    this.form.draft.hours.exceptions ??= {};
    return this.form.draft.hours;
  }

  show() {
    for (const row of this.week.children) this.#fill(row, this.hours.week[row.dataset.day] ?? []);
    const dates = Object.keys(this.hours.exceptions).sort();
    this.exceptions.replaceChildren(...dates.map((date) => this.#exception(date)));
    setShown(this.none, dates.length === 0);
  }

  #exception(date) {
    const row = copyOf("exception");
    Object.assign(row, { id: `field-hours.exceptions.${date}`, tabIndex: -1 });
    const name = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "full", timeZone: "UTC" }).format(new Date(`${date}T00:00:00Z`));
    setText(part(row, "name"), name);
    Object.assign(part(row, "wrong"), { id: `wrong-hours.exceptions.${date}` }).dataset.wrong = `hours.exceptions.${date}`;
    const remove = row.querySelector("[data-act=remove]");
    setAttribute(remove, "aria-label", this.texts.say("office-remove-one", { name }));
    remove.addEventListener("click", () => {
      delete this.hours.exceptions[date];
      this.form.refresh();
      this.form.changed();
      this.date.focus();
    });
    this.#wire(row, name, () => this.hours.exceptions, date);
    this.#fill(row, this.hours.exceptions[date]);
    return row;
  }

  #add() {
    const date = this.date.value;
    if (!date) return this.date.focus();
    this.hours.exceptions[date] ??= [];
    this.date.value = "";
    this.form.refresh();
    this.form.changed();
    document.getElementById(`field-hours.exceptions.${date}`).querySelector("input").focus();
  }

  /** `of()` is the map in which the day's spans stand under `key`. */
  #wire(row, name, of, key) {
    for (const input of row.querySelectorAll("[data-end]")) {
      setAttribute(input, "aria-label", this.texts.say(`office-${input.dataset.end}-one`, { name }));
      setAttribute(input, "aria-describedby", part(row, "wrong").id);
    }
    setAttribute(row.querySelector("[data-act=second]"), "aria-label", this.texts.say("office-second-one", { name }));
    part(row, "open").addEventListener("change", (event) => this.#set(row, of(), key, event.target.checked ? [this.#usual(of())] : []));
    row.querySelector("[data-act=second]").addEventListener("click", () => {
      const first = of()[key]?.[0] ?? USUAL;
      this.#set(row, of(), key, [first, BREAK]);
      row.querySelector('[data-span="1"] input').focus();
    });
    part(row, "spans").addEventListener("input", (event) => {
      event.stopPropagation();
      this.#set(row, of(), key, this.#read(row, of()[key] ?? []), false);
    });
  }

  /** A day that is opened has the hours of the others. */
  #usual(week) {
    return Object.values(week).find((spans) => spans.length)?.[0] ?? USUAL;
  }

  #read(row, held) {
    const spans = Array.from(row.querySelectorAll("[data-span]"), (span) => Array.from(span.querySelectorAll("input"), (input) => input.value));
    // A field that is being typed is not there yet: what stood there stays.
    return held.map((span, n) => (spans[n]?.every(Boolean) ? spans[n].join("-") : span));
  }

  #set(row, map, key, spans, isShown = true) {
    if (spans.length || map === this.hours.exceptions) map[key] = spans;
    else delete map[key];
    if (isShown) this.#fill(row, spans);
    this.form.changed();
  }

  #fill(row, spans) {
    part(row, "open").checked = spans.length > 0;
    setShown(part(row, "spans"), spans.length > 0);
    setShown(part(row, "closed"), spans.length === 0);
    setShown(row.querySelector("[data-act=second]"), spans.length === 1);
    for (const span of row.querySelectorAll("[data-span]")) {
      const [from, to] = (spans[span.dataset.span] ?? "-").split("-");
      setShown(span, Boolean(spans[span.dataset.span]));
      const [first, last] = span.querySelectorAll("input");
      [first.value, last.value] = [from, to];
    }
  }
}
