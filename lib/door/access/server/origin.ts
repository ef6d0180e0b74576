/** Where people reach the product; set at start. */
export const appOrigin = (): string => process.env.APP_ORIGIN ?? "http://127.0.0.1:3000"

/** The header in which our own server says where a request came from; it strips what a client sends under that name. */
export const NETWORK_HEADER = "x-lakeward-client-address"

/** The header in which the proxy tells a page its own path and query. */
export const PATH_HEADER = "x-lakeward-path"

/** True when a browser says that another site sent the request. */
export function isForeign(request: { readonly headers: Headers }, origin: string): boolean {
  const from = request.headers.get("origin")
  if (from !== null) return from !== origin
  const site = request.headers.get("sec-fetch-site")
  return site !== null && site !== "same-origin" && site !== "none"
}
