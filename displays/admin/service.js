/** The administrator's page of a service: its card, as citizens read it before they come, and from when on supervisors are warned. */
import { part, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { LANGUAGES } from "./boards_draft.js";
import { Editor } from "./config_editor.js";
import { Group } from "./config_group.js";
import { List } from "./config_list.js";
import { SignOn } from "./sign_on.js";

/** The house's marks, which the document leaves out. */
const USUAL = { wait_minutes: { warning: 30, critical: 60 }, people: { warning: 0, critical: 0 } };

class Service {
  constructor(root) {
    this.root = root;
    this.place = ["departments", root.dataset.department, "services", root.dataset.service];
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.editor.load());
    this.editor = new Editor(root, this.texts, this.signOn, {
      pick: (document) => whole(this.#held(document) ?? this.#gone()),
      changes: (draft) => [{ path: this.place, value: lean(draft) }],
      shown: (document) => this.#shown(this.#held(document)),
    });
    const { form } = this.editor;
    const bring = new List(form, { name: "bring", path: "card.bring", blank: () => ({ pl: "" }), title: ({ pl }) => pl });
    form.with(bring, new Group(form, "card.online", () => ({ note: { pl: "" }, url: null })));
    this.signOn.begin();
  }

  #held({ departments }) {
    const [, department, , service] = this.place;
    return departments.find(({ id }) => id === department)?.services.find(({ id }) => id === service);
  }

  /** The service is not there any more: the way back to its department. */
  #gone() {
    location.assign(`/admin/departments/${encodeURIComponent(this.root.dataset.department)}${location.search}`);
    return { id: this.root.dataset.service, letter: "", name: { pl: "" }, duration_minutes: 15, walk_in: true };
  }

  #shown(held) {
    if (held) setText(part(this.root, "title"), `${held.letter}: ${held.name[this.texts.language] || held.name.pl}`);
  }
}

/** With every key there. */
function whole(service) {
  return { ...service, card: { bring: [], words: [], ...service.card }, thresholds: { ...structuredClone(USUAL), ...service.thresholds } };
}

/** As it is sent: texts that say nothing are left out, and Polish is there, if only as what is missing. */
function lean(draft) {
  const service = structuredClone(draft);
  const { card } = service;
  for (const key of ["fee", "place"]) card[key] = said(card[key]);
  if (card.online) card.online.note = { pl: "", ...card.online.note };
  card.bring = card.bring.map((words) => ({ pl: "", ...words }));
  return service;
}

function said(words) {
  return LANGUAGES.some((language) => words?.[language]?.trim()) ? { pl: "", ...words } : null;
}

new Service(document.body);
