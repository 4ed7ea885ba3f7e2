import createClient from "openapi-fetch";
import type { components, paths } from "./generated/openapi.js";

// Signs a new user in by password, and then by a code, with the types that openapi-typescript generates: their member status distinguishes the two responses of a sign-in.
type Outcome = components["schemas"]["SignInResponse"];
type Challenge = components["schemas"]["Challenge"];

const address = process.argv[2] ?? "";
const api = createClient<paths>({ baseUrl: address });
const username = `typescript-${crypto.randomUUID()}`;
const password = "Correct-Horse-7";

await succeeded(api.POST("/v1/auth/sign-up", { body: { username, password, attributes: { email: `${username}@example.com` } } }));
await succeeded(api.POST("/v1/auth/sign-up/confirm", { body: { username, code: await code() } }));

console.log(`TypeScript by password: ${await finish(await succeeded(api.POST("/v1/auth/sign-in", { body: { username, password } })))}`);
console.log(`TypeScript by a code: ${await finish(await succeeded(api.POST("/v1/auth/sign-in", { body: { username, method: "email_otp" } })))}`);

const refused = await api.POST("/v1/auth/sign-in", { body: { username, password: "Wrong-Horse-7" } });
if (refused.error?.code !== "invalid_credentials") throw new Error("A wrong password was taken.");
console.log(`TypeScript with a wrong password: ${refused.error.status} ${refused.error.code}`);

async function finish(outcome: Outcome): Promise<string> {
  switch (outcome.status) {
    case "signed_in":
      return `signed in for ${outcome.tokens.expiresIn} s`;
    case "challenge":
      return `${outcome.challenge.name}, then ${await finish(await answer(outcome.challenge))}`;
    default:
      // Compiles only if every shape has a case.
      return outcome satisfies never;
  }
}

async function answer({ name, session, username }: Challenge): Promise<Outcome> {
  if (session === undefined) throw new Error("The challenge has no session.");
  return succeeded(api.POST("/v1/auth/sign-in/challenge", { body: { name, session, username, code: await code() } }));
}

async function code(): Promise<string> {
  const inbox = await (await fetch(`${address}/dev/inbox?username=${username}`)).json() as { messages: { code: string }[] };
  const newest = inbox.messages[0];
  if (newest === undefined) throw new Error("There is no message.");
  return newest.code;
}

async function succeeded<T>(call: Promise<{ data?: T; error?: components["schemas"]["Problem"] }>): Promise<T> {
  const { data, error } = await call;
  if (data === undefined) throw new Error(error?.code ?? "No response.");
  return data;
}
