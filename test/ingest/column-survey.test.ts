import { describe, expect, test } from 'vitest'
import { InputError } from '../../src/ingest/input-error.ts'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { codesOf, memorySource, readAll, readText } from './memory-source.ts'

const hireDates = async (text: string) => {
  const { rows, report } = await readText(text)
  return { days: rows.map(each => (each.kind === 'people' ? each.row.hireDate : undefined)), report }
}

describe('dates of a column', () => {
  const people = (...dates: string[]) => `person_id,hire_date\n${dates.map((date, index) => `p${index},${date}`).join('\n')}\n`

  test('one value over 12 settles all, wherever it stands', async () => {
    expect((await hireDates(people('03/04/2020', '05/18/2017'))).days).toEqual([18_325, 17_304])
    expect((await hireDates(people('03/04/2020', '18/05/2017'))).days).toEqual([18_355, 17_304])
    const far = people(...Array.from({ length: 20_000 }, () => '03/04/2020'), '18/05/2017')
    const { days, report } = await hireDates(far)
    expect(new Set(days)).toEqual(new Set([18_355, 17_304]))
    expect(report.mapping.formats).toEqual({ hire_date: 'DMY' })
    expect(report.problems).toEqual([])
  })

  test('without one, the question is asked and the cells stay blank', async () => {
    const { days, report } = await hireDates(people('03/04/2020', '05/06/2017', '2020-01-02'))
    expect(days).toEqual([null, null, 18_263])
    expect(report).toMatchObject({ accepted: 3, rejected: 0 })
    expect(report.problems[0]).toMatchObject({ severity: 'warning', code: 'ambiguous-date', line: 1, column: 'hire_date' })
    expect(report.problems[0]!.message).toContain('"formats": {"hire_date": ...}')
  })

  test('proofs both ways settle nothing, a stray one in a hundred is a mistake at its line', async () => {
    expect(codesOf((await hireDates(people('13/04/2020', '04/13/2020', '03/04/2020'))).report.problems)).toContain('ambiguous-date')
    const { days, report } = await hireDates(people(...Array.from({ length: 120 }, () => '13/04/2020'), '04/13/2020'))
    expect(days.at(-1)).toBeNull()
    expect(report.problems).toMatchObject([{ code: 'contrary-date', line: 122 }])
  })

  test('a file that cannot do without the column is refused until the question is answered', async () => {
    const text = 'person_id,effective_date,title\n1,03/04/2020,x\n'
    await expect(readText(text)).rejects.toThrow(InputError)
    await expect(readText(text)).rejects.toMatchObject({ problem: { code: 'ambiguous-date', severity: 'fatal', column: 'effective_date' } })
    const inspection = await inspectSource(memorySource(text))
    expect(inspection.problems).toMatchObject([{ code: 'ambiguous-date', severity: 'fatal' }])
    const mapping = { kind: 'history', columns: {}, formats: { effective_date: 'DMY' } } as const
    const { rows } = await readText(text, { mapping })
    expect(rows).toMatchObject([{ row: { effectiveDate: 18_355 } }])
  })

  test('each column has its own order, beside ISO and day numbers', async () => {
    const { rows, report } = await readText(
      'person_id,hire_date,termination_date,leave_from\n1,05/18/2017,18/05/2020,43471\n2,2017-05-18,01/02/2020,2019-01-06\n',
    )
    expect(report.mapping.formats).toEqual({ hire_date: 'MDY', termination_date: 'DMY' })
    expect(rows).toMatchObject([
      { row: { hireDate: 17_304, terminationDate: 18_400, leaveFrom: 17_902 } },
      { row: { hireDate: 17_304, terminationDate: 18_293, leaveFrom: 17_902 } },
    ])
    expect(report.problems).toMatchObject([{ code: 'serial-date', column: 'leave_from' }])
  })
})

describe('numbers of a column', () => {
  test('a decimal comma anywhere is read everywhere', async () => {
    const { rows } = await readText('person;occurred_at;kind;size\na;2025-01-01;fix;1.234\na;2025-01-02;fix;2,5\n')
    expect(rows).toMatchObject([{ row: { size: 1234 } }, { row: { size: 2.5 } }])
  })

  test('working time out of a hundred is a share', async () => {
    const { rows } = await readText('person_id,fte\n1,100\n2,80\n')
    expect(rows).toMatchObject([{ row: { fte: 1 } }, { row: { fte: 0.8 } }])
  })
})

describe('ids and names', () => {
  test('the key is the column that managers are named by, the other is an alias', async () => {
    const { rows, report } = await readText('Employee ID,User ID,Full Name,Manager\nE1,ann,Ann Lee,\nE2,bo,Bo Ray,ann\nE3,cy,Cy Orr,ann\n')
    expect(rows.map(each => each.kind === 'people' && [each.row.personId, each.row.aliases, each.row.manager])).toEqual([
      ['ann', ['E1'], null],
      ['bo', ['E2'], 'ann'],
      ['cy', ['E3'], 'ann'],
    ])
    expect(codesOf(report.problems)).toContain('key-by-managers')
  })

  test('a user who names the key is obeyed', async () => {
    const mapping = { kind: 'people', columns: { person_id: 'Employee ID', manager_id: 'Manager' } } as const
    const { rows } = await readText('Employee ID,User ID,Manager\nE1,ann,\nE2,bo,ann\nE3,cy,ann\n', { mapping })
    expect(rows.map(each => each.kind === 'people' && each.row.personId)).toEqual(['E1', 'E2', 'E3'])
  })

  test('ids kept as text by spreadsheets lose their wrapping, not their zeros; formulas stay text', async () => {
    const { rows } = await readText('person_id,name,title\n"=""007""",Ann,=1+1\n\'012,Bo,+cmd\n')
    expect(rows.map(each => each.kind === 'people' && [each.row.personId, each.row.title])).toEqual([
      ['007', '=1+1'],
      ['012', '+cmd'],
    ])
  })

  test('ids of which some lost their zeros are warned about', async () => {
    expect(codesOf((await readText('person_id\n007\n12\n113\n')).report.problems)).toEqual(['uneven-ids'])
    expect((await readText('person_id\n7\n12\n113\n')).report.problems).toEqual([])
  })

  test('names with the last one first are turned', async () => {
    const { rows } = await readText('person_id,name\n1,"Lee, Ann"\n2,"Ray, Bo B."\n')
    expect(rows.map(each => each.kind === 'people' && each.row.name)).toEqual(['Ann Lee', 'Bo B. Ray'])
  })

  test('first and last names in two columns make a name, in several languages', async () => {
    for (const header of ['First Name,Last Name', 'Vorname,Nachname', 'Prénom,Nom', 'Nombre,Apellidos']) {
      const { rows } = await readText(`Employee ID,Department,${header}\n1,IT,Ann,Lee\n`)
      expect(rows).toMatchObject([{ row: { name: 'Ann Lee', orgUnit: 'IT' } }])
    }
  })

  test('a key of e-mails is the e-mail too', async () => {
    const { rows, report } = await readText('Worker ID,Department\nann@x.org,IT\nbo@x.org,IT\n')
    expect(rows).toMatchObject([{ row: { personId: 'ann@x.org', email: 'ann@x.org' } }, { row: { email: 'bo@x.org' } }])
    expect(report.mapping.columns['email']).toBe('Worker ID')
  })
})

describe('lines below the table', () => {
  test.each(['\nTotal rows: 2', '\nExported by: hr on 2024-01-01', '\nFilter: Active only\nPage 1 of 1', 'Total,2,', '\nGrand Total,,2'])(
    '%j is no person',
    async footer => {
      const { report } = await readText(`person_id,name,title\n1,Ann,x\n2,Bo,y\n${footer}\n`)
      expect(report).toMatchObject({ rows: 2, accepted: 2 })
      expect(codesOf(report.problems)).toContain('footer-line')
    },
  )

  test('a short row below a blank line is still a person', async () => {
    const { report } = await readText('person_id,name,title\n1,Ann,x\n\n2,Bo,\n3\n')
    expect(report).toMatchObject({ rows: 3, accepted: 3 })
  })
})

describe('what a mapping says beyond columns', () => {
  const people = { kind: 'people', columns: {} } as const

  test('wins over every guess about how the file is written', async () => {
    const bytes = Buffer.from("notes;x\nperson_id;name\n'1';'M\xfcller'\n", 'latin1')
    const dialect = { encoding: 'windows-1252', delimiter: ';', quote: "'", headerLine: 2 }
    const { rows, report } = await readAll(memorySource(bytes), { mapping: { ...people, dialect } })
    expect(report.dialect).toMatchObject(dialect)
    expect(rows).toMatchObject([{ row: { personId: '1', name: 'Müller' } }])
  })

  test('words become ours, constants fill, fallbacks stand in', async () => {
    const mapping = {
      ...people,
      constants: { location: 'Bern' },
      fallbacks: { name: ['nick'] },
      values: { track: { 'Stufe F': 'manager', 'Stufe X': '' } },
    }
    const { rows, report } = await readText('person_id,name,nick,track\n1,,Annie,Stufe F\n2,Bo,B,Stufe X\n', { mapping })
    expect(report.problems).toEqual([])
    expect(rows).toMatchObject([
      { row: { name: 'Annie', track: 'manager', location: 'Bern' } },
      { row: { name: 'Bo', track: null, location: 'Bern' } },
    ])
  })

  test('nothing protected comes in by a fallback or as part of a name', async () => {
    const mapping = { ...people, fallbacks: { title: ['gender'] }, joined: { name: ['name', 'religion'] } }
    const { rows } = await readText('person_id,name,title,gender,religion\n1,Ann,,f,r\n', { mapping })
    expect(rows).toMatchObject([{ row: { name: 'Ann', title: null } }])
  })

  test('what was found is a mapping that reads the file the same again', async () => {
    const text =
      'Personalnummer;Vorname;Nachname;Vorgesetzter;Einstellungsdatum;FTE\n001;Ann;Lee;;31.01.2020;0,8\n002;Bo;Ray;Lee, Ann;05/18/2021;1,0\n'
    const first = await readText(text)
    const again = await readText(text, { mapping: first.report.mapping })
    expect(again.rows).toEqual(first.rows)
    expect(again.report.mapping).toEqual(first.report.mapping)
  })
})

test('one e-mail under two ids is warned about', async () => {
  const { report } = await readText('person_id,email\n1,a@x.org\n2,A@x.org\n')
  expect(report).toMatchObject({ accepted: 2 })
  expect(report.problems).toMatchObject([{ code: 'same-email', line: 3 }])
})
