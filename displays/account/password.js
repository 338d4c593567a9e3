/** Sets a password by a one-time link. The token stands behind `#`, so that it reaches no server's log; it leaves the address at once. */
import { Api } from "../shared/js/api.js";
import { part, setShown, setText } from "../shared/js/dom.js";
import { Texts } from "../shared/js/texts.js";
import { onSubmit } from "./forms.js";

const root = document.body;
const texts = Texts.ofPage();
const api = new Api();
const token = location.hash.slice(1);
history.replaceState(null, "", location.pathname + location.search);
// Another language is another page: it needs the token once more.
for (const link of root.querySelectorAll(".head-langs a")) link.hash = token;

function say(sentence) {
  setText(part(root, "lead"), sentence);
}

async function look() {
  try {
    const { login } = await api.post("/account-links/show", { token });
    part(root, "username").value = login;
    say(texts.say("account-link-lead", { name: login }));
    setShown(part(root, "set"), true);
    root.querySelector("#new").focus();
  } catch (problem) {
    say(problem.code === "network" ? texts.say("admin-network") : problem.message);
  }
}

onSubmit(part(root, "set"), async (form) => {
  if (form.new.value !== form.again.value) {
    form.again.focus();
    throw new Error(texts.say("account-password-differ"));
  }
  const { login } = await api.post("/account-links/use", { token, password: form.new.value });
  form.reset();
  setShown(form, false);
  say(texts.say("account-link-done", { name: login }));
  setShown(part(root, "go"), true);
  part(root, "heading").focus();
});

look();
