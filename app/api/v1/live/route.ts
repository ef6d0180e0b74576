import { handleLive } from "@/lib/serve/api/server/live"

export const dynamic = "force-dynamic"
export const GET = (request: Request) => handleLive(request)
