import { part, setText } from "../shared/js/dom.js";
import { DeviceFields } from "./device_fields.js";

/** The dialog that gives a device another name or place, and a lobby screen something else to show. */
export class DeviceChange {
  /** @param {(device: object, value: object) => Promise<void>} onSave throws what the server refused  @param {(problem: object) => string} words */
  constructor(root, texts, onSave, words) {
    Object.assign(this, { texts, onSave, words });
    this.dialog = root.querySelector("#change");
    this.form = part(this.dialog, "change-form");
    this.fields = new DeviceFields(this.form, texts);
    this.form.addEventListener("submit", (event) => this.#save(event));
    part(this.dialog, "change-close").addEventListener("click", () => this.dialog.close());
  }

  open(device) {
    this.device = device;
    setText(part(this.dialog, "change-title"), this.texts.say("devices-change-title", { name: device.name }));
    setText(part(this.dialog, "change-error"), "");
    this.fields.fill(device);
    this.dialog.showModal();
  }

  async #save(event) {
    event.preventDefault();
    try {
      await this.onSave(this.device, this.fields.value());
      this.dialog.close();
    } catch (problem) {
      this.fields.refused(problem);
      const words = this.words(problem);
      // A session that ended is said where one signs on again.
      if (!words) return this.dialog.close();
      setText(part(this.dialog, "change-error"), problem.body?.errors ? "" : words);
    }
  }
}
