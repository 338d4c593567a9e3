import { day } from "../shared/js/clock.js";
import { part, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";

/** Calls `work` on each submit, once at a time; what it throws is said in the form itself. `value` is that of the button pressed. */
export function onSubmit(form, work) {
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (form.dataset.busy) return;
    form.dataset.busy = "yes";
    const error = part(form, "error");
    setText(error, "");
    try {
      await work(form, event.submitter?.value);
    } catch (problem) {
      setText(error, problem.code === "network" ? Texts.ofPage().say("admin-network") : problem.message);
    } finally {
      delete form.dataset.busy;
    }
  });
}

/** Day and time as the office writes them. */
export function when(instant) {
  return `${day(instant)}, ${instant.slice(11, 16)}`;
}
