/** The administrator's page of what the law asks the office to publish: the information clause, the declaration of accessibility, where weaknesses are reported. */
import { Texts } from "../shared/js/texts.js";
import { LANGUAGES } from "./boards_draft.js";
import { Editor } from "./config_editor.js";
import { List } from "./config_list.js";
import { SignOn } from "./sign_on.js";

const PLACE = ["office", "law"];
const LISTS = { recipients: "privacy.recipients", more: "privacy.more", gaps: "declaration.gaps" };
/** Words of the declaration that are there even when they are empty. */
const PLAIN = ["person", "email", "phone"];

class Law {
  constructor(root) {
    this.texts = Texts.ofPage();
    this.signOn = new SignOn(root, this.texts, () => this.editor.load());
    this.editor = new Editor(root, this.texts, this.signOn, {
      pick: ({ office: { law } }) => ({ office: { law } }),
      changes: ({ office: { law } }) => [{ path: PLACE, value: lean(law) }],
    });
    const { form } = this.editor;
    const lists = Object.entries(LISTS).map(([name, path]) => new List(form, { name, path: `office.law.${path}`, blank: () => ({ pl: "" }), title: ({ pl }) => pl }));
    const applications = new List(form, {
      name: "applications", path: "office.law.declaration.applications", blank: () => ({ name: { pl: "" }, url: "" }), title: ({ name }) => name.pl,
    });
    form.with(...lists, applications);
    this.signOn.begin();
  }
}

/** As it is sent: texts have Polish, if only as what is missing, and a basis that says nothing is the usual one. */
function lean(draft) {
  const law = structuredClone(draft);
  const { privacy, declaration } = law;
  const whole = (words) => ({ pl: "", ...words });
  privacy.basis = LANGUAGES.some((language) => privacy.basis?.[language]?.trim()) ? whole(privacy.basis) : null;
  privacy.officer ??= "";
  for (const key of PLAIN) declaration[key] ??= "";
  privacy.controller = whole(privacy.controller);
  for (const key of ["architecture", "communication"]) declaration[key] = whole(declaration[key]);
  for (const [list, key] of [[privacy, "recipients"], [privacy, "more"], [declaration, "gaps"]]) list[key] = list[key].map(whole);
  declaration.applications = declaration.applications.map((one) => ({ ...one, name: whole(one.name) }));
  return law;
}

new Law(document.body);
