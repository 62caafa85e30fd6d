import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type Fix, rowDigest } from '../../src/ingest/fixes.ts'
import { InputError } from '../../src/ingest/input-error.ts'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { codesOf, memorySource, readText } from './memory-source.ts'

const people = (fixes: readonly Fix[]) => ({ mapping: { kind: 'people', columns: {}, fixes } }) as const

async function readPeople(text: string, fixes: readonly Fix[]) {
  const { rows, report } = await readText(text, people(fixes))
  expect(report.rows).toBe(report.accepted + report.rejected + report.duplicates)
  return {
    people: rows.flatMap(each => (each.kind === 'people' ? [each.row] : [])),
    report,
    applied: report.fixes.map(each => each.applied),
  }
}

const digest = (...cells: string[]) => createHash('sha256').update(JSON.stringify(cells)).digest('hex').slice(0, 32)

test('a row keeps its name when the lines of its file end otherwise', async () => {
  const leaveOut: Fix = { kind: 'leave-out', row: digest('1', 'Ann') }
  for (const lineEnd of ['\n', '\r\n', '\r'])
    expect((await readPeople(['person_id,name', '1,Ann', '2,Bo', ''].join(lineEnd), [leaveOut])).applied).toEqual([1])
})

test('a row is named by the hash of its cells, without the protected ones', () => {
  expect(rowDigest(['1', ' Ann ', 'f'], new Set())).toBe(digest('1', ' Ann ', 'f'))
  expect(rowDigest(['1', ' Ann ', 'f'], new Set([2]))).toBe(digest('1', ' Ann '))
})

describe('a replacement', () => {
  const TEXT = 'person_id,title,org_unit\n1,Enginer,Enginer\n2, Enginer ,\n3,Lead,  \n'

  test('changes every cell of the column that reads so, blanks around it or not, and no other column', async () => {
    const read = await readPeople(TEXT, [{ kind: 'replace', column: 'title', from: 'Enginer', to: 'Engineer' }])
    expect(read.people.map(({ title, orgUnit }) => [title, orgUnit])).toEqual([
      ['Engineer', 'Enginer'],
      ['Engineer', null],
      ['Lead', null],
    ])
    expect(read.applied).toEqual([2])
  })

  test('of the empty text fills blank cells, those that a short row lacks among them', async () => {
    const fill: Fix = { kind: 'replace', column: 'org_unit', from: '', to: 'Platform' }
    expect((await readPeople(`${TEXT}4,Lead\n`, [fill])).people.map(({ orgUnit }) => orgUnit)).toEqual([
      'Enginer',
      'Platform',
      'Platform',
      'Platform',
    ])
  })

  test('is made once a cell, so that two can swap; the later of two for one text counts', async () => {
    const swap: Fix[] = [
      { kind: 'replace', column: 'title', from: 'Lead', to: 'nobody' },
      { kind: 'replace', column: 'title', from: 'Enginer', to: 'Lead' },
      { kind: 'replace', column: 'title', from: 'Lead', to: 'Enginer' },
    ]
    const { people: read, applied } = await readPeople(TEXT, swap)
    expect(read.map(({ title }) => title)).toEqual(['Lead', 'Lead', 'Enginer'])
    expect(applied).toEqual([0, 2, 1])
  })

  test('makes a rejected row go in', async () => {
    const text = 'artifact,lines\na,many\nb,7\n'
    const mapping = { kind: 'artifacts', columns: {}, fixes: [{ kind: 'replace', column: 'lines', from: 'many', to: '900' }] } as const
    const { rows, report } = await readText(text, { mapping })
    expect(rows).toMatchObject([{ row: { lines: 900 } }, { row: { lines: 7 } }])
    expect(report.problems).toEqual([])
  })
})

describe('a fix of one row', () => {
  const TEXT = 'person_id,name,title\n1,Ann,Lead\n2,Bo,Lead\n'

  test('changes one cell of the row that still reads as it did', async () => {
    const edit: Fix = { kind: 'edit', row: digest('2', 'Bo', 'Lead'), column: 'Title', to: 'Engineer' }
    expect((await readPeople(TEXT, [edit])).people.map(({ title }) => title)).toEqual(['Lead', 'Engineer'])
    const changed = await readPeople(TEXT.replace('2,Bo', '2,Bob'), [edit])
    expect(changed.people.map(({ title }) => title)).toEqual(['Lead', 'Lead'])
    expect(changed.applied).toEqual([0])
  })

  test('leaves the row out, which counts as rejected and says so', async () => {
    const { people: read, report, applied } = await readPeople(TEXT, [{ kind: 'leave-out', row: digest('1', 'Ann', 'Lead') }])
    expect(read.map(({ personId }) => personId)).toEqual(['2'])
    expect(report).toMatchObject({ rows: 2, accepted: 1, rejected: 1 })
    expect(report.problems).toMatchObject([{ severity: 'error', code: 'left-out', line: 2 }])
    expect(applied).toEqual([1])
  })

  test('goes by the row as the file has it, whatever other fixes change', async () => {
    const fixes: Fix[] = [
      { kind: 'replace', column: 'name', from: 'Ann', to: 'Anne' },
      { kind: 'edit', row: digest('1', 'Ann', 'Lead'), column: 'name', to: 'Anna' },
    ]
    expect((await readPeople(TEXT, fixes)).people[0]?.name).toBe('Anna')
  })
})

describe('joined cells', () => {
  const join: Fix = { kind: 'join-cells', column: 'name' }

  test('are put together with the delimiter of the file, in rows with too many cells only', async () => {
    const { people: read, report, applied } = await readPeople('person_id;name;title\n1;Lee; Ann;Lead\n2;Bo;Engineer\n', [join])
    expect(read.map(({ name, title }) => [name, title])).toEqual([
      ['Lee; Ann', 'Lead'],
      ['Bo', 'Engineer'],
    ])
    expect(report.problems).toEqual([])
    expect(applied).toEqual([1])
  })

  test('are not those after the last column at the end of a line', async () => {
    const { people: read, applied } = await readPeople('person_id,name,title\n1,Ann,Lead,\n2,Lee, Bo,Lead,,\n', [join])
    expect(read.map(({ name, title }) => [name, title])).toEqual([
      ['Ann', 'Lead'],
      ['Lee, Bo', 'Lead'],
    ])
    expect(applied).toEqual([1])
    expect((await readPeople('person_id,name,title,\n2,Lee, Bo,Lead,\n', [join])).people[0]).toMatchObject({
      name: 'Lee, Bo',
      title: 'Lead',
    })
  })

  test('come before replacements', async () => {
    const replace: Fix = { kind: 'replace', column: 'name', from: 'Lee, Ann', to: 'Ann Lee' }
    expect((await readPeople('person_id,name,title\n1,Lee, Ann,Lead\n', [replace, join])).people[0]?.name).toBe('Ann Lee')
  })
})

test('a fix for a header the file lacks does nothing and is told', async () => {
  const fixes: Fix[] = [
    { kind: 'replace', column: 'Team', from: 'A', to: 'B' },
    { kind: 'join-cells', column: 'Team' },
    { kind: 'edit', row: digest('1', 'A'), column: 'Team', to: 'B' },
  ]
  const { report } = await readPeople('person_id,name\n1,A\n', fixes)
  expect(report.fixes).toEqual(fixes.map(fix => ({ fix, applied: 0 })))
})

test.each(['gender', 'Date of Birth'])('a fix of the protected column %s is refused', async column => {
  const text = 'person_id,gender,Date of Birth\n1,f,1990-01-01\n'
  const options = people([{ kind: 'replace', column, from: 'f', to: 'm' }])
  await expect(readText(text, options)).rejects.toThrow(InputError)
  const { problems } = await inspectSource(memorySource(text), options)
  expect(problems).toMatchObject([{ severity: 'fatal', code: 'protected-column', column }])
  expect(codesOf(problems)).toHaveLength(1)
})

test('rows are named alike whatever their protected cells say', async () => {
  const leaveOut: Fix = { kind: 'leave-out', row: digest('1', 'Ann') }
  const { report } = await readPeople('person_id,gender,name\n1,f,Ann\n2,m,Bo\n', [leaveOut])
  expect(report).toMatchObject({ accepted: 1, rejected: 1 })
})
