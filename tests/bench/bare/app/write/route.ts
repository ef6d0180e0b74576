import { pool } from "../pool"

export const dynamic = "force-dynamic"

const updateText = `UPDATE work_item SET status = $2, updated_at = now(), version = version + 1 WHERE id = $1
  RETURNING id, status, version`
const insertText = "INSERT INTO bench_note (item_id, at, data) VALUES ($1, now(), $2)"

/** What every write needs at least: BEGIN, UPDATE, INSERT, COMMIT. */
export async function POST(request: Request) {
  const { id, status } = await request.json()
  const client = await pool.connect()
  try {
    await client.query("BEGIN")
    const { rows } = await client.query({ name: "update", text: updateText, values: [id, status] })
    await client.query({ name: "insert", text: insertText, values: [id, { status }] })
    await client.query("COMMIT")
    return Response.json(rows[0])
  } finally {
    client.release()
  }
}
