import { randomBytes } from "node:crypto"
import { type Id, NIL_ID } from "@/lib/base/kernel/id"
import type { Actor } from "@/lib/door/access/actor"
import { digestOf, hashOfText } from "../chain"
import type { EventDraft } from "../event"
import { sha256 } from "./sha256"

/** Events of one chain, ready for the database function `audit_append`. */
export type Sealed = { readonly chain: Id; readonly json: string }

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex")

/** The chain an actor writes to. */
export const chainOf = (actor: Actor): Id => (actor.kind === "programme" ? actor.programmeId : NIL_ID)

/** The pseudonymous id an actor signs with: the person in a programme, the user elsewhere, null for the command line. */
export function signatureOf(actor: Actor, chain: Id): Id | null {
  if (actor.kind === "programme") return chain === actor.programmeId ? actor.personId : actor.signIn.userId
  if (actor.kind === "visitor") return null
  return actor.signIn?.userId ?? null
}

/** Salts and hashes the free text of events and takes their digests; one group for each chain, in a fixed order. */
export function seal(actor: Actor, drafts: readonly EventDraft[]): readonly Sealed[] {
  const groups = new Map<Id, object[]>()
  for (const draft of drafts) {
    const chain = draft.chain ?? chainOf(actor)
    const group = groups.get(chain) ?? []
    group.push(sealOne(actor, chain, draft))
    groups.set(chain, group)
  }
  return [...groups]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([chain, events]) => ({ chain, json: JSON.stringify(events) }))
}

function sealOne(actor: Actor, chain: Id, draft: EventDraft) {
  const plain = Object.entries(draft.texts ?? {}).map(([field, text]) => ({ field, text, salt: randomBytes(16) }))
  const texts = Object.fromEntries(plain.map(({ field, text, salt }) => [field, hex(hashOfText(salt, text, sha256))]))
  const { at } = actor.context
  const event = {
    chain,
    at,
    actor: signatureOf(actor, chain),
    type: draft.type,
    subject: draft.subject,
    data: draft.data,
    texts,
  }
  return {
    ...event,
    at: at.toISOString(),
    digest: hex(digestOf(event, sha256)),
    plain: plain.map(({ field, text, salt }) => ({ field, text, salt: hex(salt) })),
  }
}
