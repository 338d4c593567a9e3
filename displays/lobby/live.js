import { part, setShown } from "../shared/js/dom.js";
import { LiveSocket, socketUrl } from "../shared/js/socket.js";
import { markLink } from "./link.js";
import { Renewal } from "./renewal.js";
import { Report, doneWishes, rememberWish } from "./report.js";
import { Loudspeaker } from "./sound.js";
import { Speaker } from "./speaker.js";
import { Watchdog } from "./watchdog.js";

const SOON = 2_000;

/** What a screen on a wall has and a preview has not: the connection, the voice, and the care for itself. */
export class Live {
  constructor(root, stage) {
    this.root = root;
    this.stage = stage;
    const tell = (call, how) => this.report.tell(call, how);
    const loudspeaker = new Loudspeaker(() => this.#sounds());
    const onSpeak = (call) => stage.announcer.speaks(call);
    this.speaker = new Speaker({ clock: stage.clock, loudspeaker, tell, onSpeak });
    this.report = new Report((message) => this.socket?.send(message) ?? false, () => this.#facts());
    this.renewal = new Renewal(stage.clock, () => this.speaker.isBusy || stage.announcer.isBusy, () => this.#leave());
    this.watchdog = new Watchdog(() => this.report.errors, (reason) => this.renewal.want(reason));
    part(root, "sound").addEventListener("click", () => loudspeaker.unlock());
    this.settle(stage.setup);
    const address = () => socketUrl(`/ws/boards/${encodeURIComponent(root.dataset.board)}${token()}`);
    this.socket = new LiveSocket(address, {
      onView: (message) => this.#take(message),
      onLink: (isLive) => this.#link(isLive),
      onOther: (message) => this.#hear(message),
      probe: "/healthz",
    });
  }

  /** A call was put on the glass. */
  shown(call) {
    this.report.tell(call, "shown");
  }

  /** Calls are new on this screen. */
  called(fresh, calls) {
    this.speaker.take(fresh, calls);
  }

  /** Takes changed settings. */
  settle(setup) {
    this.speaker.settle(setup);
    this.renewal.settle(setup);
    this.#sounds();
  }

  /** One second has passed. */
  tick() {
    markLink(this.root, this.socket.lostSince);
    this.speaker.tick();
    this.report.tick();
    this.renewal.tick();
    this.#sounds();
    this.watchdog.tick();
  }

  #take(message) {
    this.stage.take(message);
    const { version } = this.root.dataset;
    if (version && message.view.version && message.view.version !== version) this.renewal.want("version");
    else this.renewal.unwant("version");
  }

  #link(isLive) {
    markLink(this.root, this.socket?.lostSince ?? null);
    if (isLive) this.report.connected();
  }

  /** Wishes of the office; one that is fulfilled already is only confirmed. */
  #hear({ type, wishes }) {
    if (type !== "wishes" || !Array.isArray(wishes)) return;
    const done = doneWishes();
    const open = wishes.filter((wish) => wish.kind === "reload" && !done.includes(wish.id));
    this.wishes = open.map((wish) => wish.id);
    if (open.length > 0) this.renewal.want("wish", SOON);
    else if (wishes.length > 0) this.report.say();
  }

  /** The page is about to go: whatever wishes there are, this fulfils them, and what was announced is not announced again. */
  #leave() {
    this.stage.announcer.remember();
    for (const wish of this.wishes ?? []) rememberWish(wish);
  }

  #sounds() {
    setShown(part(this.root, "sound"), this.speaker.state === "blocked");
  }

  #facts() {
    const { layout } = this.stage.setup;
    return { layout, sound: this.speaker.state, version: this.root.dataset.version ?? null, seq: Math.max(0, this.socket.seq) };
  }
}

/** The token of a paired screen, kept by the page that paired it; a screen without one is public. */
function token() {
  return "";
}
