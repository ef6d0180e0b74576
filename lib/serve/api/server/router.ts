import { createHash, createHmac } from "node:crypto"
import { faultOf } from "@/lib/base/db/faults"
import { asId, type Id } from "@/lib/base/kernel/id"
import { settings } from "@/lib/base/settings/server/settings"
import { InstallationActor, type RequestContext, UserActor, Visitor } from "@/lib/door/access/actor"
import { inPerson } from "@/lib/door/access/in-person"
import { credentialOf } from "@/lib/door/access/server/credential"
import { asMember, type Identified, identify } from "@/lib/door/access/server/identify"
import { appOrigin, isForeign, NETWORK_HEADER } from "@/lib/door/access/server/origin"
import { canonical } from "@/lib/door/audit/canonical"
import { mayAsk, type Operation } from "@/lib/door/server/serve"
import { isHeldAlready, namesTags } from "../entity-tag"
import { matcher } from "../match"
import { constraintSentences, problem } from "../problem"
import { keepOnce, takeOnce } from "./one-shot-cache"
import { operations } from "./operations"
import {
  type Reply,
  replyConflict,
  replyProblem,
  replyRefusal,
  replySuccess,
  replyUnchanged,
  toResponse,
  wantsCsv,
} from "./reply"
import { type Asked, bodyOf, type Incoming, inputOf, readBody } from "./request"
import { removeSpooled, spool } from "./spool"

const match = matcher(operations.map((operation) => ({ ...operation.contract, operation })))

/** Answers one request to /api/v1: who, permission, well formed, and then the operation itself. */
export async function reply(asked: Asked, at = new Date()): Promise<Reply> {
  try {
    return await route(asked, at)
  } catch (error) {
    return replyFault(error)
  }
}

/** The same for a route handler of Next. */
export async function handle(request: Request, at = new Date()): Promise<Response> {
  const { method, url, headers, body } = request
  return toResponse(await reply({ method, url: new URL(url), headers, body }, at))
}

async function route(asked: Asked, at: Date): Promise<Reply> {
  const found = match(asked.method, asked.url.pathname.replace(/^\/api\/v1/, ""))
  if (found.found === "nothing") return replyProblem(problem("not-found"))
  if (found.found === "other-methods")
    return replyProblem(problem("method-not-allowed"), { allow: found.methods.join(", ") })
  const { operation } = found.route
  if (operation.contract.method !== "GET" && isForeign(asked, appOrigin()))
    return replyProblem(problem("foreign-origin"))

  const { programmeId, ...parameters } = found.parameters
  const context: RequestContext = { at, network: asked.headers.get(NETWORK_HEADER) ?? "unknown" }
  const door = await openDoor(asked.headers, operation, asId(programmeId), context)
  return "enter" in door
    ? carryOut({ ...asked, parameters, operation, context, programmeId: asId(programmeId) }, door)
    : door
}

type Entered = Visitor | UserActor | InstallationActor | NonNullable<ReturnType<typeof asMember>>
type Door = { readonly enter: (context: RequestContext) => Entered | null }

/** Identifies and authorises before anything else is looked at: who may not, learns nothing. */
async function openDoor(
  headers: Headers,
  operation: Operation,
  programmeId: Id | null,
  context: RequestContext,
): Promise<Door | Reply> {
  const { audience } = operation.contract
  if (audience === "public") return { enter: (each) => new Visitor(each) }
  const credential = credentialOf(headers, appOrigin())
  if (!credential) return replyProblem(problem("sign-in-needed"))
  const identified = await identify(credential, programmeId, context.at)
  if (!identified) return replyProblem(problem("sign-in-needed"))
  const enter = (each: RequestContext) => actorFor(audience, identified, each)
  const actor = enter(context)
  if (!actor) return replyProblem(problem("not-found"))
  if (!mayAsk(actor, operation.contract.permission)) return replyProblem(problem("not-allowed"))
  if (operation.contract.inPerson && !inPerson(actor).ok) return replyProblem(problem("in-person"))
  return { enter }
}

function actorFor(
  audience: "user" | "installation" | "programme",
  who: Identified,
  context: RequestContext,
): Entered | null {
  if (audience === "user") return new UserActor(context, who.signIn)
  if (audience === "installation") return new InstallationActor(context, who.signIn)
  return asMember(who, context)
}

async function carryOut(incoming: Incoming, door: Door): Promise<Reply> {
  const { operation, context } = incoming
  if (!isSoundKey(incoming.headers.get("idempotency-key"))) return replyProblem(problem("bad-key"))
  if (operation.contract.takes) return takeFile(incoming, door, operation.contract.takes.maxBytes)
  const body = bodyOf(operation) === "json" ? await readBody(incoming) : null
  if (body && !body.ok) return replyProblem(problem(body.refusal))
  const input = inputOf(incoming, body?.ok ? body.value.value : undefined)
  if (!input.ok) return replyProblem(problem(input.refusal, { fields: input.detail?.fields }))
  const actor = door.enter(body?.ok && operation.writes ? withKey(incoming, input.value) : context)
  if (!actor) return replyProblem(problem("not-found"))
  const tag = bodyOf(operation) === "none" ? versionTag(incoming, actor, input.value) : null
  const held = incoming.headers.get("if-none-match")
  if (tag && namesTags(held) && isHeldAlready(held, tag)) return replyUnchanged(tag)
  const question = tag === null || actor.kind !== "programme" ? null : `${actor.signIn.sessionId ?? "token"} ${tag}`
  const found = question === null || incoming.forPage ? null : takeOnce(question)
  if (found) return found
  const answered = await run(incoming, actor, [input.value], tag)
  if (question !== null && incoming.forPage && answered.status === 200) keepOnce(question, answered)
  return answered
}

/** Asks about the input before the file is taken in; the file is gone when the answer is there. */
async function takeFile(incoming: Incoming, door: Door, maxBytes: number): Promise<Reply> {
  const input = inputOf(incoming, undefined)
  if (!input.ok) return replyProblem(problem(input.refusal, { fields: input.detail?.fields }))
  const file = await spool(incoming, maxBytes)
  if (!file.ok) return replyProblem(problem(file.refusal, file.detail))
  try {
    const actor = door.enter(withKey(incoming, input.value, file.value.sha256))
    if (!actor) return replyProblem(problem("not-found"))
    return await run(incoming, actor, [input.value, file.value], null)
  } finally {
    await removeSpooled(file.value)
  }
}

async function run(incoming: Incoming, actor: Entered, given: readonly unknown[], tag: string | null): Promise<Reply> {
  const { operation } = incoming
  const outcome = await Reflect.apply(operation.run, undefined, [actor, ...given])
  if (!outcome.ok) return replyRefusal(operation, outcome)
  const isCsv = operation.csv !== undefined && wantsCsv(incoming.headers, incoming.url)
  const csv = isCsv ? await Reflect.apply(operation.csv, undefined, [actor, outcome.value]) : null
  return replySuccess(incoming, operation.writes ? outcome : { ...outcome, seq: seqOf(actor) }, tag, csv)
}

/** How long the programme's chain was before it was read: the answer knows of everything up to there, and maybe of more. */
const seqOf = (actor: Entered): number | null => (actor.kind === "programme" ? actor.membership.seq : null)

const buildOf = (): string => process.env.LAKEWARD_BUILD ?? "dev"

/** One tag for everything that decides an answer: data version, member, role, way in, build, day, and the question itself. */
function versionTag({ operation, url, headers }: Incoming, actor: Entered, input: unknown): string | null {
  if (operation.contract.etag !== "version" || actor.kind !== "programme") return null
  const { seq, role, today, personId } = actor.membership
  const form = wantsCsv(headers, url) ? "csv" : "json"
  const way = `${actor.signIn.scope} ${actor.signIn.sessionId === null ? "token" : "session"}`
  const question = `${actor.programmeId} ${operation.contract.name} ${parsedText(input)}`
  const parts = [seq, role, personId, way, today, buildOf(), form, question]
  return `W/"${createHash("sha256").update(parts.join("|")).digest("base64url").slice(0, 22)}"`
}

const isSoundKey = (key: string | null): boolean => key === null || /^[\x21-\x7e]{1,200}$/.test(key)

/** An input as the operation gets it, so that two spellings of one request are one. */
const parsedText = (input: unknown): string => canonical(JSON.parse(JSON.stringify(input)))

/**
 * The programme comes from the path alone and is no part of the input. An input may hold a password, and its hash is kept
 * for a day: without the server's secret nobody can guess from it.
 */
function withKey(
  { headers, operation, context, programmeId }: Incoming,
  input: unknown,
  file?: Uint8Array,
): RequestContext {
  const key = headers.get("idempotency-key")
  if (key === null) return context
  const text = `${programmeId ?? ""}\n${parsedText(input)}\n`
  const bodyHash = createHmac("sha256", settings().authSecret)
    .update(text)
    .update(file ?? "")
    .digest()
  return { ...context, idempotency: { operation: operation.contract.name, key, bodyHash } }
}

function replyFault(error: unknown): Reply {
  const fault = faultOf(error)
  if (fault.kind === "unavailable") return replyProblem(problem("unavailable"), { "retry-after": "3" })
  if (fault.kind === "conflict") return replyConflict(constraintSentences[fault.constraint])
  if (fault.kind === "invalid") return replyProblem(problem("invalid"))
  console.error("unexpected error in the API:", error)
  return replyProblem(problem("bug"))
}
