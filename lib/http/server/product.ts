import next from "next"
import type { Front, Handler } from "./front"

/** The product behind the front. */
export type Product = { readonly handler: Handler; readonly close: () => Promise<void> }

/** Prepares Next for a front: the built pages, or the sources while they change. */
export async function prepareProduct(
  front: Front,
  host: string,
  port: number,
  isDevelopment: boolean,
): Promise<Product> {
  const app = next({ dev: isDevelopment, hostname: host, port, httpServer: front.server, quiet: !isDevelopment })
  await app.prepare()
  return { handler: app.getRequestHandler(), close: () => app.close() }
}
