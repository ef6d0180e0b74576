import type { Operation } from "@/lib/audit/server/serve"
import { roadmapOperations } from "@/lib/roadmap/server/operations"

/** Every write and every read of the product. The router, the documentation and the tests are made from it. */
export const operations: readonly Operation[] = [...roadmapOperations]
