import pg from "pg"

/** As many connections as the product has. */
export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
