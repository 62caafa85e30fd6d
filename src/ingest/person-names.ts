/** Names of people as systems write them: the last name first, initials and suffixes, an id in brackets. */

/** `Lee, Ann B.` as `Ann B. Lee`, `Lee Jr, Ann` as `Ann Lee Jr`; any other text as it is. */
export function firstNameFirst(text: string): string {
  const comma = text.indexOf(',')
  if (comma <= 0 || text.indexOf(',', comma + 1) >= 0) return text
  const [last, first] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
  return first === '' || SUFFIX.test(first) ? text : `${first} ${last}`
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|phd|md|dr|esq)\.?$/i

/** Small words may come first: `van der Dent, Cy`, `d’Arc, Jo`. */
const LAST_FIRST = /^(?:\p{Ll}{1,5}[ ’'-]){0,3}\p{Lu}[\p{L}’ .'-]+, \p{L}[\p{L}’ .'-]+$/u

export const isLastNameFirst = (text: string) => LAST_FIRST.test(text) && firstNameFirst(text) !== text

/** Whether a header says that the last name comes first: `Last name, First name`, `Nachname, Vorname`. */
export const saysLastNameFirst = (header: string) => /^(?:last.?name|surname|nachname|name|nom|apellidos), ?\p{L}/iu.test(header.trim())

/** `Ann Lee (1042)` apart, also `Ann Lee [C] (1042) (On Leave)`; null for any other text. */
export function nameWithId(text: string): { readonly name: string; readonly id: string } | null {
  const match = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/.exec(withoutState(text))
  return match ? { name: match[1]!.replace(CONTINGENT, ''), id: match[2]! } : null
}

/** `Ann Lee (On Leave)` is Ann Lee; what is added is nobody's name. */
export const withoutState = (text: string) => text.replace(STATE, '')

/** What Workday adds to the name of a worker. */
const STATE = /\s*\((?:on leave|terminated|inherited)\)\s*$/i
const CONTINGENT = /\s*\[c\]$/i

/** Ids have digits; what else stands in brackets is a unit, a place or a nickname. */
export const isNameWithId = (text: string) => /\d/.test(nameWithId(text)?.id ?? '')

/** The first and the last word of a name, without initials, titles and suffixes; null where less is left. */
export function plainName(folded: string): string | null {
  const words = folded.split(' ').filter(word => !/^\p{L}\.?$/u.test(word) && !SUFFIX.test(word))
  return words.length < 2 ? null : `${words[0]} ${words.at(-1)}`
}
