/** Finds the HRIS person a contributor's key or name means, where it can mean only one. */
import { isPlaceholder } from '../domain/placeholder.ts'
import { foldKey, foldName, loginOfKey } from './identity-keys.ts'

export interface HrisPerson {
  readonly personId: string
  readonly name: string | null
  readonly email: string | null
  /** Other e-mails and logins. */
  readonly aliases: readonly string[]
}

export type JoinedBy = 'id' | 'email' | 'alias' | 'name'

export interface HrisLookup {
  /** By person_id, then e-mail, then alias. */
  byKey(key: string): { readonly index: number; readonly by: JoinedBy } | null
  /** The people who bear the name. */
  byName(name: string | null): readonly number[]
}

export function hrisLookup(people: readonly HrisPerson[]): HrisLookup {
  const ids = index(people, ({ personId }) => [personId.trim()])
  const idsWithoutCase = index(people, ({ personId }) => [personId.trim().toLowerCase()])
  const mails = index(people, ({ email }) => (email === null ? [] : [foldKey(email)]))
  const aliases = index(people, each => each.aliases.map(alias => foldKey(alias).toLowerCase()))
  const names = index(people, ({ name }) => {
    const folded = foldName(name)
    return folded === null ? [] : [folded]
  })
  const single = (found: readonly number[] | undefined) => (found?.length === 1 ? found[0]! : null)
  return {
    byKey(key) {
      const folded = foldKey(key)
      const lower = folded.toLowerCase()
      const byId = single(ids.get(key.trim())) ?? single(ids.get(folded)) ?? single(idsWithoutCase.get(lower))
      if (byId !== null) return { index: byId, by: 'id' }
      if (isPlaceholder(folded)) return null
      const byMail = single(mails.get(folded))
      if (byMail !== null) return { index: byMail, by: 'email' }
      const login = loginOfKey(folded)
      const byAlias = single(aliases.get(lower)) ?? (login === null ? null : single(aliases.get(login)))
      return byAlias === null ? null : { index: byAlias, by: 'alias' }
    },
    byName: name => names.get(foldName(name) ?? '') ?? [],
  }
}

function index(people: readonly HrisPerson[], keysOf: (person: HrisPerson) => readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>()
  for (const [position, person] of people.entries()) {
    for (const key of new Set(keysOf(person))) {
      if (key === '') continue
      const positions = found.get(key)
      if (positions) positions.push(position)
      else found.set(key, [position])
    }
  }
  return found
}
