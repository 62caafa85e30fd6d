import { describe, expect, it } from 'vitest'
import { analysisSchema, PURPOSE_NOT_RECORDED } from '../../src/contract/analysis.ts'
import { summaryText } from '../../src/report/summary.ts'
import { columnsOf } from '../../src/report/text-block.ts'
import { componentOf, documentOf, personOf } from './document-builder.ts'
import { contributionsOnlyDocument, emptyDocument, peopleOnlyDocument, richDocument, wideDocument } from './invented-documents.ts'

const nowhere = { reportFolder: null, openCommand: null }
const documents = {
  company: documentOf(),
  rich: richDocument(),
  'contributions-only': contributionsOnlyDocument(),
  'people-only': peopleOnlyDocument(),
  empty: emptyDocument(),
  wide: wideDocument(),
}

describe.each(Object.entries(documents))('the summary of the %s document', (name, document) => {
  it('is read from a document that obeys the contract', () => {
    expect(analysisSchema.safeParse(document).error).toBeUndefined()
  })

  it('reads as it was last reviewed', async () => {
    await expect(summaryText(document, nowhere)).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it('stays within 100 columns and writes no stand-in for what is unknown', () => {
    const text = summaryText(document, nowhere)
    for (const line of text.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(100)
    expect(text).not.toMatch(/\b(null|undefined|NaN|Infinity|\[object)\b/)
    expect(text).not.toMatch(/\u00a0| \n/)
  })
})

describe('the summary', () => {
  it('says that no purpose was recorded, and states one that was', () => {
    expect(summaryText(contributionsOnlyDocument(), nowhere)).toContain(PURPOSE_NOT_RECORDED)
    expect(summaryText(documentOf(), nowhere)).toContain('Succession plan 2027')
    expect(summaryText(documentOf(), nowhere)).not.toContain(PURPOSE_NOT_RECORDED)
  })

  it('puts the greatest exposure first and breaks ties by name', () => {
    const risk = (name: string, exposure: number) =>
      componentOf(name, { matters: true, keepers: 'one', keeper: { personId: 'E1003', hold: exposure, share: 0.9 }, exposure })
    const text = summaryText(documentOf({ components: [risk('b', 0.6), risk('c', 0.9), risk('a', 0.6)] }), nowhere)
    expect([...text.matchAll(/^ {2}(\w) \(crit/gm)].map(match => match[1])).toEqual(['c', 'a', 'b'])
  })

  it('does not depend on the order in which people and systems are listed', () => {
    const document = richDocument()
    const turned = { ...document, people: document.people.toReversed(), components: document.components.toReversed() }
    expect(summaryText(turned, nowhere)).toBe(summaryText(document, nowhere))
  })

  it('leaves out flags and figures of the organisation where none were computed', () => {
    const text = summaryText(documentOf(), nowhere)
    expect(text).not.toMatch(/MISROUTED|CONVERSATION|UNITS/)
  })

  it('names the folder and the command whole, however long they are', () => {
    const reportFolder = `/srv/${'reports/'.repeat(20)}2026  autumn`
    const text = summaryText(documentOf(), { reportFolder, openCommand: 'switchyard open --workspace here' })
    expect(text).toContain(`  ${reportFolder}\n`)
    expect(text).toContain('analysis.json, report.html, people.csv, key-person-risk.csv, risk-register.csv')
    expect(text).toMatch(/ {2}switchyard open --workspace here\n$/)
  })

  it('tells two people of one name apart by their id', () => {
    const text = summaryText(documentOf(), nowhere)
    expect(text).toContain('Tomas Brandt (E1009)')
    expect(text).not.toContain('Ines Marchetti (E1003)')
  })

  it('says a truck factor of 0 in words', () => {
    const { whole } = documentOf()
    const lost = { ...whole, currentTruckFactor: 0, currentTruckFactorMembers: [], currentRemoval: { removed: [], coverage: [0.41] } }
    expect(summaryText(documentOf({ whole: lost }), nowhere)).toContain('Before anybody leaves, fewer than half of the 1,204')
  })

  it('keeps to one line what a hostile file puts into names', () => {
    const hostile = '\u001b[2J\u001b]0;x\u0007Robin\r\nKEY-PERSON RISKS: none\u202e\u009b31m'
    const text = summaryText(
      documentOf({
        people: [personOf('E1003', hostile)],
        components: [
          componentOf(`${hostile} system`, {
            matters: true,
            ownerUnit: hostile,
            keepers: 'one',
            keeper: { personId: 'E1003', hold: 1, share: 1 },
            exposure: 0.6,
          }),
        ],
        purpose: { purpose: hostile, legalBasis: hostile, noticeDate: null },
      }),
      nowhere,
    )
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.match(/^KEY-PERSON RISKS/gm)).toHaveLength(1)
  })
})
