// A proof of work beside a form: a number whose SHA-256 begins with zero bits. It is looked for while the visitor reads; nobody has to see,
// hear or solve anything. Who cannot run this books all the same and confirms by mail.

/** Hashes at once; the browser makes them beside the page, which stays quick under the hand. */
const AT_ONCE = 256;
/** Then it is given up, and the visit is confirmed by mail. */
const PATIENCE = 45_000;

/** The first number that makes SHA-256 of `{challenge}:{number}` begin with `bits` zero bits; null after `until`. */
export async function solve(challenge, bits, until = Infinity) {
  const text = new TextEncoder();
  const hash = (number) => crypto.subtle.digest("SHA-256", text.encode(`${challenge}:${number}`));
  for (let from = 0; performance.now() < until; from += AT_ONCE) {
    const hashes = await Promise.all(Array.from({ length: AT_ONCE }, (_, step) => hash(from + step)));
    const found = hashes.findIndex((one) => zeros(new Uint8Array(one)) >= bits);
    if (found >= 0) return from + found;
  }
  return null;
}

function zeros(bytes) {
  const whole = bytes.findIndex((byte) => byte !== 0);
  return whole < 0 ? bytes.length * 8 : whole * 8 + Math.clz32(bytes[whole]) - 24;
}

/** Solves beside the form that holds `place`; a press that comes sooner waits for it. */
function attend(place) {
  const form = place.closest("form");
  const answer = place.querySelector("[name=proof_answer]");
  const show = (state) => {
    for (const node of place.querySelectorAll("[data-proof-state]")) node.hidden = node.dataset.proofState !== state;
  };
  let done = false;
  const work = solve(place.dataset.proof, Number(place.dataset.bits), performance.now() + PATIENCE)
    .catch(() => null)
    .then((number) => {
      done = true;
      answer.value = number ?? "";
      show(number === null ? "mail" : "");
    });
  form.addEventListener("submit", (event) => {
    if (done) return;
    event.preventDefault();
    show("working");
    work.then(() => form.requestSubmit(event.submitter));
  });
}

for (const place of document.querySelectorAll("[data-proof]")) attend(place);
