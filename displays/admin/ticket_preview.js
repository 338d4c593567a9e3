import { Problem } from "../shared/js/api.js";
import { part, setAttribute, setShown } from "../shared/js/dom.js";

/** How long after the last key the picture is made anew. */
const PAUSE = 400;

/** The printed ticket as a picture, by the template as it stands in the field. */
export class TicketPreview {
  #timer = 0;
  #asked = 0;

  /** @param {() => string} template  @param {(problem: Problem | null) => void} onDone told what is wrong, or that all is well */
  constructor(root, api, template, onDone) {
    Object.assign(this, { api, template, onDone });
    this.image = part(root, "preview");
    [this.language, this.width] = ["language", "width"].map((name) => part(root, name));
    this.language.value = document.documentElement.lang;
    for (const select of [this.language, this.width]) select.addEventListener("change", () => this.now());
  }

  soon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.now(), PAUSE);
  }

  async now() {
    const asked = ++this.#asked;
    const wish = { template: this.template(), language: this.language.value, width: Number(this.width.value) };
    try {
      const picture = await this.#picture(wish);
      if (asked !== this.#asked) return;
      setAttribute(this.image, "src", picture.address);
      setAttribute(this.image, "alt", picture.words);
      setShown(this.image, true);
      this.onDone(null);
    } catch (problem) {
      if (asked === this.#asked) this.onDone(problem);
    }
  }

  async #picture(wish) {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${this.api.token()}`, "Accept-Language": document.documentElement.lang };
    const answer = await fetch(`${this.api.base}/kiosk-template/preview`, { method: "POST", headers, body: JSON.stringify(wish), cache: "no-store" }).catch(() => {
      throw new Problem(0, {});
    });
    if (!answer.ok) throw new Problem(answer.status, await answer.json().catch(() => ({})));
    const option = (select) => select.selectedOptions[0].textContent;
    return { address: await dataAddress(await answer.blob()), words: `${document.getElementById("preview-title").textContent}: ${option(this.language)}, ${option(this.width)}` };
  }
}

/** As a `data:` address: the content policy lets no other picture in that has no address of its own. */
function dataAddress(blob) {
  return new Promise((done, failed) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => failed(new Problem(0, {}));
    reader.readAsDataURL(blob);
  });
}
