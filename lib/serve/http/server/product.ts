import type { IncomingMessage, ServerResponse } from "node:http"
import next from "next"
import sirv from "sirv"
import type { Front, Handler } from "./front"
import { respond } from "./respond"

const A_YEAR = 31_536_000

/** The product behind the front. */
export type Product = { readonly handler: Handler; readonly close: () => Promise<void> }

/**
 * Prepares Next for a front: the built pages, or the sources while they change. The operations of a built product are
 * answered before Next; of a changing one by Next, which takes every change with it.
 */
export async function prepareProduct(
  front: Front,
  host: string,
  port: number,
  isDevelopment: boolean,
): Promise<Product> {
  const app = next({ dev: isDevelopment, hostname: host, port, httpServer: front.server, quiet: !isDevelopment })
  await app.prepare()
  const pages = app.getRequestHandler()
  const close = () => app.close()
  if (isDevelopment) return { handler: pages, close }
  const { answerOperation, isOperation } = await import("@/lib/serve/api/server/direct")
  const { sharePageDoor } = await import("@/lib/serve/api/server/page-door")
  sharePageDoor()
  const sendStatic = serveStatic()
  const handler: Handler = async (request, response) => {
    if (isOperation(request)) return answerOperation(request, response)
    if (request.url?.startsWith(STATIC)) return sendStatic(request, response)
    return pages(request, response)
  }
  return { handler, close }
}

const STATIC = "/_next/static/"

/** The files of the build, each as the build has packed it, under names that change with what is in them. */
function serveStatic(): (request: IncomingMessage, response: ServerResponse) => void {
  const send = sirv(".next/static", { immutable: true, maxAge: A_YEAR, brotli: true, gzip: true })
  return (request, response) => {
    request.url = `/${request.url?.slice(STATIC.length)}`
    send(request, response, () => respond(request, response, { status: 404, sentence: "File not found." }))
  }
}
