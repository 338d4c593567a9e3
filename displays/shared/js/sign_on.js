import { Api } from "./api.js";

/** Where pages of staff keep the session of this tab; the last one holds an object with the token in it. */
const TOKENS = ["okienko.admin.token", "okienko.desk.token"];
const OBJECT = "okienko.staff.session";

/**
 * Signs on by a form with `login` and `password`. Where the account has a second factor, the form's field for the code is shown, and the
 * refusal `second_factor_required` says so; sent once more with a code it goes through. Who has yet to set one up is led to the account.
 * @param {HTMLFormElement} form  @returns {Promise<object>} the session
 * @throws {import("./api.js").Problem}
 */
export async function signOn(form) {
  const { login, password, code } = form.elements;
  const field = form.querySelector('[data-part="code-field"]');
  const typed = field?.hidden === false ? code.value.trim() : "";
  try {
    const session = await new Api().post("/session", { login: login.value.trim(), password: password.value, ...(typed && { code: typed }) });
    if (field) field.hidden = true;
    if (session.second_factor_due) await lead(session.token);
    return session;
  } catch (problem) {
    if (field && isSecondStep(problem)) {
      field.hidden = false;
      code.value = "";
      code.focus();
    }
    throw problem;
  }
}

/** Whether a refusal is about the code: then its own sentence is the one to show. */
export function isSecondStep(problem) {
  return problem.code === "second_factor_required" || problem.code === "second_factor_wrong";
}

/** The token of this tab, whichever page got it; null without one. */
export function heldToken() {
  const plain = TOKENS.map((key) => sessionStorage.getItem(key)).find(Boolean);
  return plain ?? JSON.parse(sessionStorage.getItem(OBJECT) ?? "null")?.token ?? null;
}

/** Puts a new token in the place of the old one on every page of this tab. */
export function keepToken(token) {
  const held = TOKENS.filter((key) => sessionStorage.getItem(key));
  const session = JSON.parse(sessionStorage.getItem(OBJECT) ?? "null");
  if (session) sessionStorage.setItem(OBJECT, JSON.stringify({ ...session, token }));
  for (const key of held.length || session ? held : TOKENS.slice(0, 1)) sessionStorage.setItem(key, token);
}

/** Keeps a session for every page of this tab. */
export function keepSession({ token, rights }) {
  for (const key of TOKENS) sessionStorage.setItem(key, token);
  sessionStorage.setItem(OBJECT, JSON.stringify({ token, rights }));
}

/** Forgets the sign-on of this tab on every page. */
export function forgetToken() {
  for (const key of [...TOKENS, OBJECT]) sessionStorage.removeItem(key);
}

/** Ends the sign-on of this tab on every page, and at the server. */
export function signOff() {
  const kept = JSON.parse(sessionStorage.getItem(OBJECT) ?? "null")?.token;
  const tokens = new Set([...TOKENS.map((key) => sessionStorage.getItem(key)), kept].filter(Boolean));
  forgetToken();
  for (const token of tokens) {
    // Without a network the session ends by itself; the page forgets it in any case.
    fetch("/api/v1/session", { method: "DELETE", headers: { Authorization: `Bearer ${token}` }, keepalive: true }).catch(() => null);
  }
}

function lead(token) {
  keepToken(token);
  if (location.pathname === "/account") return null;
  location.assign(`/account?lang=${document.documentElement.lang}`);
  // The page is left: nothing of it goes on.
  return new Promise(() => {});
}

/** Shows the way through the city's identity provider above the fields, where one is set up; without it the fields are all there is. */
async function offerProvider() {
  const place = document.querySelector('[data-part="provider"]');
  if (!place) return;
  const { provider } = await new Api().get("/sign-on").catch(() => ({ provider: null }));
  if (!provider) return;
  const link = place.querySelector('[data-part="provider-link"]');
  const here = location.pathname + location.search;
  link.textContent = provider.label;
  link.href = `/sign-on/openid?${new URLSearchParams({ lang: document.documentElement.lang, next: here })}`;
  place.hidden = false;
}

offerProvider();
