import { createHash, randomBytes } from "node:crypto"
import pg from "pg"
import { newId } from "@/lib/base/db/new-id"

/** A programme of 1,000 work items, 200 pieces of evidence and 20 people on the product's own database. */
export type BenchProgramme = {
  readonly id: string
  /** What a browser would send: the cookie of each of the people. */
  readonly cookies: readonly string[]
  readonly items: readonly string[]
}

const ITEMS = 1_000
const PEOPLE = 20
const EVIDENCE = 200
const COOKIE = "lakeward.session"

/** Makes the programme through the API, as an admin would, and the rest of its rows by SQL. */
export async function loadProgramme(origin: string, databaseUrl: string): Promise<BenchProgramme> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const admin = await addUser(client, "Bench admin", true)
    const id = await addProgramme(origin, admin.cookie)
    const cookies = [admin.cookie]
    while (cookies.length < PEOPLE) cookies.push(await addMember(client, id, `Person ${cookies.length}`))
    await fillUp(client, id)
    await addEvidence(client, id)
    await client.query("CREATE TABLE bench_note (id bigserial PRIMARY KEY, item_id uuid, at timestamptz, data jsonb)")
    await client.query("VACUUM ANALYZE work_item")
    await client.query("ANALYZE")
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM work_item WHERE programme_id = $1 AND removed_at IS NULL ORDER BY number",
      [id],
    )
    return { id, cookies, items: rows.map((row) => row.id) }
  } finally {
    await client.end()
  }
}

async function addUser(client: pg.Client, name: string, isAdmin: boolean) {
  const at = new Date()
  const id = newId(at)
  const secret = randomBytes(32).toString("base64url")
  await client.query("INSERT INTO app_user (id, email, name, admin, created_at) VALUES ($1, $2, $3, $4, $5)", [
    ...[id, `${id}@example.test`, name, isAdmin, at],
  ])
  await client.query(
    `INSERT INTO session (id, secret_hash, user_id, created_at, authenticated_at, expires_at)
     VALUES ($1, $2, $3, $4, $4, $4::timestamptz + interval '1 hour')`,
    [newId(at), createHash("sha256").update(secret).digest(), id, at],
  )
  return { id, cookie: `${COOKIE}=${secret}` }
}

async function addMember(client: pg.Client, programmeId: string, name: string): Promise<string> {
  const { id, cookie } = await addUser(client, name, false)
  const at = new Date()
  await client.query("INSERT INTO person (id, programme_id, name, user_id, created_at) VALUES ($1, $2, $3, $4, $5)", [
    ...[newId(at), programmeId, name, id, at],
  ])
  await client.query(
    "INSERT INTO member (id, programme_id, user_id, role, created_at) VALUES ($1, $2, $3, 'contributor', $4)",
    [newId(at), programmeId, id, at],
  )
  return cookie
}

async function addProgramme(origin: string, cookie: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/programmes`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json" },
    body: JSON.stringify({
      ...{ name: "Bench", organisation: "Northbridge Bank", clouds: ["azure"], startDay: "2026-01-05" },
      ...{ timeZone: "Europe/Berlin", packRelease: "2026.1" },
    }),
  })
  const body: unknown = await answer.json()
  if (answer.ok && typeof body === "object" && body && "id" in body) return String(body.id)
  throw new Error(`the programme could not be made: ${JSON.stringify(body)}`)
}

/** Links as evidence, over the attested checks and written by different people. */
async function addEvidence(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `INSERT INTO evidence (id, programme_id, check_id, kind, title, url, digest, written_by_id, written_at)
     SELECT gen_random_uuid(), $1, c.id, 'link', 'Minutes of meeting ' || n, 'https://wiki.example.test/' || n,
       sha256(n::text::bytea), p.id, now()
     FROM generate_series(1, $2) n
     JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS top
           FROM check_line WHERE programme_id = $1) c ON c.place = n % c.top + 1
     JOIN (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS top
           FROM person WHERE programme_id = $1) p ON p.place = n % p.top + 1`,
    [programmeId, EVIDENCE],
  )
}

/** Repeats the roadmap's own items until there are enough, gives each an owner, and links neighbours. */
async function fillUp(client: pg.Client, programmeId: string): Promise<void> {
  await client.query(
    `INSERT INTO work_item (id, programme_id, workstream_id, phase_id, number, title, description, rank, points,
       optimistic, likely, pessimistic, created_at, updated_at)
     SELECT gen_random_uuid(), programme_id, workstream_id, phase_id, top + row_number() OVER (), title, description,
       rank || copy, points, optimistic, likely, pessimistic, created_at, updated_at
     FROM generate_series(1, 9) copy, work_item,
       LATERAL (SELECT max(number) AS top FROM work_item WHERE programme_id = $1) t
     WHERE programme_id = $1 ORDER BY copy, number
     LIMIT greatest(0, $2 - (SELECT count(*) FROM work_item WHERE programme_id = $1))`,
    [programmeId, ITEMS],
  )
  await client.query(
    `UPDATE work_item w SET owner_id = p.id
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM person WHERE programme_id = $1) p
     WHERE w.programme_id = $1 AND w.number % $2 = p.place - 1`,
    [programmeId, PEOPLE],
  )
  await client.query(
    `INSERT INTO dependency (id, programme_id, from_item_id, to_item_id, type)
     SELECT gen_random_uuid(), programme_id, id, following, 'FS' FROM (
       SELECT id, programme_id, number, lead(id) OVER (PARTITION BY workstream_id ORDER BY number) AS following
       FROM work_item WHERE programme_id = $1) w
     WHERE following IS NOT NULL AND number % 3 = 0 ON CONFLICT DO NOTHING`,
    [programmeId],
  )
}
