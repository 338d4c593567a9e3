import { hoursMinutes } from "../shared/js/clock.js";
import { part, setText } from "../shared/js/dom.js";

/** The last calls, in rows that stand in the page from the start. */
export class History {
  constructor(root) {
    this.rows = Array.from(root.querySelectorAll('[data-part="history-row"]'));
  }

  /** @param {object[]} calls newest first, without the large one  @param {{isWaiting: (seq: number) => boolean}} announcer */
  show(calls, announcer) {
    this.rows.forEach((row, index) => {
      const call = calls[index];
      row.classList.toggle("is-empty", !call);
      row.classList.toggle("is-new", Boolean(call) && announcer.isWaiting(call.seq));
      setText(part(row, "row-code"), call?.code);
      setText(part(row, "row-desk"), call ? (call.desk_label ?? call.desk) : "");
      setText(part(row, "row-time"), hoursMinutes(call?.called_at));
    });
  }
}
