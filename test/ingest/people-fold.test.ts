import { describe, expect, test } from 'vitest'
import { codesOf, readText } from './memory-source.ts'

async function read(text: string) {
  const { rows, lines, report } = await readText(text)
  const people = rows.flatMap(each => (each.kind === 'people' ? [each] : []))
  const events = rows.flatMap(each => (each.kind === 'people' ? (each.events ?? []) : each.kind === 'history' ? [each.row] : []))
  expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
  return { people, events, lines, report }
}

const HEADER = 'Employee ID,Full Name,Effective Date,Job Title,Manager ID,Hire Date'

describe('rows that bear dates', () => {
  const TEXT = `${HEADER}\n1,Ann,2020-01-01,Engineer,9,2020-01-01\n1,Ann,2022-03-01,Staff Engineer,9,2020-01-01\n1,Ann,2027-01-01,Principal,8,2020-01-01\n2,Bo,2021-01-01,Designer,1,2021-01-01\n`

  test('are job events, those to come among them, and one person', async () => {
    const { people, events, report } = await read(TEXT)
    expect(report).toMatchObject({ kind: 'people', rows: 4, accepted: 4 })
    expect(people.map(({ row }) => [row.personId, row.name, row.title, row.manager])).toEqual([
      ['1', 'Ann', null, null],
      ['2', 'Bo', 'Designer', '1'],
    ])
    expect(events.map(({ personId, effectiveDate, title, reason }) => [personId, effectiveDate, title, reason])).toEqual([
      ['1', 18_262, 'Engineer', 'hire'],
      ['1', 19_052, 'Staff Engineer', null],
      ['1', 20_819, 'Principal', null],
      ['2', 18_628, 'Designer', 'hire'],
    ])
  })

  test('say the same in any order', async () => {
    const [header = '', ...lines] = TEXT.trim().split('\n')
    const shuffled = await read([header, ...lines.toReversed()].join('\n'))
    const straight = await read(TEXT)
    const sorted = (items: readonly object[]) => items.map(item => JSON.stringify(item)).toSorted()
    expect(sorted(shuffled.events)).toEqual(sorted(straight.events))
    expect(sorted(shuffled.people.map(({ row }) => row))).toEqual(sorted(straight.people.map(({ row }) => row)))
  })

  test('a month in which nothing changed is no event, and its row is not lost', async () => {
    const months = ['01', '02', '03', '04'].map(month => `1,Ann,2024-${month}-01,${month < '03' ? 'Engineer' : 'Lead'},9,2020-01-01`)
    const { events, report } = await read(`${HEADER}\n${months.join('\n')}\n`)
    expect(report).toMatchObject({ rows: 4, accepted: 4, rejected: 0, duplicates: 0 })
    expect(events.map(({ effectiveDate, title }) => [effectiveDate, title])).toEqual([
      [19_723, 'Engineer'],
      [19_783, 'Lead'],
    ])
  })

  test('a person who only starts later is known, without a place until then', async () => {
    const { people, events } = await read(`${HEADER}\n3,Cy,2027-01-01,Engineer,9,2027-01-01\n`)
    expect(people[0]!.row).toMatchObject({ name: 'Cy', title: null, manager: null, hireDate: 20_819 })
    expect(events).toHaveLength(1)
  })
})

describe('several rows without a date', () => {
  test('two spells of employment are a hire, an exit and a return', async () => {
    const { people, events, report } = await read(
      'Employee ID,Full Name,Hire Date,Termination Date\n1,Ann,2018-01-01,2020-06-30\n1,Ann,2022-01-01,\n',
    )
    expect(report).toMatchObject({ accepted: 2, rejected: 0 })
    expect(people.map(({ row }) => [row.hireDate, row.terminationDate])).toEqual([[18_993, null]])
    expect(events.map(({ effectiveDate, reason }) => [effectiveDate, reason])).toEqual([
      [17_532, 'hire'],
      [18_444, 'exit'],
      [18_993, 'hire'],
    ])
  })

  test('a second team is named, and the first stands', async () => {
    const { people, report } = await read('Employee ID,Full Name,Department\n1,Ann,A\n1,Ann,B\n')
    expect(people.map(({ row }) => row.orgUnit)).toEqual(['A'])
    expect(report).toMatchObject({ accepted: 1, duplicates: 1 })
    expect(report.problems).toMatchObject([{ code: 'several-rows', line: 3 }])
  })

  test.each([
    ['1,Ann,A,0.4\n1,Ann,B,0.6\n', 'B', 1, 2],
    ['1,Ann,A,0.6\n1,Ann,B,0.3\n', 'A', 0.9, 3],
    ['1,Ann,A,0.5\n1,Ann,B,0.5\n', 'A', 1, 3],
    ['1,Ann,A,0.2\n1,Ann,B,0.5\n1,Ann,C,0.3\n', 'B', 1, 2],
    ['1,Ann,A,1\n1,Ann,B,1\n', 'A', 1, 3],
    ['1,Ann,A,\n1,Ann,B,0.5\n', 'B', 0.5, 2],
    ['1,Ann,A,1\n1,Ann,B,0.8\n', 'A', 1, 3],
  ])('of shares %j the largest is the place, and those that are shares add up', async (rows, orgUnit, fte, line) => {
    const { people, report } = await read(`Employee ID,Full Name,Department,FTE\n${rows}`)
    expect(people.map(({ row }) => [row.orgUnit, row.fte])).toEqual([[orgUnit, fte]])
    const warning = report.problems.find(({ code }) => code === 'several-rows')
    expect(warning?.line).toBe(line)
    expect(warning?.message).toMatch(
      rows.includes(',1\n') || rows.includes(',\n') ? /State the share/ : new RegExp(`add up to ${fte} of full time`),
    )
  })

  test('what a person has several of is everybody’s, what one row leaves blank another says', async () => {
    const { people } = await read(
      'person_id,name,email,aliases,accountable_for,org_unit,fte\n1,Ann,,al,Ledger,A,0.6\n1,Ann,a@x.org,lee,Pay;Ledger,B,0.4\n',
    )
    expect(people[0]?.row).toMatchObject({ email: 'a@x.org', aliases: ['al', 'lee'], accountableFor: ['Ledger', 'Pay'], orgUnit: 'A' })
  })

  test('somebody else under the same id is an error', async () => {
    const { report } = await read('Employee ID,Full Name,Department\n1,Ann,A\n1,Bo,A\n')
    expect(report).toMatchObject({ accepted: 1, rejected: 1 })
    expect(codesOf(report.problems)).toEqual(['duplicate-person'])
  })
})

test('two teams on one day are one event, with the shares together', async () => {
  const { people, events, report } = await read(
    'person_id,name,effective_date,org_unit,fte,hire_date\n1,Ann,2024-01-01,A,0.4,2020-01-01\n1,Ann,2024-01-01,B,0.5,2020-01-01\n1,Ann,2025-01-01,B,1,2020-01-01\n',
  )
  expect(events.map(({ effectiveDate, orgUnit, fte }) => [effectiveDate, orgUnit, fte])).toEqual([
    [19_723, 'B', 0.9],
    [20_089, 'B', 1],
  ])
  expect(people).toHaveLength(1)
  expect(report).toMatchObject({ accepted: 2, duplicates: 1, rejected: 0 })
})

test('time in a role says when it began', async () => {
  const { events } = await read('Employee ID,Full Name,Job Title,Time in Job Profile\n1,Ann,Lead,2\n2,Bo,Engineer,"1 year, 6 months"\n')
  expect(events.map(({ personId, effectiveDate, title }) => [personId, effectiveDate, title])).toEqual([
    ['1', 19_724, 'Lead'],
    ['2', 19_906, 'Engineer'],
  ])
})
