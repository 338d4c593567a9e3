/** The lobby board: takes whole views and shows them in nodes that are there from the start. */
import { ServerClock, everySecond } from "../shared/js/clock.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { LiveSocket, socketUrl } from "../shared/js/socket.js";
import { Texts } from "../shared/js/texts.js";
import { Announcer } from "./announcer.js";
import { CallPanel } from "./call.js";
import { Care } from "./care.js";
import { History } from "./history.js";
import { Waiting } from "./waiting.js";

const SMALL_MARK = 5_000;
const BANNER = 30_000;

const root = document.body;
const texts = Texts.ofPage();
const clock = new ServerClock();
const panel = new CallPanel(root, texts);
const history = new History(root);
const waiting = new Waiting(root, texts);
const care = new Care(root, clock);
const announcer = new Announcer(clock, show);

let calls = [];
const board = encodeURIComponent(root.dataset.board);
const socket = new LiveSocket(() => socketUrl(`/ws/boards/${board}`), { onView: take });

function take({ now, view }) {
  clock.sync(now);
  calls = view.calls ?? [];
  panel.showHours(view);
  waiting.show(view.waiting ?? []);
  announcer.take(calls);
  tick();
}

/** Shows `call` large and all the others in the list; `fresh` is a call nobody has seen yet. */
function show(call, fresh) {
  panel.show(call, fresh);
  history.show(calls.filter((other) => other.seq !== call?.seq), announcer);
  if (fresh) socket.send({ type: "announced", seq: call.seq });
}

function tick() {
  setText(part(root, "clock"), clock.wall().slice(11, 16));
  const lost = socket.lostSince === null ? 0 : performance.now() - socket.lostSince;
  setShown(part(root, "link"), lost > SMALL_MARK && lost <= BANNER);
  setShown(part(root, "lost"), lost > BANNER);
  waiting.tick();
  care.tick();
}

everySecond(tick);
