import { handleLive } from "@/lib/api/server/live"

export const dynamic = "force-dynamic"
export const GET = (request: Request) => handleLive(request)
