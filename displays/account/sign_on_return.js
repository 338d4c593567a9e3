/** The way back from the identity provider: what it sent leaves the address at once and is exchanged for a session, or the page says why not. */
import { Api } from "../shared/js/api.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { keepSession } from "../shared/js/sign_on.js";

const root = document.body;
const returned = new URLSearchParams(location.search);
history.replaceState(null, "", location.pathname);

function refuse({ body, code, message }) {
  setText(part(root, "heading"), body?.title || part(root, "heading").textContent);
  setText(part(root, "sentence"), code === "network" ? root.dataset.network : message);
  setShown(part(root, "ways"), true);
  part(root, "heading").focus();
}

async function signOn() {
  const body = { state: returned.get("state") ?? "", code: returned.get("code") ?? "" };
  for (const name of ["iss", "error"]) if (returned.has(name)) body[name] = returned.get(name);
  try {
    keepSession(await new Api().post("/session/openid", body));
    // The address of the return is left behind: going back does not lead here again.
    location.replace(root.dataset.next);
  } catch (problem) {
    refuse(problem);
  }
}

signOn();
