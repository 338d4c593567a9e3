import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { LANGUAGES, read, write } from "./boards_draft.js";

/** The fields of a page and the draft that they write; the server alone says what is wrong. */
export class Form {
  /** @param {HTMLElement} form  @param {import("../shared/js/texts.js").Texts} texts  @param {() => void} onChange after every change of the draft */
  constructor(form, texts, onChange) {
    Object.assign(this, { form, texts, onChange, parts: [], tried: false });
    for (const box of form.querySelectorAll("[data-words]")) fillWords(box, box.dataset.words, texts);
    form.addEventListener("input", (event) => this.#typed(event.target));
  }

  /** Lists and other parts that show the draft in their own way and follow its changes. */
  with(...parts) {
    this.parts.push(...parts);
    return this;
  }

  show(draft) {
    Object.assign(this, { draft, tried: false });
    this.refresh();
    this.flag([]);
  }

  /** Shows the draft anew, as after a list has grown. */
  refresh() {
    for (const one of this.parts) one.show(this.draft);
    for (const node of this.form.querySelectorAll("[data-path]")) fill(node, read(this.draft, node.dataset.path));
    this.follow();
  }

  /** After a part has changed the draft. */
  changed() {
    this.follow();
    this.onChange();
  }

  follow() {
    for (const one of this.parts) one.follow?.(this.draft);
    for (const node of this.form.querySelectorAll("[data-shown-with]")) setShown(node, read(this.draft, node.dataset.shownWith));
    for (const node of this.form.querySelectorAll("[data-missing]")) this.#missing(node, read(this.draft, node.dataset.missing));
  }

  /**
   * Says what is wrong beside the fields. Nobody is told that something is missing before they tried to save (`asked`); from then on all
   * of it also stands in a list above.
   */
  flag(all, asked = false) {
    this.tried ||= asked;
    const errors = all.filter(({ code }) => this.tried || code !== "missing");
    const wrong = Object.fromEntries(errors.map(({ field, detail }) => [field, detail]));
    for (const node of this.form.querySelectorAll("[data-wrong]")) {
      setText(node, wrong[node.dataset.wrong] ?? "");
      const field = document.getElementById(`field-${node.dataset.wrong}`);
      if (field?.matches("input, select, textarea")) setAttribute(field, "aria-invalid", node.dataset.wrong in wrong ? "true" : null);
    }
    const box = part(this.form, "errors");
    part(box, "errors-list").replaceChildren(...errors.map((error) => this.#line(error)));
    setShown(box, this.tried && errors.length > 0);
    if (asked && errors.length) box.focus();
  }

  #line({ field, detail }) {
    const item = copyOf("error");
    const link = item.querySelector("a");
    const target = this.#target(field);
    const label = target?.closest(".ds-field")?.querySelector("label") ?? target?.querySelector("legend, h2, [data-part=name]");
    const group = target?.closest(".cfg-row")?.querySelector("legend");
    const what = [group !== label && group, label].filter(Boolean).map((node) => node.textContent).join(", ");
    setText(link, what ? this.texts.say("office-wrong-line", { what, detail }) : detail);
    setAttribute(link, "href", target ? `#${target.id}` : null);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target?.focus();
    });
    return item;
  }

  /** The field itself, else the nearest part of the page that holds it. */
  #target(field) {
    const steps = field.split(".");
    for (let end = steps.length; end > 0; end -= 1) {
      const name = steps.slice(0, end).join(".");
      const found = document.getElementById(`field-${name}`) ?? document.getElementById(name);
      if (found && this.form.contains(found)) return found;
    }
    return null;
  }

  #typed(node) {
    if (!node.dataset.path || (node.type === "time" && !node.value && !("optional" in node.dataset))) return;
    write(this.draft, node.dataset.path, valueOf(node));
    this.changed();
  }

  #missing(node, words) {
    const gone = words?.pl?.trim() ? LANGUAGES.filter((language) => !words[language]?.trim()) : [];
    const languages = gone.map((language) => this.texts.say(`office-${language}`)).join(", ");
    setText(node, gone.length ? this.texts.say("office-missing-words", { languages }) : "");
  }
}

/** Fields of words in every language. */
export function fillWords(box, path, texts) {
  const fields = LANGUAGES.map((language) => {
    const field = copyOf("long" in box.dataset ? "words-long" : "words");
    const input = part(field, "input");
    setText(part(field, "label"), texts.say(`office-${language}`));
    Object.assign(input, { lang: language, maxLength: box.dataset.most });
    wire(field, input, `${path}.${language}`);
    return field;
  });
  box.replaceChildren(...fields);
}

/** Gives a field its place in the draft, its label and the words of its mistake. */
export function wire(field, node, path) {
  node.dataset.path = path;
  node.id = `field-${path}`;
  setAttribute(part(field, "label"), "for", node.id);
  const [wrong, hint] = [part(field, "wrong"), part(field, "hint")];
  Object.assign(wrong, { id: `wrong-${path}` });
  wrong.dataset.wrong = path;
  if (hint) hint.id = `hint-${path}`;
  setAttribute(node, "aria-describedby", [hint?.id, wrong.id].filter(Boolean).join(" "));
}

function fill(node, value) {
  if (node.type === "checkbox") node.checked = Boolean(value);
  else if (node.type === "time") node.value = value?.slice(0, 5) ?? "";
  else if ("lines" in node.dataset) node.value = value?.join("\n") ?? "";
  else node.value = value ?? "";
}

function valueOf(node) {
  if (node.type === "checkbox") return node.checked;
  if (node.value.trim() === "" && "optional" in node.dataset) return null;
  if (node.type === "time") return `${node.value}:00`;
  if ("lines" in node.dataset) return node.value.split("\n").map((line) => line.trim()).filter(Boolean);
  // Whole and near the range, so that the server can say what is wrong with it.
  if (node.type === "number") return Math.max(0, Math.min(Math.trunc(Number(node.value)) || 0, 2 * Number(node.max)));
  return node.value;
}
