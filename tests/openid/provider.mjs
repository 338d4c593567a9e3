// A city's identity provider for tests: oidc-provider (a certified OpenID Connect implementation) as a process of its own, with a
// plain sign-on page. Who there is, and what is to go wrong, is read from the folder each time, so that a test changes it as it goes.
//
// Usage: node provider.mjs LIBRARY PORT RETURN_ADDRESS FOLDER
//   LIBRARY  the folder of the oidc-provider package
//   FOLDER   people.json {subject: {preferred_username, groups}}, wrong.json (see `spoil`)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [library, port, back, folder] = process.argv.slice(2);
const { Provider } = await import(pathToFileURL(join(library, "lib/index.js")));
const jose = await import(pathToFileURL(createRequire(join(library, "lib/index.js")).resolve("jose")));
const issuer = `http://127.0.0.1:${port}`;

const told = (name) => JSON.parse(readFileSync(join(folder, name), "utf8"));
const key = async (kid) => {
  const { privateKey } = await jose.generateKeyPair("RS256", { extractable: true });
  return { privateKey, jwk: { ...(await jose.exportJWK(privateKey)), kid, use: "sig", alg: "RS256" } };
};
const own = await key("one");
let next;

const provider = new Provider(issuer, {
  clients: [{ client_id: "okienko", client_secret: "sekret-okienka", redirect_uris: [back] }],
  jwks: { keys: [own.jwk] },
  cookies: { keys: ["only for tests"] },
  claims: { openid: ["sub"], profile: ["preferred_username"], groups: ["groups"] },
  conformIdTokenClaims: false,
  pkce: { required: () => true, methods: ["S256"] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/sign-on/${interaction.uid}` },
  ttl: { AccessToken: 60, AuthorizationCode: 60, IdToken: 60, Grant: 600, Interaction: 600, Session: 600 },
  findAccount: (ctx, subject) => ({ accountId: subject, claims: () => ({ sub: subject, ...told("people.json")[subject] }) }),
  // The house is the city's own: nobody is asked whether it may know them.
  async loadExistingGrant(ctx) {
    const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId });
    grant.addOIDCScope("openid profile groups");
    await grant.save();
    return grant;
  },
});

/** The sign-on page: a name and a password. Whoever is listed gets in; a password is the name spelt backwards. */
async function page(ctx) {
  if (ctx.method === "GET") {
    ctx.type = "html";
    ctx.body = `<!doctype html><html lang="pl"><title>Miasto</title><h1>Logowanie do miasta</h1><form method="post"><p><label>Kto <input name="who"></label>
      <p><label>Haslo <input name="password" type="password"></label><p><button name="do" value="in">Dalej</button> <button name="do" value="out">Anuluj</button></form>`;
    return undefined;
  }
  const chunks = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  const form = new URLSearchParams(Buffer.concat(chunks).toString());
  const who = form.get("who") ?? "";
  const known = who in told("people.json") && form.get("password") === [...who].reverse().join("");
  const result = form.get("do") === "in" && known ? { login: { accountId: who } } : { error: "access_denied", error_description: "no" };
  ctx.respond = false;
  ctx.res.statusCode = 200;
  return provider.interactionFinished(ctx.req, ctx.res, result, { mergeWithLastSubmission: false });
}

/** An ID token as somebody who interferes would make it: the provider's own answer with one thing wrong. */
async function spoil(token) {
  const { claims = {}, signed_by: by = "own", cut = false } = told("wrong.json");
  const payload = { ...jose.decodeJwt(token), ...claims };
  const signer = by === "own" ? own : by === "next" ? (next ??= await key("two")) : await key("one");
  const made = await new jose.SignJWT(payload).setProtectedHeader({ alg: "RS256", kid: signer.jwk.kid }).sign(signer.privateKey);
  return cut ? `${made.slice(0, made.lastIndexOf("."))}.` : made;
}

provider.use(async (ctx, after) => {
  if (ctx.path.startsWith("/sign-on/")) return page(ctx);
  await after();
  if (ctx.path === "/token" && ctx.body?.id_token) ctx.body.id_token = await spoil(ctx.body.id_token);
  // A new key is published with its first use, not before.
  if (ctx.path === "/jwks" && next) {
    const { kty, n, e, kid, use, alg } = next.jwk;
    ctx.body = { keys: [...ctx.body.keys, { kty, n, e, kid, use, alg }] };
  }
  return undefined;
});

provider.listen(Number(port), "127.0.0.1", () => console.log("ready"));
