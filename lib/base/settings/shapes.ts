import * as z from "zod"

/** True for the names and addresses of this computer itself. */
export const isLoopback = (host: string): boolean =>
  host === "localhost" || host === "::1" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host)

/** True for an IPv4 or IPv6 address, or a CIDR range of either. */
export const isAddressOrRange = (text: string): boolean =>
  z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()]).safeParse(text).success

/** What is wrong with an address of a PostgreSQL server, or `undefined`. Never repeats it: it holds a password. */
export function describeDatabaseUrl(text: string): string | undefined {
  const url = parseUrl(text)
  if (!url || !/^postgres(ql)?:$/.test(url.protocol))
    return "DATABASE_URL must look like postgresql://user:password@host:5432/database; escape special characters in the password, such as %40."
  if (url.pathname.length < 2)
    return "DATABASE_URL must include a database name, as in postgresql://host:5432/lakeward."
  if (url.searchParams.has("schema") && url.searchParams.get("schema") !== "public")
    return "DATABASE_URL can't set a schema. Give Lakeward its own database."
  return undefined
}

/** What is wrong with the product's own address, or `undefined`. */
export function describeOrigin(text: string): string | undefined {
  const url = parseUrl(text)
  const isOrigin =
    url && /^https?:$/.test(url.protocol) && url.pathname === "/" && !url.search && !url.hash && !url.username
  return isOrigin
    ? undefined
    : `APP_ORIGIN is scheme, host and port without a path, such as https://lakeward.example.org, not "${text}".`
}

/** What is wrong with the address of an identity provider, or `undefined`; plain http is for this computer only. */
export function describeOidcIssuer(text: string): string | undefined {
  const url = parseUrl(text)
  const isSafe = url && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)))
  return isSafe && !url.search && !url.hash
    ? undefined
    : `OIDC_ISSUER must be an https address without a query, not "${text}".`
}

function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
