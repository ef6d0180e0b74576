import { database } from "@/lib/base/db/client"
import { Id } from "@/lib/base/kernel/shapes"
import { dataOf } from "./event-rows"

type Mentioning = { readonly actorId: Id | null; readonly subjectId: Id | null; readonly data: unknown }

/** Every id that an event holds: who acted, what changed, and whatever its data points at. */
export function mentionedIn({ actorId, subjectId, data }: Mentioning): Id[] {
  const values = Object.values(dataOf(data)).flatMap((value): unknown[] => {
    if (typeof value !== "object" || value === null) return [value]
    return Array.isArray(value) ? value : Object.values(value)
  })
  return [actorId, subjectId, ...values].filter((value): value is Id => Id.safeParse(value).success)
}

const namesText = `
  SELECT id, title AS name FROM work_item WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM workstream WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM stage WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM phase WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM gate WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, title FROM register_entry WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM scenario WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, sentence FROM check_line WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM person WHERE programme_id = $1 AND id = ANY($2::uuid[])
  UNION ALL SELECT user_id, name FROM person WHERE programme_id = $1 AND user_id = ANY($2::uuid[])
  UNION ALL SELECT m.id, p.name FROM member m JOIN person p ON p.programme_id = m.programme_id AND p.user_id = m.user_id
    WHERE m.programme_id = $1 AND m.id = ANY($2::uuid[])
  UNION ALL SELECT id, name FROM programme WHERE id = $1 AND id = ANY($2::uuid[])`

/** Names of whatever these ids stand for in a programme, also of what was taken away; other ids have none. */
export const namesInProgramme = (programmeId: Id, ids: readonly Id[]) =>
  findNames("names-in-programme", namesText, [programmeId, ids])

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
