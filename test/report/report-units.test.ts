import { describe, expect, it } from 'vitest'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import { reportHtml } from '../../src/report/report-html.ts'
import { unitsSection } from '../../src/report/report-units.ts'
import { boundSentences, compressionSentence, promotionSentence } from '../../src/report/unit-sentences.ts'
import { documentOf } from './document-builder.ts'
import { richDocument } from './invented-documents.ts'

type Unit = AnalysisDocument['units'][number]

const rich = richDocument()
const unit = rich.units[0]!
const pageOf = (...units: Unit[]) => unitsSection({ ...rich, units })?.text ?? ''
const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null

describe('the units of the page', () => {
  it('stand in a table, blank where a figure cannot be told', () => {
    expect(pageOf(unit)).toMatch(/<th scope="row">Product\/Payments<\/th><td class="number">8<\/td><td class="number">0<\/td>/)
    expect(pageOf(unit)).toContain('<td class="number">410</td><td class="number">690</td><td class="number">120</td>')
    const bare = { ...unit, loadBearingHours: null, optionalHours: null, untoldHours: null, bound: null }
    expect(pageOf(bare)).toMatch(/<td class="number"><\/td><td class="number"><\/td><td class="number"><\/td><td class="text"><\/td><\/tr>/)
  })

  it('show a verdict with what speaks for it, against it and for nothing', () => {
    expect(pageOf(unit)).toContain('<h3>Product/Payments: bound by communication</h3>')
    expect(boundSentences(unit).map(plain)).toEqual([
      '60 % of the working days of 84 finished items went by until the next person took it up.',
      'Against it: 1.2 items a person and month were finished; the median of 4 units beside it is 1.1.',
      'Settles nothing: An item changed hands 2.1 times on average (84 items).',
    ])
    expect(pageOf({ ...unit, bound: { ...unit.bound!, verdict: 'compute' } })).toContain('bound by how many work on it</h3>')
  })

  it('give an undecided unit no heading, and count it', () => {
    const undecided = { ...unit, bound: { ...unit.bound!, verdict: 'undecided' as const } }
    expect(pageOf(undecided)).not.toContain('<h3>')
    expect(plain(pageOf(undecided))).toContain('What binds 1 unit is undecided')
    expect(boundSentences(undecided)).toEqual([])
  })

  it('escape what a file calls a unit', () => {
    expect(pageOf({ ...unit, unit: '<img src=x>' })).not.toContain('<img')
  })

  it('are no section where none is known', () => {
    expect(unitsSection({ ...rich, units: [] })).toBeNull()
    expect(reportHtml(documentOf())).not.toContain('Units, each with everything below it')
    expect(reportHtml(rich)).toContain('Units, each with everything below it')
  })
})

describe('sentences on units', () => {
  it('say of merged roles what became of the meetings', () => {
    const merged = unit.roleCompression!
    const said = (change: Partial<typeof merged>) => plain(compressionSentence({ ...unit, roleCompression: { ...merged, ...change } }))
    const start = 'Product/Payments: 1 role merged into others (testing)'
    expect(said({})).toBe(`${start}; 8.4 meeting hours a person and week since, 7.0 before: the meetings did not fall with the roles.`)
    expect(said({ meetingHoursSince: 5, withoutCoordination: false })).toMatch(/5\.0 meeting .* the meetings fell as well\.$/)
    expect(said({ meetingHoursBefore: null, withoutCoordination: null })).toBe(`${start}; what became of the meetings is not known.`)
    expect(said({ rolesMerged: 0, roles: [] })).toBeNull()
    expect(compressionSentence({ ...unit, roleCompression: null })).toBeNull()
  })

  it('hold promotions against what people there do', () => {
    expect(plain(promotionSentence(unit))).toBe(
      'Product/Payments: 4 promotions, 1 to people who mostly built (63 % of the people there do) and 3 to people who mostly coordinated (25 % of the people there do). Their share of hands-on work changed by -30 points in the year after (median of 4).',
    )
    expect(promotionSentence({ ...unit, promotionSignal: { ...unit.promotionSignal!, promotions: 0 } })).toBeNull()
    expect(promotionSentence({ ...unit, promotionSignal: null })).toBeNull()
  })
})
