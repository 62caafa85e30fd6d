/** Finds whom a manager reference means: an id, another id, an e-mail, `Name (ID)`, `Last, First` or a name. */
import { firstNameFirst, nameWithId, plainName, withoutState } from './person-names.ts'

export interface FindablePerson {
  readonly personId: string
  readonly name: string | null
  readonly email: string | null
  readonly aliases?: readonly string[]
}

export type FoundManager = number | 'ambiguous' | 'not found'

const SEVERAL = -1
type Index = ReadonlyMap<string, number>

/**
 * The ladder: person_id as written, in another case, another id or login, e-mail, exact name, name
 * without initials; then the id and the name of `Name (ID)`; last an id without its leading zeros.
 * The first rung on which exactly one person stands counts.
 */
export function managerFinder(people: readonly FindablePerson[]): (reference: string) => FoundManager {
  const exact = indexBy(people, ({ personId }) => [personId.trim()])
  const folded = indexBy(people, ({ personId }) => [fold(personId)])
  const aliases = indexBy(people, each => (each.aliases ?? []).map(fold))
  const mails = indexBy(people, ({ email }) => (email === null ? [] : [fold(email)]))
  const names = indexBy(people, ({ name }) => (name === null ? [] : [fold(name), fold(firstNameFirst(name))]))
  const plainNames = indexBy(people, ({ name }) => (name === null ? [] : [plainName(fold(firstNameFirst(name))) ?? '']))
  const unpadded = indexBy(people, ({ personId }) => [withoutZeros(personId) ?? ''])
  const logins = indexBy(people, ({ email }) => (email?.includes('@') === true ? [fold(email.slice(0, email.indexOf('@')))] : []))

  const byKey = (reference: string): Rungs => {
    const key = fold(reference)
    return [exact.get(reference.trim()), folded.get(key), aliases.get(key), mails.get(key)]
  }
  const byName = (reference: string): Rungs => {
    const [key, turned] = [fold(reference), fold(firstNameFirst(reference))]
    return [names.get(key), names.get(turned), plainNames.get(plainName(turned) ?? NOBODY)]
  }
  return written => {
    const reference = withoutState(written)
    const apart = nameWithId(reference)
    const mail = /<([^<>\s]+@[^<>\s]+)>\s*$/.exec(reference)?.[1]
    const rungs = [
      ...byKey(reference),
      ...byName(reference),
      ...(apart ? [...byKey(apart.id), ...byName(apart.name)] : []),
      ...(mail === undefined ? [] : byKey(mail)),
      unpadded.get(withoutZeros(apart?.id ?? reference) ?? NOBODY),
      reference.includes(' ') ? undefined : logins.get(fold(reference)),
    ]
    const single = rungs.find(found => found !== undefined && found !== SEVERAL)
    if (single !== undefined) return single
    return rungs.includes(SEVERAL) ? 'ambiguous' : 'not found'
  }
}

type Rungs = readonly (number | undefined)[]

/** No key is this. */
const NOBODY = '\u0000'

function indexBy(people: readonly FindablePerson[], keysOf: (person: FindablePerson) => readonly string[]): Index {
  const found = new Map<string, number>()
  for (const [index, person] of people.entries()) {
    for (const key of new Set(keysOf(person))) {
      if (key !== '') found.set(key, found.has(key) ? SEVERAL : index)
    }
  }
  return found
}

const withoutZeros = (text: string) => (/^\s*0*[1-9]\d*\s*$/.test(text) ? text.trim().replace(/^0+/, '') : null)

const fold = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
