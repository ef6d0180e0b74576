import { database } from "@/lib/base/db/client"
import { Id } from "@/lib/base/kernel/shapes"
import { namesOfRecords } from "@/lib/door/server/known-records"
import { dataOf } from "./event-rows"

type Mentioning = { readonly actorId: Id | null; readonly subjectId: Id | null; readonly data: unknown }

/** Every id that an event holds: who acted, what changed, and whatever its data points at. */
export function mentionedIn({ actorId, subjectId, data }: Mentioning): Id[] {
  const values = Object.values(dataOf(data)).flatMap(valuesIn)
  return [actorId, subjectId, ...values].filter((value): value is Id => Id.safeParse(value).success)
}

/** The values in a value, however deep. */
function valuesIn(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(valuesIn) : [value]
}

const programmeText = `
  SELECT m.id, p.name FROM member m JOIN person p ON p.programme_id = m.programme_id AND p.user_id = m.user_id
    WHERE m.programme_id = $1 AND m.id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM programme WHERE id = $1 AND id = ANY($2::uuid[])`

/** Names of whatever these ids stand for in a programme, also of what was removed; other ids have none. */
export async function namesInProgramme(programmeId: Id, ids: readonly Id[]): Promise<ReadonlyMap<Id, string>> {
  const [records, others] = await Promise.all([
    namesOfRecords(programmeId, ids),
    findNames("names-in-programme", programmeText, [programmeId, ids]),
  ])
  return new Map([...records, ...others])
}

const installationText = `
  SELECT id, name FROM app_user WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, name FROM programme WHERE id = ANY($1::uuid[])
  UNION ALL SELECT id, name FROM api_token WHERE id = ANY($1::uuid[])`

/** Names of the users, programmes and tokens that the installation's trail speaks of. */
export const namesInInstallation = (ids: readonly Id[]) => findNames("names-in-installation", installationText, [ids])

async function findNames(name: string, text: string, values: unknown[]): Promise<ReadonlyMap<Id, string>> {
  const { rows } = await database().pool.query<{ id: Id; name: string }>({ name, text, values })
  return new Map(rows.map((row) => [row.id, row.name]))
}
