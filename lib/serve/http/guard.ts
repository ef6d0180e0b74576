import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { type Answer, isApi } from "./answer"

/** What the guard looks at: the request line and the address that the client believes it talks to. */
export type Arrival = {
  readonly method: string
  /** The target as sent: path and query. */
  readonly target: string
  readonly host: string | undefined
  /** `http` or `https` where a trusted proxy says so. */
  readonly scheme: string | undefined
  readonly contentLength: string | undefined
}

/** Longest path and query, in characters; filters live in the address. */
export const LONGEST_TARGET = 8192
/** Largest body, in bytes. */
export const LARGEST_BODY = 2 * 1024 * 1024
/** Largest file, in bytes: what an address of the API takes that ends in /file. */
export const LARGEST_FILE = 64 * 1024 * 1024

/** How many bytes an address takes. */
export const largestBodyOf = (target: string): number =>
  /^\/api\/v1\/[^?]*\/file(\?|$)/.test(target) ? LARGEST_FILE : LARGEST_BODY

const API_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]
const PAGE_METHODS = ["GET", "HEAD"]

/**
 * Lets a request pass, or refuses it with an answer. Pages asked for under another host name are redirected to the
 * origin; programs are told, because a redirect would drop their method and their token.
 */
export function judgeArrival(arrival: Arrival, origin: string): Result<{ readonly path: string }, Answer> {
  const { method, target, contentLength } = arrival
  const [path = "", query = ""] = splitOnce(target, "?")
  const methods = isApi(path) ? API_METHODS : PAGE_METHODS
  if (target.length > LONGEST_TARGET)
    return refuse({ status: 414, sentence: `The address is longer than ${LONGEST_TARGET} characters.` })
  if (!path.startsWith("/") || path.startsWith("//") || path.includes("\\"))
    return refuse({ status: 400, sentence: "The address must start with one slash and contain no backslash." })
  if (!isWellEncoded(path) || !isWellEncoded(query))
    return refuse({ status: 400, sentence: "The address contains invalid percent-encoding or a control character." })
  if (!methods.includes(method))
    return refuse({
      status: 405,
      sentence: `Method not allowed at this address: ${method}.`,
      headers: { Allow: methods.join(", ") },
    })
  const largest = largestBodyOf(target)
  if (contentLength !== undefined && Number(contentLength) > largest)
    return refuse({ status: 413, sentence: `The body is larger than ${largest} bytes.` })
  return isOrigin(arrival, origin) ? ok({ path }) : refuse(elsewhere(path, target, origin))
}

function splitOnce(text: string, separator: string): readonly string[] {
  const place = text.indexOf(separator)
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + 1)]
}

/** Malformed UTF-8 and lone surrogates are broken encodings too. */
function isWellEncoded(text: string): boolean {
  try {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    return !/[\u0000-\u001f\u007f]/.test(decodeURIComponent(text))
  } catch {
    return false
  }
}

function isOrigin({ host, scheme }: Arrival, origin: string): boolean {
  const { protocol, host: expected } = new URL(origin)
  if (scheme && `${scheme}:` !== protocol) return false
  const asked = `${protocol}//${host}`
  return host !== undefined && URL.canParse(asked) && new URL(asked).host === expected
}

function elsewhere(path: string, target: string, origin: string): Answer {
  if (isApi(path)) return { status: 421, sentence: `Lakeward answers under ${origin} only.` }
  return { status: 307, sentence: `Lakeward is running at ${origin}.`, headers: { Location: `${origin}${target}` } }
}
