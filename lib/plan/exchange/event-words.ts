import { sayText, type WordTable } from "@/lib/door/audit/wording"

const many = (count: unknown, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

/** The words for what happens when plans come from files. */
export const exchangeWords: WordTable = {
  "project-file.imported": ({ data, texts }) =>
    `imported ${sayText(texts.fileName)}: ${many(data.newItems, "new item")}, ${many(data.changedItems, "changed item")}, ${many(data.newLinks, "new dependency")}`,
  "workstream.added": ({ texts }) => `added the workstream ${sayText(texts.name)}`,
}
