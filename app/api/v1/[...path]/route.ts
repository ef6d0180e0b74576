import { handle } from "@/lib/serve/api/server/router"

export const dynamic = "force-dynamic"
const door = (request: Request) => handle(request)

export { door as DELETE, door as GET, door as PATCH, door as POST, door as PUT }
