import { withDatabase } from "./with-database"

/** Does a command's work with the product's own commands, and leaves nothing open behind it. */
export async function withProduct<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return withDatabase(name, async () => {
    const [{ closeDatabase }, { settleAnnouncements }] = await Promise.all([
      import("@/lib/base/db/client"),
      import("@/lib/door/server/live"),
    ])
    try {
      return await work()
    } finally {
      await settleAnnouncements()
      await closeDatabase()
    }
  })
}
