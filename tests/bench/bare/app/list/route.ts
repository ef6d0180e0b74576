import { workItemColumns } from "@/lib/plan/roadmap/server/work-item-rows"
import { pool } from "../pool"

export const dynamic = "force-dynamic"

const text = `SELECT json_agg(t)::text AS body FROM (
  SELECT ${workItemColumns} FROM work_item w WHERE w.programme_id = $1) t`

/** The rows of the product's list as PostgreSQL's own JSON, passed through: nobody is asked who they are. */
export async function GET() {
  const { rows } = await pool.query({ name: "list", text, values: [process.env.BENCH_PROGRAMME] })
  return new Response(rows[0].body, { headers: { "content-type": "application/json" } })
}
