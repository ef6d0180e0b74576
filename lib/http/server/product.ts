import next from "next"
import type { Front, Handler } from "./front"

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
  const { answerOperation, isOperation } = await import("@/lib/api/server/direct")
  const handler: Handler = (request, response) =>
    isOperation(request) ? answerOperation(request, response) : pages(request, response)
  return { handler, close }
}
