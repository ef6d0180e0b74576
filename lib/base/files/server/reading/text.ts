/** Text that is in none of the encodings that are read; the message says what to do. */
export class EncodingFault extends Error {}

const AGAIN = 'Save it as "CSV UTF-8" and bring it again.'

/**
 * The text of bytes that come in pieces, so that no letter is cut in two. UTF-8, and UTF-16 with a mark of its order of
 * bytes. What has none of these, such as Windows-1252, is refused: its letters would be guessed.
 * @throws EncodingFault
 */
export async function* textOf(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | null = null
  for await (const piece of whole(pieces)) {
    decoder ??= decoderFor(piece)
    yield decode(decoder, piece)
  }
  if (decoder) yield decode(decoder, null)
}

/** The first piece is long enough to show the mark. */
async function* whole(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | null = new Uint8Array()
  for await (const piece of pieces) {
    if (first === null) yield piece
    else {
      first = Buffer.concat([first, piece])
      if (first.length < 4) continue
      yield first
      first = null
    }
  }
  if (first !== null && first.length > 0) yield first
}

function decoderFor(bytes: Uint8Array): TextDecoder {
  const [a = 0, b = 0] = bytes
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le", { fatal: true })
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be", { fatal: true })
  if (bytes.subarray(0, 64).includes(0)) throw new EncodingFault(`The file is not text in UTF-8. ${AGAIN}`)
  return new TextDecoder("utf-8", { fatal: true })
}

function decode(decoder: TextDecoder, piece: Uint8Array | null): string {
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new EncodingFault(
      `The file is not text in UTF-8; it may be in Windows-1252, as spreadsheets save CSV at times. ${AGAIN}`,
    )
  }
}
