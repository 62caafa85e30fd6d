/** Reads pairs and bots in pages of their own list: the host lists open pairs and decided ones in one, open ones first. */
import type { Caller } from '../caller.ts'
import type { IdentityList } from '../navigation/address.ts'
import type { Bot, IdentityCounts, Suggestion } from './answers.ts'

const PAGE_ROWS = 100

export interface IdentityRows {
  readonly counts: IdentityCounts
  readonly pairs: readonly Suggestion[]
  readonly bots: readonly Bot[]
  /** Of the list. */
  readonly total: number
}

export async function readIdentities(backend: Caller, list: IdentityList, page: number): Promise<IdentityRows> {
  const first = await backend.call('identities.list', { page: 0 })
  const { counts } = first
  if (list === 'bots') {
    const { rows, total } = await backend.call('identities.bots', { page })
    return { counts, pairs: [], bots: rows, total }
  }
  const total = counts[list]
  const from = (list === 'open' ? 0 : counts.open) + page * PAGE_ROWS
  const until = Math.min(from + PAGE_ROWS, (list === 'open' ? 0 : counts.open) + total)
  const pairs: Suggestion[] = []
  for (let each = Math.floor(from / PAGE_ROWS); each * PAGE_ROWS < until; each++) {
    const { rows } = each === 0 ? first : await backend.call('identities.list', { page: each })
    pairs.push(...rows.filter((_, index) => index + each * PAGE_ROWS >= from && index + each * PAGE_ROWS < until))
  }
  return { counts, pairs, bots: [], total }
}
