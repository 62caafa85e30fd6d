import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { degreeOfAuthorship, isAuthor } from '../../src/analysis/degree-of-authorship.ts'
import { absenceFactor, effectiveContributors } from '../../src/analysis/ownership.ts'
import { sizeFactor } from '../../src/analysis/points.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { truckFactorOf } from '../../src/analysis/truck-factor.ts'
import { analysisSchema } from '../../src/contract/analysis.ts'
import { INPUT_COLUMNS } from '../../src/domain/input-kind.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'

const read = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')
const method = read('method.md')
const data = read('data.md')

/** The cells of the rows of the table whose first column has this header. */
function tableOf(document: string, header: string): string[][] {
  const lines = document.split('\n')
  const start = lines.findIndex(line => cellsOf(line)[0] === header) + 2
  const end = lines.findIndex((line, index) => index >= start && !line.startsWith('|'))
  return lines.slice(start, end < 0 ? lines.length : end).map(cellsOf)
}

const cellsOf = (line: string) =>
  line.startsWith('|')
    ? line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map(cell => cell.trim())
    : []

const number = (text: string) => {
  const [top, bottom] = text.split('/')
  return Number(top) / Number(bottom ?? 1)
}

describe('docs/method.md', () => {
  it('lists every kind with its mode, its hours and what it changes, as the code has them', () => {
    const kinds = tableOf(method, 'kind').map(([kind, mode, hours, changes]) => [kind, mode, Number(hours), changes === 'yes'])
    expect(kinds).toEqual(
      Object.entries(DEFAULT_KINDS).map(([kind, { mode, weightHours, changesArtifact }]) => [
        `\`${kind}\``,
        mode,
        weightHours,
        changesArtifact,
      ]),
    )
  })

  it('lists every setting with its default and a reason', () => {
    const settings = tableOf(method, 'setting')
    const values = settings.map(([name = '', value = '']) => [name.replaceAll('`', ''), value === 'off' ? false : number(value)])
    expect(Object.fromEntries(values)).toEqual(DEFAULT_SETTINGS)
    for (const [, , reason] of settings) expect(reason?.length).toBeGreaterThan(10)
  })

  it('works its examples of degrees of authorship as the code does', () => {
    const degrees = tableOf(method, 'case').map(([, degree]) => Number(degree))
    const computed = [
      degreeOfAuthorship(true, 0, 0),
      degreeOfAuthorship(false, 5, 0),
      degreeOfAuthorship(true, 0, 22),
      degreeOfAuthorship(true, 0, 1),
      degreeOfAuthorship(false, 1, 0),
    ]
    expect(degrees).toHaveLength(computed.length)
    for (const [index, degree] of computed.entries()) expect(degrees[index]).toBeCloseTo(degree, 6)
    expect(isAuthor(3.457, 4.1685, false, DEFAULT_SETTINGS)).toBe(true)
    expect((3.457 / 4.1685).toFixed(2)).toBe('0.83')
    expect(method).toContain('3.457 / 4.1685 is 0.83')
  })

  it('works its examples of size, absence and effective contributors as the code does', () => {
    const factor = sizeFactor(300, 40, DEFAULT_SETTINGS)
    expect(method).toContain(`gets ${factor.toFixed(3)}, so 2 typical hours become ${(2 * factor).toFixed(2)} points`)
    const counts = [1000, 202, 90, 33, 332, 343, 42, 433]
    expect(method).toContain('1000, 202, 90, 33, 332, 343, 42 and 433 it is 2')
    expect(absenceFactor(counts)).toBe(2)
    expect(method).toContain(`effective contributors are ${effectiveContributors(counts)?.toFixed(3)}`)
  })

  it('works its example of a truck factor as the code does', () => {
    const author = Int32Array.from([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
    const authors = { author, authorOffsets: Uint32Array.from({ length: 11 }, (_, artifact) => artifact) }
    const found = truckFactorOf(authors, { from: 0, to: 10 }, Uint8Array.of(1, 1, 1), () => 1, DEFAULT_SETTINGS)
    expect(found?.truckFactor).toBe(2)
    expect(found?.coverageCurve.slice(0, 3)).toEqual([1, 0.6, 0.3])
  })
})

describe('docs/data.md', () => {
  it('names every column of every kind of file, the must ones in bold', () => {
    for (const [kind, { must, may }] of Object.entries(INPUT_COLUMNS)) {
      const start = data.indexOf(`\n### ${kind}:`)
      expect(start, kind).toBeGreaterThan(0)
      const section = data.slice(start, data.indexOf('\n##', start + 4))
      for (const column of must) expect(section, `${kind}.${column}`).toContain(`**${column}**`)
      for (const column of may) expect(section, `${kind}.${column}`).toMatch(new RegExp(`\\b${column}\\b`))
    }
  })

  it('names every field at the top of analysis.json', () => {
    const fields = tableOf(data, 'field').flatMap(([names = '']) => names.replaceAll('`', '').split(', '))
    expect(fields.toSorted()).toEqual(Object.keys(analysisSchema.shape).toSorted())
  })
})
