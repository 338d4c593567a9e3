import { part, setAttribute, setShown } from "../shared/js/dom.js";
import { sampleCall, sampleView } from "./boards_sample.js";

/** How long after the last key the preview is made anew. */
const PAUSE = 250;
/** Sample calls that stand there from the start, and the most there are. */
const FIRST = 3;
const MOST = 12;

/** The real lobby page in a frame, set up by the draft before anything is saved. */
export class Preview {
  #timer = 0;
  #asked = 0;
  #address = "";
  #calls = [];
  #setup = null;

  /** @param {(errors: object[]) => void} onErrors told what is wrong with the draft  @param {(problem: Error) => void} refused */
  constructor(root, texts, api, onErrors, refused) {
    Object.assign(this, { root, texts, api, onErrors, refused });
    [this.frame, this.glass, this.shape] = ["frame", "glass", "shape"].map((name) => part(root, name));
    this.frame.addEventListener("load", () => this.#send());
    this.shape.addEventListener("change", () => this.#fit());
    part(root, "sample").addEventListener("click", () => this.#sample());
    part(root, "clear").addEventListener("click", () => this.#clear());
    new ResizeObserver(() => this.#fit()).observe(this.glass);
  }

  /** Any saved board's page will do: the draft's setup takes its place. */
  know(boards) {
    this.known = boards.map(({ board }) => board.id);
    setShown(part(this.root, "preview-none"), boards.length === 0);
    setShown(this.glass, boards.length > 0);
  }

  soon(board) {
    this.board = board;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#now(), this.#setup ? PAUSE : 0);
  }

  stop() {
    clearTimeout(this.#timer);
    this.#asked += 1;
    [this.#setup, this.#address, this.#calls] = [null, "", []];
    this.frame.removeAttribute("src");
  }

  async #now() {
    const asked = ++this.#asked;
    try {
      const { setup, errors } = await this.api.post("/board-settings/preview", { board: this.board });
      if (asked !== this.#asked) return;
      this.onErrors(errors);
      this.#setup = setup;
      while (this.#calls.length < FIRST && setup.desks.length) this.#calls.unshift(sampleCall(setup, this.#calls.length));
      this.#show();
    } catch (problem) {
      if (asked === this.#asked) this.refused(problem);
    }
  }

  /** What decides how the page is built stands in its address; everything else is told to it. */
  #show() {
    if (!this.known.length) return;
    const { layout, theme, languages, desk } = this.#setup;
    const id = this.known.includes(this.board.id) ? this.board.id : this.known[0];
    const wishes = new URLSearchParams({ preview: "1", layout, theme, lang: languages.join(","), ...(desk && { desk }) });
    const address = `/lobby/${encodeURIComponent(id)}?${wishes}`;
    if (address === this.#address) return this.#send();
    this.#address = address;
    setAttribute(this.frame, "src", address);
    this.#fit();
  }

  #send() {
    if (!this.#setup) return;
    const { now, view } = sampleView(this.#setup, this.#calls);
    this.frame.contentWindow.postMessage({ type: "preview", setup: this.#setup, view, now }, location.origin);
  }

  #sample() {
    if (!this.#setup?.desks.length) return;
    this.#calls = [sampleCall(this.#setup, (this.#calls[0]?.seq ?? 0)), ...this.#calls].slice(0, MOST);
    this.#send();
  }

  #clear() {
    this.#calls = [];
    this.#send();
  }

  #fit() {
    const [width, height] = this.shape.value.split("x").map(Number);
    setAttribute(this.glass, "data-tall", height > width ? "" : null);
    const scale = this.glass.clientWidth / width;
    Object.assign(this.frame.style, { width: `${width}px`, height: `${height}px`, transform: `scale(${scale})` });
    this.glass.style.height = `${height * scale}px`;
  }
}
