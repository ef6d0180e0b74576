/** An object of the list in a JSON file, as text, and the line in which it begins. */
export type JsonItem = { readonly line: number; readonly text: string }
const MAX_ITEM = 20_000
const MAX_HEAD = 100_000

export class JsonFault extends Error {
  constructor(
    readonly line: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Takes the objects out of the one list of a JSON file, piece by piece: out of `[{...}, ...]`, or out of a member of
 * `{"takenAt": ..., "facts": [{...}, ...]}`. `head` is what stands around the list.
 * @throws JsonFault beyond the caps; what is not JSON is found when items and head are parsed
 */
export class JsonItems {
  #depth = 0
  #listDepth = 0
  #isText = false
  #isEscaped = false
  #item = ""
  #line = 1
  #begins = 1
  #isFirst = true
  /** The file without the objects of its list, as far as it was read. */
  head = ""
  #headBefore = ""

  push(text: string): JsonItem[] {
    const chunk = this.#isFirst ? text.replace(/^\uFEFF/, "") : text
    this.#isFirst = false
    const items: JsonItem[] = []
    for (const char of chunk) {
      const item = this.#take(char)
      if (item !== null) items.push({ line: this.#begins, text: item })
    }
    return items
  }

  /** What stood before the first object, closed so that it is JSON. */
  headBefore = (): string => this.#headBefore + (this.#listDepth === 1 ? "]" : "]}")

  /** @throws JsonFault when the file ends in the middle */
  end(): void {
    if (this.#depth !== 0 || this.#isText) throw new JsonFault(this.#line, "The file is incomplete.")
  }

  /** The text of an object that ends with this character. */
  #take(char: string): string | null {
    if (char === "\n") this.#line++
    const isStructure = this.#isPlain(char)
    if (isStructure && (char === "{" || char === "[")) this.#open(char)
    const isInside = this.#listDepth > 0 && this.#depth > this.#listDepth
    if (isInside) this.#item += char
    else if (!(this.#listDepth > 0 && this.#depth === this.#listDepth && char === ",")) this.head += char
    if (this.#item.length > MAX_ITEM) throw new JsonFault(this.#begins, "A fact is too long.")
    if (this.head.length > MAX_HEAD) throw new JsonFault(this.#line, "The header around the facts is too long.")
    return isStructure && (char === "}" || char === "]") ? this.#close() : null
  }

  #isPlain(char: string): boolean {
    if (this.#isEscaped) {
      this.#isEscaped = false
      return false
    }
    if (this.#isText && char === "\\") this.#isEscaped = true
    if (char === '"') {
      this.#isText = !this.#isText
      return false
    }
    return !this.#isText
  }

  #open(char: string): void {
    this.#depth++
    if (char === "[" && this.#listDepth === 0 && this.#depth <= 2) this.#listDepth = this.#depth
    else if (this.#listDepth > 0 && this.#depth === this.#listDepth + 1) {
      this.#begins = this.#line
      this.#headBefore ||= this.head
    }
  }

  #close(): string | null {
    this.#depth--
    if (this.#depth < 0) throw new JsonFault(this.#line, "Unmatched closing bracket.")
    if (this.#listDepth === 0 || this.#depth !== this.#listDepth || this.#item === "") return null
    const item = this.#item
    this.#item = ""
    return item
  }
}
