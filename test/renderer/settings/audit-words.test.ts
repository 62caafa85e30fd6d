/** The audit log in words. */
import { expect, test } from 'vitest'
import { detailWords, entryKindWords, verdictWords } from '../../../renderer/settings/audit-words.ts'
import { AUDIT } from '../fake-settings.ts'

const entry = (kind: string) => AUDIT.rows.find(row => row.kind === kind)!

test('entries read as what was done, and digests are left to machines', () => {
  expect(entryKindWords('import')).toBe('File imported')
  expect(entryKindWords('something_new')).toBe('Something new')
  expect(detailWords(entry('import'))).toBe('contributions.csv · 12,400 rows accepted')
  expect(detailWords(entry('settings'))).toBe('windowMonths: default to 6')
  expect(detailWords({ ...entry('profile'), detail: null })).toMatch(/systems and units only/)
  expect(detailWords({ ...entry('settings'), kind: 'analysis', detail: { digest: 'a'.repeat(64) } })).toBeNull()
})

test('a whole chain and a broken one are told apart, with the entry where it breaks', () => {
  expect(verdictWords(AUDIT)).toBe('The chain is whole: all 4 entries carry the fingerprint of the one before.')
  expect(verdictWords({ ...AUDIT, intact: false, firstBroken: 3 })).toMatch(/broken at entry 3/)
})
