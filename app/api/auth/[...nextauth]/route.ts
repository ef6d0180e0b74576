import { handleAuth } from "@/lib/people/accounts/server/auth/handle"

export const GET = (request: Request) => handleAuth(request)
export const POST = (request: Request) => handleAuth(request)
