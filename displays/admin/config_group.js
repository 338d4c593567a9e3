import { setShown } from "../shared/js/dom.js";
import { read, write } from "./boards_draft.js";

/** A part of the draft that is there or not: a box to tick (`data-group`), and the fields that belong to it (`data-of`). */
export class Group {
  /** @param {import("./config_form.js").Form} form  @param {string} path  @param {() => object} blank what stands there when it is ticked */
  constructor(form, path, blank) {
    Object.assign(this, { form, path });
    this.box = form.form.querySelector(`[data-group="${path}"]`);
    this.fields = form.form.querySelector(`[data-of="${path}"]`);
    this.box.addEventListener("change", () => {
      write(form.draft, path, this.box.checked ? blank() : null);
      form.refresh();
      form.changed();
    });
  }

  show(draft) {
    this.box.checked = Boolean(read(draft, this.path));
    setShown(this.fields, this.box.checked);
  }
}
