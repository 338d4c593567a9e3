import { copyOf, part, setAttribute, setShown, setText } from "../shared/js/dom.js";
import { sayContrast } from "./boards_accent.js";
import { Choices } from "./boards_choices.js";
import { write } from "./boards_draft.js";
import { choice, fill, flag, input, valueOf, words } from "./boards_fields.js";
import { Rows } from "./boards_rows.js";
import { Ways } from "./boards_ways.js";

/** The fields of a board and the draft that they write; the server alone says what is wrong. */
export class BoardForm {
  /** @param {HTMLElement} root  @param {import("../shared/js/texts.js").Texts} texts  @param {() => void} onChange after every change of the draft */
  constructor(root, texts, onChange) {
    Object.assign(this, { texts, onChange, form: part(root, "form") });
    const changed = () => this.#changed();
    this.choices = new Choices(this.form, texts, changed);
    this.ways = new Ways(this.form, texts);
    const rows = (kind) => new Rows(this.form, texts, kind, changed);
    this.ticker = rows({ name: "ticker", path: "ticker", blank: () => ({ pl: "" }), fields: (path) => [words(path, this.most.sentence)] });
    this.media = rows({ name: "media", path: "media", blank: () => ({ file: this.files[0]?.[0] ?? "", seconds: 15 }), fields: (path, item) => this.#medium(path, item) });
    this.hours = rows({ name: "hours", path: "sound.hours", blank: () => ({ from: "12:00", to: "13:00", volume: 40 }), fields: (path) => this.#hours(path) });
    this.form.addEventListener("input", (event) => this.#typed(event.target));
  }

  know({ choices, most }) {
    Object.assign(this, { most });
    this.files = choices.media.files.map(({ file }) => [file, file]);
    this.choices.know(choices.departments);
    this.ways.know(choices.arrows, most.place);
    [this.ticker.most, this.media.most, this.hours.most] = [most.ticker, this.files.length ? most.media : 0, most.hours];
    this.form.querySelector('[data-words="name"]').replaceChildren(words("name", most.name));
    setText(part(this.form, "ticker-hint"), this.texts.say("boards-ticker-hint", { n: most.ticker, left: most.sentence }));
    this.#folder(choices.media);
  }

  show(draft, isNew) {
    Object.assign(this, { draft, tried: false });
    this.choices.show(draft);
    for (const rows of [this.ticker, this.media, this.hours]) rows.show(draft);
    fill(this.form, draft);
    setShown(part(this.form, "id-field"), isNew);
    this.flag([]);
    this.#follow();
  }

  /**
   * Says what is wrong beside the fields. Nobody is told that something is missing before they tried to save (`asked`); from then on
   * all of it also stands in a list above.
   */
  flag(all, asked = false) {
    this.tried ||= asked;
    const errors = all.filter(({ code }) => this.tried || code !== "missing");
    flag(this.form, Object.fromEntries(errors.map(({ field, detail }) => [field, detail])));
    const box = part(this.form, "errors");
    part(box, "errors-list").replaceChildren(...errors.map((error) => this.#line(error)));
    setShown(box, this.tried && errors.length > 0);
    if (asked && errors.length) box.focus();
  }

  #line({ field, detail }) {
    const item = copyOf("error");
    const link = item.querySelector("a");
    const target = document.getElementById(`field-${field}`) ?? document.getElementById(`field-${field.split(".")[0]}`);
    const label = target?.closest(".ds-field")?.querySelector("label") ?? target?.querySelector("legend, h3");
    const group = target?.closest("fieldset")?.querySelector("legend");
    const what = [group !== label && group, label].filter(Boolean).map((node) => node.textContent).join(", ");
    setText(link, this.texts.say("boards-wrong-line", { what: what || field, detail }));
    setAttribute(link, "href", target && `#${target.id}`);
    link.addEventListener("click", (event) => {
      event.preventDefault();
      target?.closest("details")?.setAttribute("open", "");
      target?.focus();
    });
    return item;
  }

  #typed(node) {
    if (!node.dataset.path || (node.type === "time" && !node.value)) return;
    write(this.draft, node.dataset.path, valueOf(node));
    this.#changed();
  }

  #changed() {
    this.#follow();
    this.onChange();
  }

  /** What depends on what was chosen. */
  #follow() {
    setShown(part(this.form, "desk-field"), this.draft.layout === "desk");
    sayContrast(this.form, this.texts, this.draft.accent);
    this.ways.show(this.draft, this.choices.chosen.flatMap((one) => one.desks));
  }

  #medium(path, { file }) {
    const known = this.files.some(([name]) => name === file) || !file;
    const options = known ? this.files : [...this.files, [file, this.texts.say("boards-media-gone", { name: file })]];
    const [least, most] = this.most.seconds;
    const seconds = input(`${path}.seconds`, this.texts.say("boards-media-seconds"), { type: "number", min: least, max: most, inputMode: "numeric" });
    return [choice(`${path}.file`, this.texts.say("boards-media-file"), options), seconds];
  }

  #hours(path) {
    const time = (end) => input(`${path}.${end}`, this.texts.say(`boards-${end}`), { type: "time" });
    const volume = input(`${path}.volume`, this.texts.say("boards-volume"), { type: "number", min: 0, max: 100, step: 5, inputMode: "numeric" });
    return [time("from"), time("to"), volume];
  }

  #folder({ folder, files, unusable, most_mb: n }) {
    const said = part(this.form, "media-folder");
    const sentence = folder === null ? this.texts.say("boards-media-off") : this.texts.say("boards-media-folder", { name: folder, n });
    setText(said, files.length || folder === null ? sentence : `${this.texts.say("boards-media-empty")} ${sentence}`);
    const what = unusable.map(({ file, reason }) => `${file} (${this.texts.say(`boards-media-${reason}`)})`).join(", ");
    setShown(part(this.form, "media-unusable"), unusable.length > 0);
    setText(part(this.form, "media-unusable"), this.texts.say("boards-media-unusable", { what }));
  }
}
