import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'
import { PURPOSE_NOT_RECORDED } from '../../src/contract/analysis.ts'
import { analysisJson } from '../../src/report/analysis-json.ts'
import { keyPersonRiskCsv } from '../../src/report/key-person-risk-csv.ts'
import { peopleCsv } from '../../src/report/people-csv.ts'
import { riskId } from '../../src/report/risk-id.ts'
import { riskRegisterCsv } from '../../src/report/risk-register.ts'
import { componentOf, documentOf, personOf } from './document-builder.ts'
import { contributionsOnlyDocument, emptyDocument, richDocument } from './invented-documents.ts'

const read = (text: string) => Papa.parse<Record<string, string>>(text.slice(1), { header: true, skipEmptyLines: true }).data
const turned = () => {
  const document = richDocument()
  return { ...document, people: document.people.toReversed(), components: document.components.toReversed() }
}

describe.each([
  ['people', peopleCsv],
  ['key-person-risk', keyPersonRiskCsv],
  ['risk-register', riskRegisterCsv],
])('%s.csv', (name, write) => {
  it('reads as it was last reviewed', async () => {
    await expect(write(richDocument()).slice(1).replaceAll('\r\n', '\n')).toMatchFileSnapshot(`golden/${name}.txt`)
  })

  it('does not depend on the order in which people and systems are listed', () => {
    expect(write(turned())).toBe(write(richDocument()))
  })

  it('has its header alone when there is nothing to say', () => {
    expect(write(emptyDocument()).split('\r\n')).toHaveLength(2)
  })

  it('writes no stand-in for what is unknown, and no spaces a spreadsheet cannot search for', () => {
    expect(write(contributionsOnlyDocument())).not.toMatch(/\b(null|undefined|NaN)\b|\u00a0/)
    expect(write(richDocument())).not.toMatch(/\b(null|undefined|NaN)\b|\u00a0/)
  })

  it('bears the as-of date and the purpose in every row', () => {
    const rows = read(write(documentOf({ purpose: { purpose: PURPOSE_NOT_RECORDED, legalBasis: null, noticeDate: null } })))
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) expect([row['as_of'], row['purpose']]).toEqual(['2026-08-31', PURPOSE_NOT_RECORDED])
  })
})

describe('people.csv', () => {
  it('is in the order of ids, and leaves blank what is not known', () => {
    const rows = read(peopleCsv(documentOf({ people: [personOf('b', null), personOf('a', null, { modes: null, exposure: null })] })))
    expect(rows.map(row => row['person_id'])).toEqual(['a', 'b'])
    expect(rows.map(row => [row['build_share'], row['exposure'], row['keeps_that_matter']])).toEqual([
      ['', '', ''],
      ['0.62', '0', '0'],
    ])
  })
})

describe('key-person-risk.csv', () => {
  it('has a row for every system with one keeper or none, those that matter first', () => {
    const rows = read(keyPersonRiskCsv(documentOf()))
    expect(rows.map(row => [row['component'], row['verdict'], row['matters']])).toEqual([
      ['ledger-core', 'one keeper', 'yes'],
      ['edge-runtime', 'one keeper', 'yes'],
      ['night-batch', 'no keeper', 'yes'],
      ['intranet', 'one keeper', 'no'],
    ])
  })

  it('counts what hangs on the keeper, and leaves it blank where no artifact is named', () => {
    const [ledger, edge, batch] = read(keyPersonRiskCsv(documentOf()))
    expect([ledger?.['artifacts_without_author'], ledger?.['artifacts_with_author'], ledger?.['hold']]).toEqual(['41', '52', '0.788462'])
    expect([edge?.['artifacts_without_author'], edge?.['hold'], edge?.['effort_share']]).toEqual(['', '', '0.66'])
    expect([batch?.['artifacts_without_author'], batch?.['keeper_id']]).toEqual(['22', ''])
  })
})

describe('risk-register.csv', () => {
  it('gives a risk the same id in the next analysis, whoever keeps the system by then', () => {
    const before = read(riskRegisterCsv(documentOf()))[0]
    const later = documentOf({
      asOf: '2026-11-30',
      components: [
        componentOf('ledger-core', {
          matters: true,
          keepers: 'one',
          keeper: { personId: 'E1007', hold: 0.6, share: 0.6 },
          exposure: 0.6,
        }),
      ],
    })
    expect(read(riskRegisterCsv(later))[0]?.['risk_id']).toBe(before?.['risk_id'])
  })

  it('gives each risk an id of its own', () => {
    const ids = Array.from({ length: 20_000 }, (_, index) => riskId(['one keeper', `system-${index}`]))
    expect(new Set(ids).size).toBe(ids.length)
    expect(riskId(['one keeper', 'ledger'])).not.toBe(riskId(['no keeper', 'ledger']))
    expect(ids[0]).toMatch(/^R-[0-9a-f]{12}$/)
  })

  it('calls likelihood unknown, and impact too where the criticality is assumed', () => {
    const system = componentOf('a', {
      matters: true,
      criticalityAssumed: true,
      keepers: 'one',
      keeper: { personId: 'E1003', hold: 1, share: 1 },
    })
    const [row] = read(riskRegisterCsv(documentOf({ components: [system] })))
    expect([row?.['likelihood'], row?.['impact'], row?.['review_date']]).toEqual(['unknown', 'unknown', ''])
  })

  it('leaves out systems that do not matter', () => {
    expect(riskRegisterCsv(documentOf())).not.toContain('intranet')
  })
})

describe('analysis.json', () => {
  it('gives the document back, and ends with a newline', () => {
    const text = analysisJson(richDocument())
    expect(JSON.parse(text)).toEqual(richDocument())
    expect(text.endsWith('}\n')).toBe(true)
  })
})
