import { rounded } from "@/lib/base/kernel/rounded"

/** Something that a preview says about a task, or about the whole file. */
export type Remark = {
  readonly task: string | null
  /** What was changed or left out. */
  readonly what: string
  readonly why: string
}

/** Gathers what is to be said. Equal things are said once each; more than can be read are counted. */
export class Remarks {
  static readonly MOST = 2_000
  readonly changed: Remark[] = []
  readonly leftOut: Remark[] = []
  more = 0

  change(task: string | null, what: string, why: string): void {
    this.#add(this.changed, { task, what, why })
  }
  leave(task: string | null, what: string, why: string): void {
    this.#add(this.leftOut, { task, what, why })
  }
  #add(list: Remark[], remark: Remark): void {
    if (list.length < Remarks.MOST) list.push(remark)
    else this.more += 1
  }
}

/** "1 task", "3 tasks". */
export const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`
/** Up to two decimals, without zeros at the end. */
export const plainNumber = (value: number): string => String(rounded(value, 2))
