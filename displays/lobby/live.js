import { part, setShown } from "../shared/js/dom.js";
import { LiveSocket, socketUrl } from "../shared/js/socket.js";
import { markLink } from "./link.js";
import { Paired } from "./paired.js";
import { Renewal } from "./renewal.js";
import { Report, doneWishes, rememberWish } from "./report.js";
import { Loudspeaker } from "./sound.js";
import { Speaker } from "./speaker.js";
import { Watchdog } from "./watchdog.js";

const SOON = 2_000;
/** The id of a wish that nobody made: the server only says where this screen belongs. */
const NOBODYS = "go";

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
    this.paired = new Paired();
    const address = () => socketUrl(`/ws/boards/${encodeURIComponent(root.dataset.board)}${this.paired.query}`);
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

  /** Wishes of the office; one that is fulfilled already is only confirmed. A wish without a name only says where this screen belongs. */
  #hear({ type, wishes }) {
    if (type === "refused") return this.paired.refused();
    if (type !== "wishes" || !Array.isArray(wishes)) return;
    const done = doneWishes();
    const open = wishes.filter((wish) => wish.kind === "reload" && !done.includes(wish.id));
    this.to = open[0]?.to;
    const goes = this.paired.isElsewhere(this.to);
    this.wishes = open.map((wish) => wish.id).filter((id) => id !== NOBODYS);
    if (this.wishes.length > 0 || goes) this.renewal.want("wish", SOON);
    else if (wishes.length > 0 && open.length === 0) this.report.say();
  }

  /**
   * The page is about to go: whatever wishes there are, this fulfils them, and what was announced is not announced again. It says so now,
   * too: a browser that remembers nothing would be asked for ever. True when it goes to another address by itself.
   */
  #leave() {
    this.stage.announcer.remember();
    for (const wish of this.wishes ?? []) rememberWish(wish);
    if (this.wishes?.length > 0) this.report.say(this.wishes);
    return this.paired.follow(this.to);
  }

  #sounds() {
    setShown(part(this.root, "sound"), this.speaker.state === "blocked");
  }

  #facts() {
    const { layout } = this.stage.setup;
    return { layout, sound: this.speaker.state, version: this.root.dataset.version ?? null, seq: Math.max(0, this.socket.seq) };
  }
}
