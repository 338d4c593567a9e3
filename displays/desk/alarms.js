import { copyOf, part, reconcile, setShown, setText } from "../shared/js/dom.js";

/** So often a call for help that nobody has answered is heard again. */
const AGAIN = 8_000;

/** Calls for help: the own one, quietly, and those of colleagues, seen and heard until somebody says that they come. */
export class Alarms {
  #heardAt = -AGAIN;
  #alarms = [];

  constructor(desk, sounds) {
    this.desk = desk;
    this.sounds = sounds;
    this.list = part(desk.root, "alarms");
    part(desk.root, "alarm").addEventListener("click", () => this.#raise());
    this.list.addEventListener("click", (event) => this.#press(event));
  }

  show(view) {
    const { texts } = this.desk;
    this.#alarms = view.alarms ?? [];
    reconcile(this.list, this.#alarms, (alarm) => alarm.desk, () => copyOf("alarm-row"), (row, alarm) => {
      const own = alarm.desk === view.desk;
      setText(part(row, "text"), words(texts, alarm, own));
      setShown(part(row, "answer"), !own && !alarm.answered);
      setShown(part(row, "end"), own || Boolean(alarm.answered));
    });
    this.tick();
  }

  /** Heard at colleagues' desks only: the visitor at the own desk shall notice nothing. */
  tick() {
    if (!this.asking || this.desk.bar.accompanied || performance.now() - this.#heardAt < AGAIN) return;
    this.#heardAt = performance.now();
    this.sounds.alarm();
  }

  /** Whether a colleague waits for an answer. */
  get asking() {
    return this.#alarms.find((alarm) => !alarm.answered && alarm.desk !== this.desk.id) ?? null;
  }

  async #raise() {
    const { dialogs, texts } = this.desk;
    const sure = await dialogs.confirm({ title: "desk-alarm-title", text: texts.say("desk-alarm-text"), submit: "desk-alarm-submit" });
    if (sure) await this.desk.others.send("alarm", {});
  }

  async #press(event) {
    const button = event.target.closest("button");
    const at = button?.closest("[data-key]")?.dataset.key;
    if (at) await this.desk.others.send(button.dataset.part === "answer" ? "alarm/answer" : "alarm/end", { at });
  }
}

function words(texts, { label, coming, answered }, own) {
  if (answered === "supervisor") return own ? texts.say("desk-alarm-supervisor") : texts.say("desk-alarm-supervisor-to", { desk: label });
  if (own) return coming ? texts.say("desk-alarm-coming", { desk: coming }) : texts.say("desk-alarm-own");
  return coming ? texts.say("desk-alarm-coming-to", { desk: label, what: coming }) : texts.say("desk-alarm-at", { desk: label });
}
