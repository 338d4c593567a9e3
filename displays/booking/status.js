// Renews the ticket's status in place. The server's page is the only source: it is fetched again and its parts are put in.
// Without script the page renews itself by <meta http-equiv="refresh">.

const EVERY_MS = 20_000;
const TIMEOUT_MS = 10_000;

/** Whether the citizen is just using the form, so that nothing may move under the hand. */
const busy = () => document.querySelector(".leave[open]") !== null;

/** Puts what changed into the page. The live region itself stays in its place, so that only a real change is announced. */
function put(page) {
  for (const id of ["headline", "as-of", "leave"]) {
    const now = document.getElementById(id);
    const next = page.getElementById(id);
    if (now && !next) now.remove();
    else if (now && (id === "leave" || now.textContent !== next.textContent)) now.replaceChildren(...next.childNodes);
  }
  const status = page.getElementById("status");
  if (status) document.getElementById("status").dataset.state = status.dataset.state;
  document.title = page.title;
}

async function renew() {
  if (document.hidden || busy()) return;
  try {
    const answer = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.ok) put(new DOMParser().parseFromString(await answer.text(), "text/html"));
  } catch {
    // The network is away: what is shown carries its hour, and the next round tries again.
  }
}

setInterval(renew, EVERY_MS);
document.addEventListener("visibilitychange", renew);
