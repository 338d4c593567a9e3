import { copyOf, part, setShown, setText } from "../shared/js/dom.js";

/** What a change would mean, as the server words it: places of terms, visits outside, people whom nobody could call. */
export class Meaning {
  /** @param {string | null} about the department whose places are always told */
  constructor(root, texts, about) {
    Object.assign(this, { root, texts, about });
  }

  show({ effects, changes }) {
    const all = effects.departments;
    const own = all.find(({ id }) => id === this.about);
    setText(part(this.root, "places"), own?.places ?? "");
    part(this.root, "meaning").replaceChildren(...all.flatMap((one) => this.#department(one)));
    setShown(part(this.root, "nothing"), changes.length === 0);
    part(this.root, "changes").replaceChildren(...changes.map(place));
  }

  #department(one) {
    const told = [];
    const isNews = one.days.length + one.outside.length + one.stranded.length + one.blocked.length > 0 || one.unknown;
    if (one.id !== this.about && isNews) told.push(element("h3", one.name), ...(one.places ? [element("p", one.places)] : []));
    if (one.unknown) told.push(element("p", one.unknown));
    if (one.blocked.length) told.push(list(one.blocked.map(({ words }) => words)));
    if (one.stranded.length) told.push(list(one.stranded.map(({ words }) => words)));
    if (one.outside.length) told.push(this.#outside(one));
    if (one.days.length) told.push(element("p", this.texts.say("office-other-days")), list(one.days));
    return told;
  }

  #outside(one) {
    const node = copyOf("outside");
    setText(part(node, "words"), one.outside_words);
    setText(part(node, "more"), one.outside_more ? this.texts.say("office-outside-more", { n: one.outside_more }) : "");
    part(node, "rows").append(...one.outside.map((visit) => {
      const row = copyOf("visit");
      setText(part(row, "when"), visit.moment);
      setText(part(row, "service"), visit.service_name);
      setText(part(row, "code"), visit.code);
      setText(part(row, "why"), visit.words);
      return row;
    }));
    return node;
  }
}

/** A changed place: what stood there, struck out, and what stands there. */
export function place({ place: where, before, after }) {
  const item = element("li", `${where}: `);
  item.append(element("del", before), " → ", element("ins", after));
  return item;
}

export function element(name, words) {
  const node = document.createElement(name);
  node.textContent = words;
  return node;
}

export function list(lines) {
  const node = document.createElement("ul");
  node.append(...lines.map((line) => element("li", line)));
  return node;
}
