import * as z from "zod"

/** A file that came as the body of a request. It lies in a temporary place and is gone when the request is answered. */
export type Upload = {
  readonly path: string
  /** Bytes. */
  readonly size: number
  readonly sha256: Uint8Array<ArrayBuffer>
}

/** A file as an answer. Browsers are told to download it and never to show it. */
export class FileAnswer {
  constructor(
    /** The name that is proposed to whoever saves it. */
    readonly name: string,
    readonly mediaType: string,
    readonly bytes: Uint8Array,
  ) {}
}

/** The output of a contract that gives a file. */
export const FileOutput = z.instanceof(FileAnswer)

/** The header of a download with its name (RFC 6266); what a name should not hold becomes a dash. */
export function dispositionOf(name: string): string {
  const plain = name.replaceAll(/[^\w .()-]/g, "-")
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, "-")}`
}
