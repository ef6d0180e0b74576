import { pool } from "../pool"

export const dynamic = "force-dynamic"

/** One SELECT of one row by its key. */
export async function GET(request: Request) {
  const id = new URL(request.url).searchParams.get("id")
  const text = "SELECT id, title, status, version FROM work_item WHERE id = $1"
  const { rows } = await pool.query({ name: "one", text, values: [id] })
  return Response.json(rows[0])
}
