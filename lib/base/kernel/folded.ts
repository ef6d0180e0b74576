/** Letters that Unicode does not take apart, and what people type for them. */
const LIGATURES: Readonly<Record<string, string>> = {
  ...{ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ħ: "h", ı: "i", ŋ: "n", ŧ: "t" },
}

/** A text as it is searched: lower case, without accents and ligatures, so that "lodz" finds Łódź and "strasse" Straße. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[ßæœøłđðþħıŋŧ]/g, (letter) => LIGATURES[letter] ?? letter)
