// Keeps the ticket's status live. Without script the page refreshes itself by <meta http-equiv="refresh">.

import { Alerts } from "./ticket/alerts.js";
import { TicketStream } from "./ticket/stream.js";
import { TicketView } from "./ticket/view.js";

const root = document.getElementById("status");
const view = new TicketView(root);
const alerts = new Alerts((on) => view.showAlerts(on));
const stream = new TicketStream(root.dataset.events, {
  onState: (state) => {
    view.show(state);
    alerts.heed(state);
  },
  onPage: (page) => view.copy(page),
  onLink: (link) => view.showLink(link),
});

for (const part of root.querySelectorAll("[data-script]")) part.hidden = false;
root.querySelector("[data-action=pause]").addEventListener("click", () => stream.turn());
root.querySelector("[data-action=alerts]").addEventListener("click", () => alerts.turn());
view.settle();
stream.open();
