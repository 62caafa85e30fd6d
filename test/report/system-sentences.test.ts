import { describe, expect, it } from 'vitest'
import type { ComponentEntry } from '../../src/contract/analysis.ts'
import { reportHtml } from '../../src/report/report-html.ts'
import { summaryText } from '../../src/report/summary.ts'
import { componentOf, documentOf } from './document-builder.ts'

const risk = (name: string, counter: string[]) =>
  componentOf(name, { matters: true, keepers: 'one', keeper: { personId: 'E1003', hold: 0.75, share: 0.9 }, exposure: 0.45, counter })

describe('what speaks against a verdict', () => {
  const document = documentOf({
    components: [risk('a', ['No scope is stated.', 'Only two people changed it.']), risk('b', ['No scope is stated.'])],
  })

  it('is said once where it speaks against all of them', () => {
    for (const text of [summaryText(document, { reportFolder: null, openCommand: null }), reportHtml(document)]) {
      expect(text.match(/No scope is stated/g)).toHaveLength(1)
      expect(text).toContain('Speaks against all of these: No scope is stated.')
      expect(text).toContain('Speaks against: Only two people changed it.')
    }
  })

  it('is said at the system where there is one alone', () => {
    const alone = documentOf({ components: [risk('a', ['No scope is stated.'])] })
    expect(summaryText(alone, { reportFolder: null, openCommand: null })).toContain('    Speaks against: No scope is stated.')
  })
})

describe('what hangs on a keeper', () => {
  it('counts the artifacts that have an author who is here, not those that once had one', () => {
    const system = componentOf('a', {
      matters: true,
      artifacts: 40,
      authoredArtifacts: 40,
      currentRemoval: { removed: ['E1003'], coverage: [0.5, 0.1] },
      keepers: 'one',
      keeper: { personId: 'E1003', hold: 0.8, share: 0.9 },
      exposure: 0.48,
    })
    const text = summaryText(documentOf({ components: [system] }), { reportFolder: null, openCommand: null })
    expect(text).toContain('16 of the 20 artifacts with an author (80 %) would have none left')
  })

  it('does not call anybody gone where employment is unknown', () => {
    const system = componentOf('a', { matters: true, keepers: 'none', currentTruckFactor: null, exposure: null })
    const text = summaryText(documentOf({ components: [system] }), { reportFolder: null, openCommand: null })
    expect(text).not.toContain('still employed')
  })
})

describe('a system whose criticality nobody gave', () => {
  const unknown = componentOf('a', {
    criticalityAssumed: true,
    keepers: 'one',
    keeper: { personId: 'E1003', hold: 1, share: 1 },
    exposure: 0.6,
  })
  const title = (components: ComponentEntry[]) =>
    /^KEY-PERSON RISKS.*$/m.exec(summaryText(documentOf({ components }), { reportFolder: null, openCommand: null }))?.[0]

  it('is among the risks, and the title says what is not known', () => {
    expect(title([unknown])).toBe('KEY-PERSON RISKS: 1 system is kept by one person; how critical it is, nobody said')
    expect(title([unknown, risk('b', []), risk('c', [])])).toBe(
      'KEY-PERSON RISKS: 3 systems are kept by one person; 2 matter, and of 1 nobody said how critical',
    )
    expect(title([risk('b', [])])).toBe('KEY-PERSON RISKS: 1 system that matters is kept by one person')
  })

  it('is not called one that does not matter', () => {
    expect(summaryText(documentOf({ components: [unknown] }), { reportFolder: null, openCommand: null })).not.toContain('not matter')
  })
})
