import { ServerClock } from "../shared/js/clock.js";
import { Texts } from "../shared/js/texts.js";
import { part, setText } from "../shared/js/dom.js";
import { Announcer } from "./announcer.js";
import { Banner } from "./banner.js";
import { CallPanel } from "./call.js";
import { History } from "./history.js";
import { Media } from "./media.js";
import { Settings, callsOf } from "./settings.js";
import { applySetup } from "./setup.js";
import { Ticker } from "./ticker.js";
import { Waiting } from "./waiting.js";

/** Everything that is seen: takes whole views and settings, and shows them in nodes that are there from the start. */
export class Stage {
  #view = {};
  #calls = [];

  /**
   * @param {{onShown: (call: object) => void, onCalls: (fresh: object[], calls: object[]) => void, onSetup: (setup: object) => void}} handlers
   * told of a call that stands large for the first time, of calls that are new on this screen (oldest first) with all that stand, and of
   * changed settings
   */
  constructor(root, { onShown, onCalls, onSetup }) {
    this.root = root;
    this.onShown = onShown;
    this.onCalls = onCalls;
    this.clock = new ServerClock();
    this.texts = Texts.ofPage();
    this.settings = new Settings(root.dataset.board, (setup) => {
      onSetup(setup);
      this.settle(setup);
    });
    this.#build(this.setup);
    this.announcer = new Announcer(this.clock, (call, fresh) => this.#show(call, fresh));
    this.settle(this.setup);
  }

  get setup() {
    return this.settings.value;
  }

  /** Takes a whole view. */
  take({ now, view }) {
    this.clock.sync(now);
    this.#view = view;
    void this.settings.follow(view.revision);
    this.banner.emergency(view.emergency ?? null);
    this.banner.hours(view, now);
    this.panel.does(view.desks?.[this.setup.desk]);
    this.waiting.show(view.waiting ?? []);
    this.#announce();
    this.tick(0);
  }

  /** Takes changed settings; what stands stays. */
  settle(setup) {
    applySetup(this.root, setup, this.texts);
    for (const one of [this.panel, this.history, this.waiting, this.banner, this.ticker]) one.settle(setup);
    this.media.show(setup.media);
    if (this.#view.calls) this.#announce();
  }

  /** Stops whatever moves while nobody is there. */
  rest(isNight) {
    this.media.pause(isNight);
  }

  /** One second has passed. */
  tick(seconds = 1) {
    setText(part(this.root, "clock"), this.clock.wall().slice(11, 16));
    if (seconds > 0) for (const one of [this.waiting, this.ticker, this.media]) one.tick();
  }

  #announce() {
    this.#calls = callsOf(this.#view, this.setup);
    this.onCalls(this.announcer.take(this.#calls), this.#calls);
  }

  #build(setup) {
    const { root, texts } = this;
    this.panel = new CallPanel(root, texts, setup);
    this.history = new History(root, texts, setup);
    this.waiting = new Waiting(root, texts, setup);
    this.ticker = new Ticker(root, setup);
    this.media = new Media(root);
    this.banner = new Banner(root, texts, setup);
  }

  /** Shows `call` large and all the others in the list; `fresh` is a call nobody has seen yet. */
  #show(call, fresh) {
    this.panel.show(call, fresh);
    this.history.show(this.#calls.filter((other) => other.seq !== call?.seq), this.announcer);
    if (fresh) this.onShown(call);
  }
}
