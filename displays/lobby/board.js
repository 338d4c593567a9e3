/** A lobby screen: shows what the office sends, speaks its calls, and keeps itself well for years. */
import { everySecond } from "../shared/js/clock.js";
import { Care } from "./care.js";
import { Live } from "./live.js";
import { isPreview, previews } from "./preview.js";
import { Stage } from "./stage.js";

const root = document.body;
let live = null;
const stage = new Stage(root, {
  onShown: (call) => live?.shown(call),
  onCalls: (fresh, calls) => live?.called(fresh, calls),
  onSetup: (setup) => settle(setup),
});
const care = new Care(root, stage.clock);

function settle(setup) {
  care.settle(setup);
  live?.settle(setup);
}

function tick() {
  stage.tick();
  care.tick();
  stage.rest(care.isNight);
  live?.tick();
}

settle(stage.setup);
if (isPreview()) previews(stage);
else live = new Live(root, stage);
everySecond(tick);
