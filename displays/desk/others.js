import { newKey } from "../shared/js/api.js";

/** What can be done with a ticket that waits for somebody: another matter or priority, its check-in taken back, its paper printed again. */
export class Others {
  constructor(desk) {
    this.desk = desk;
  }

  async open(ticket) {
    const asked = await this.desk.dialogs.ticket(this.desk.view, ticket);
    if (asked) await this.send(asked.act, asked.body, ticket.code);
  }

  /** Sends it and says what came of it; answers whether it was done. */
  async send(act, body, code) {
    const { desk } = this;
    try {
      const answer = await desk.api.post(`/desks/${encodeURIComponent(desk.id)}/${act}`, body, newKey());
      if (answer.waiting) desk.show(answer);
      desk.say(this.#done(act, code, answer));
      return true;
    } catch (problem) {
      desk.fails(problem);
      return false;
    }
  }

  #done(act, code, answer) {
    const { texts } = this.desk;
    if (act === "reprint") return texts.say("desk-reprinted", { code, what: answer.kiosk?.name });
    if (act === "change") return texts.say("desk-ticket-saved", { code });
    return texts.say(act === "revert-check-in" ? "desk-ticket-reverted" : "desk-done");
  }
}
