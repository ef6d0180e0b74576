import { closeDatabase, database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import { type ProgrammeRole, programmeRoles } from "@/lib/door/access/policy"
import { hashOfSecret } from "@/lib/door/access/server/identify"
import { closeLive } from "@/lib/door/server/live"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { handle } from "@/lib/serve/api/server/router"
import { createDatabase, type TestDatabase } from "./database"

export type Reply = { readonly status: number; readonly body: any; readonly headers: Headers; readonly text: string }
export type Asking = {
  readonly headers?: Readonly<Record<string, string>>
  readonly raw?: string | Uint8Array<ArrayBuffer>
}
/** Somebody who can ask the API, by session unless a token is given. */
export type Someone = {
  readonly userId: string | null
  readonly personId: string | null
  readonly headers: Readonly<Record<string, string>>
}

/** Asks the API's own door, in this process. */
export async function ask(
  who: Someone,
  method: string,
  path: string,
  body?: unknown,
  { headers = {}, raw }: Asking = {},
): Promise<Reply> {
  const text = raw ?? (body === undefined ? undefined : JSON.stringify(body))
  const request = new Request(`http://127.0.0.1:3000/api/v1${path}`, {
    method,
    headers: { ...(text === undefined ? {} : { "content-type": "application/json" }), ...who.headers, ...headers },
    ...(text === undefined ? {} : { body: text }),
  })
  const response = await handle(request)
  const answer = await response.text()
  return { status: response.status, headers: response.headers, text: answer, body: parsed(answer) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

export const nobody: Someone = { userId: null, personId: null, headers: {} }

/** A user with a session, written as rows. */
export async function makeUser(name: string, { admin = false } = {}): Promise<Someone & { userId: string }> {
  const at = new Date()
  const userId = newId(at)
  const { prisma } = database()
  await prisma.user.create({
    data: { id: userId, email: `${name}.${userId.slice(-6)}@example.test`, name, admin, createdAt: at },
  })
  const secret = `session-of-${name}-${userId}`
  await prisma.session.create({
    data: {
      id: newId(at),
      secretHash: Uint8Array.from(hashOfSecret(secret)),
      userId,
      createdAt: at,
      authenticatedAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
    },
  })
  return { userId, personId: null, headers: { cookie: `lakeward.session=${secret}` } }
}

/** The same user, coming with a personal token. */
export async function withToken(who: Someone, scope: "read" | "write"): Promise<Someone> {
  const at = new Date()
  const secret = `lakeward_${newId(at)}${scope}`
  await database().prisma.apiToken.create({
    data: {
      id: newId(at),
      secretHash: Uint8Array.from(hashOfSecret(secret)),
      userId: who.userId ?? "",
      name: scope,
      scope,
      createdAt: at,
      expiresAt: new Date(at.getTime() + 3_600_000),
    },
  })
  return { ...who, headers: { authorization: `Bearer ${secret}` } }
}

export async function makeMember(programmeId: string, name: string, role: ProgrammeRole): Promise<Someone> {
  const who = await makeUser(name)
  const at = new Date()
  const personId = newId(at)
  await database().prisma.person.create({
    data: { id: personId, programmeId, name, userId: who.userId, createdAt: at },
  })
  await database().prisma.member.create({
    data: { id: newId(at), programmeId, userId: who.userId, role, createdAt: at },
  })
  return { ...who, personId }
}

export async function makeProgramme(admin: Someone, name: string): Promise<string> {
  const reply = await ask(admin, "POST", "/programmes", {
    ...{ name, organisation: "Northbridge Bank", clouds: ["azure"], startDay: "2026-01-05" },
    ...{ timeZone: "Europe/Berlin", packRelease: "2026.1" },
  })
  if (reply.status !== 200) throw new Error(`no programme: ${reply.text}`)
  return reply.body.id
}

export type World = {
  readonly database: TestDatabase
  readonly admin: Someone & { userId: string }
  readonly programmeId: string
  readonly otherProgrammeId: string
  readonly members: Readonly<Record<ProgrammeRole, Someone>>
  /** The lead of the other programme. */
  readonly stranger: Someone
  readonly items: () => Promise<readonly WorkItemView[]>
  readonly end: () => Promise<void>
}

/** A database of its own with an admin, two programmes of the whole roadmap, one member for each role, and a stranger. */
export async function makeWorld(): Promise<World> {
  const fresh = await createDatabase()
  process.env.DATABASE_URL = fresh.url
  const admin = await makeUser("admin", { admin: true })
  const programmeId = await makeProgramme(admin, "One")
  const otherProgrammeId = await makeProgramme(admin, "Other")
  const entries: [string, Someone][] = []
  for (const role of programmeRoles) entries.push([role, await makeMember(programmeId, role, role)])
  const stranger = await makeMember(otherProgrammeId, "stranger", "lead")
  const members = Object.fromEntries(entries) as World["members"]
  return {
    ...{ database: fresh, admin, programmeId, otherProgrammeId, members, stranger },
    items: async () => (await ask(members.lead, "GET", `/programmes/${programmeId}/work-items`)).body.items,
    end: async () => {
      await closeLive()
      await closeDatabase()
      await fresh.drop()
    },
  }
}
