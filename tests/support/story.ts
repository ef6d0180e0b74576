import { closeDatabase, database } from "@/lib/base/db/client"
import { newId } from "@/lib/base/db/new-id"
import type { Id } from "@/lib/base/kernel/id"
import { ensureDemoAdmin } from "@/lib/demo/server/admin"
import { loadDemo } from "@/lib/demo/server/load"
import { hashOfSecret } from "@/lib/door/access/server/identify"
import type { TestDatabase } from "./database"
import type { Someone } from "./world"

/** The demo programme in a test's own database, with the ids of what its story names. */
export type Story = {
  readonly programmeId: Id
  readonly adminId: Id
  readonly acts: number
  /** By name. */
  readonly people: ReadonlyMap<string, { readonly personId: Id; readonly userId: Id | null }>
  /** By key of the pack; by title where an item was added by hand. */
  readonly items: ReadonlyMap<string, Id>
  readonly workstreams: ReadonlyMap<string, Id>
  readonly gates: ReadonlyMap<string, Id>
  readonly phases: ReadonlyMap<string, Id>
  /** Somebody of the story, signed in. */
  readonly signIn: (name: string) => Promise<Someone>
}

/** A Friday afternoon; the same story comes out every time. */
export const storyDay = new Date("2026-11-20T15:00:00Z")

/** Makes a fresh database the one of this process and tells the whole story in it, up to `asOf`. */
export async function loadStory({ url }: TestDatabase, { asOf = storyDay } = {}): Promise<Story> {
  await closeDatabase()
  process.env.DATABASE_URL = url
  const { userId: adminId } = await ensureDemoAdmin(asOf)
  const { programmeId, acts } = await loadDemo(adminId, asOf)
  const { prisma } = database()
  const where = { programmeId }
  const people = await prisma.person.findMany({ where })
  const items = await prisma.workItem.findMany({ where })
  const byKey = (rows: readonly { readonly key: string; readonly id: Id }[]) =>
    new Map(rows.map(({ key, id }) => [key, id]))
  const story = {
    people: new Map(people.map(({ name, id, userId }) => [name, { personId: id, userId }])),
    items: new Map(items.map(({ packKey, title, id }) => [packKey ?? title, id])),
    workstreams: byKey(await prisma.workstream.findMany({ where })),
    gates: byKey(await prisma.gate.findMany({ where })),
    phases: byKey(await prisma.phase.findMany({ where })),
  }
  return { programmeId, adminId, acts, ...story, signIn: (name) => signIn(story.people.get(name)) }
}

/** A session, written as a row: nobody knows a password of these people. */
async function signIn(person: { readonly personId: Id; readonly userId: Id | null } | undefined): Promise<Someone> {
  if (!person?.userId) throw new Error("nobody of this name has an account in the story")
  const at = new Date()
  const id = newId(at)
  const secret = `session-in-the-story-${id}`
  const session = { id, secretHash: Uint8Array.from(hashOfSecret(secret)), userId: person.userId }
  const expiresAt = new Date(at.getTime() + 3_600_000)
  await database().prisma.session.create({ data: { ...session, createdAt: at, authenticatedAt: at, expiresAt } })
  return { ...person, headers: { cookie: `lakeward.session=${secret}` } }
}
