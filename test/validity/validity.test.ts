/** docs/validity.md is of this very method: its settings, and a few of its organisations made again. */
import { describe, expect, test } from 'vitest'
import { documentText } from '../report/document-tables.ts'
import { methodLine } from './digest.ts'
import { organisationRow } from './document.ts'
import { REDUCED } from './lineup.ts'
import { trialsOf } from './trials.ts'
import { agrees, reproduced } from './published.ts'
import { outcomeOf, tallyOf } from './trial.ts'
import type { Outcome } from './trial.ts'

const report = documentText('validity.md')
const rows = new Set(
  report.split('\n').map(line =>
    line
      .split('|')
      .map(cell => cell.trim())
      .join('|'),
  ),
)
const isInReport = (cells: readonly string[]) => rows.has(`|${cells.join('|')}|`)

describe('docs/validity.md', () => {
  test('is of this version of the method and of its default settings; if not, run: npm run validity', () => {
    expect(report).toContain(methodLine())
  })

  test('says of some of its organisations what comes out today; if not, run: npm run validity', async () => {
    const outcomes: Outcome[] = []
    for await (const trial of trialsOf(REDUCED)) outcomes.push(outcomeOf(trial))
    expect(new Set(outcomes.map(({ style }) => style)).size).toBe(5)
    for (const outcome of outcomes) expect(organisationRow(outcome)).toSatisfy(isInReport)
    const { planted, hit, raised } = tallyOf(outcomes)
    expect(planted).toBeGreaterThan(20)
    expect(hit / planted).toBeGreaterThanOrEqual(0.9)
    expect(hit / raised).toBeGreaterThanOrEqual(0.9)
  }, 120_000)

  test('was made where the published data is: no value of it is left out, and none disagrees', () => {
    expect(report).not.toContain('not run here')
    for (const one of reproduced().filter(({ computed }) => computed !== null)) {
      expect(one).toSatisfy(agrees)
      expect(isInReport([one.what, one.source, ...[one.published, one.computed!].map(shown), 'yes'])).toBe(true)
    }
  }, 120_000)

  test('says what is not validated, and what would be needed', () => {
    expect(report).toContain('No public data set holds job history and contributions of the same people')
    expect(report).toContain('What would be needed')
  })
})

const shown = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(6))
