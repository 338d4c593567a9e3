import { part, setAttribute, setText } from "../shared/js/dom.js";
import { runningTime } from "./current.js";
import { PAGE } from "./live.js";

const NARROW = { width: 420, height: 72 };
const OPEN = { width: 420, height: 640 };
/** So long a refusal stands in the bar before the facts come back. */
const SAID = 5_000;

/**
 * The narrow bar beside other work: the same page in a small window, where the big button, three commands and a way to the rest are left.
 * Elsewhere it is the button that opens it.
 */
export class Bar {
  #saidUntil = 0;

  constructor(desk) {
    this.desk = desk;
    this.is = desk.root.dataset.bar !== undefined;
    this.more = part(desk.root, "bar-more");
    this.more.addEventListener("click", () => this.turn(this.narrow));
    part(desk.root, "bar-open").addEventListener("click", () => this.#open());
  }

  /** Whether only the bar is seen now. */
  get narrow() {
    return this.desk.root.dataset.bar === "narrow";
  }

  /** Whether the page that opened it is there: that one makes the sounds. */
  get accompanied() {
    const opener = window.opener && !window.opener.closed;
    return this.is && Boolean(window.top !== window || opener);
  }

  /** Makes room for what does not fit into the bar: a dialog, the form to sign on. */
  makeRoom() {
    if (this.narrow) this.turn(true);
  }

  turn(open) {
    setAttribute(this.desk.root, "data-bar", open ? "open" : "narrow");
    setAttribute(this.more, "aria-expanded", open);
    setText(part(this.more, "bar-more-text"), this.desk.texts.say(open ? "desk-bar-less" : "desk-bar-more"));
    if (window.top !== window || window.opener) resize(open ? OPEN : NARROW);
  }

  show(view) {
    if (!this.is) return;
    const { texts } = this.desk;
    setText(part(this.desk.root, "mini-code"), view.current?.code ?? texts.say(`desk-state-${view.state}`));
    this.tick();
  }

  tick() {
    const { view, texts, clock, alarms } = this.desk;
    if (!this.is || !view) return;
    setText(part(this.desk.root, "mini-timer"), runningTime(view.current, clock));
    if (performance.now() < this.#saidUntil) return;
    const waiting = texts.say("desk-bar-waiting", { n: view.counts?.waiting ?? 0 });
    const asking = alarms.asking && texts.say("desk-alarm-at", { desk: alarms.asking.label });
    const lost = this.desk.root.dataset.link === "offline" && texts.say("desk-offline");
    this.#facts(asking || lost || [view.current?.service_name, waiting].filter(Boolean).join(" · "), asking || lost ? "refused" : null);
  }

  /** What was refused is seen in the bar, too. */
  say(message, kind) {
    if (!this.is || kind === "done") return;
    this.#saidUntil = performance.now() + SAID;
    this.#facts(message, kind);
  }

  #facts(text, kind) {
    const line = part(this.desk.root, "mini-facts");
    setAttribute(line, "data-kind", kind);
    setAttribute(line, "title", text);
    setText(line, text);
  }

  /** Chromium's own always-on-top window where there is one, else a small window of the ordinary kind. */
  async #open() {
    const { desk } = this;
    if (this.is) return;
    const address = new URL(`/desk/${encodeURIComponent(desk.id)}/bar?lang=${document.documentElement.lang}#page=${PAGE}`, location.href).href;
    if (globalThis.documentPictureInPicture && (await onTop(address, desk.session))) return;
    const opened = window.open(address, `okienko-bar-${desk.id}`, `popup,width=${NARROW.width},height=${NARROW.height}`);
    if (!opened) desk.say(desk.texts.say("desk-bar-blocked"), "refused");
  }
}

/** Makes the small window so large inside its frame; a page in a tab keeps its size. */
function resize({ width, height }) {
  const { outerWidth, innerWidth, outerHeight, innerHeight } = window.top;
  try {
    window.top.resizeTo(width + outerWidth - innerWidth, height + outerHeight - innerHeight);
  } catch {
    // Only right after a press: until then the window is scrolled.
  }
}

async function onTop(address, session) {
  try {
    const small = await documentPictureInPicture.requestWindow(NARROW);
    session.lend(small.sessionStorage);
    const frame = small.document.createElement("iframe");
    frame.src = address;
    frame.title = document.title;
    small.document.title = document.title;
    small.document.documentElement.lang = document.documentElement.lang;
    Object.assign(small.document.body.style, { margin: "0", overflow: "hidden" });
    Object.assign(frame.style, { border: "0", display: "block", width: "100vw", height: "100vh" });
    small.document.body.append(frame);
    return true;
  } catch {
    // Not allowed here, or not now: the ordinary window is the way.
    return false;
  }
}
