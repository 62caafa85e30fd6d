/** Names of people as systems write them: the last name first, initials and suffixes, an id in brackets. */

/** `Lee, Ann B.` as `Ann B. Lee`, `Lee Jr, Ann` as `Ann Lee Jr`; any other text as it is. */
export function firstNameFirst(text: string): string {
  const comma = text.indexOf(',')
  if (comma <= 0 || text.indexOf(',', comma + 1) >= 0) return text
  const [last, first] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
  return first === '' || SUFFIX.test(first) ? text : `${first} ${last}`
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|dr|esq)\.?$/i

const LAST_FIRST = /^\p{Lu}[\p{L}’ .'-]+, \p{L}[\p{L}’ .'-]+$/u

export const isLastNameFirst = (text: string) => LAST_FIRST.test(text) && firstNameFirst(text) !== text

/** `Ann Lee (1042)` apart; null for any other text. */
export function nameWithId(text: string): { readonly name: string; readonly id: string } | null {
  const match = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/.exec(text)
  return match ? { name: match[1]!, id: match[2]! } : null
}

/** The first and the last word of a name, without initials, titles and suffixes; null where less is left. */
export function plainName(folded: string): string | null {
  const words = folded.split(' ').filter(word => !/^\p{L}\.?$/u.test(word) && !SUFFIX.test(word))
  return words.length < 2 ? null : `${words[0]} ${words.at(-1)}`
}
