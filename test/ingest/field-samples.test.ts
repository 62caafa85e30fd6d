import { describe, expect, test } from 'vitest'
import { inspectSource } from '../../src/ingest/read-file.ts'
import { memorySource, TODAY } from './memory-source.ts'

const inspect = (text: string) => inspectSource(memorySource(text), { today: TODAY })

describe('samples of fields', () => {
  test('are three distinct filled values as the file has them, beside how full the column is', async () => {
    const { samples, filled, surveyedRows } = await inspect(
      'Employee ID,First Name,Last Name,Department,Hire Date\n1,Ann,Lee, A ,\n2,Bo,Ray,A,\n3,Cy,Orr,B,\n4,Di,,NULL,2020-01-02\n5,Ed,Poe,C,\n6,Flo,Kay,D,\n',
    )
    expect(surveyedRows).toBe(6)
    expect(samples).toEqual({
      person_id: ['1', '2', '3'],
      name: ['Ann Lee', 'Bo Ray', 'Cy Orr'],
      org_unit: ['A', 'B', 'C'],
      hire_date: ['2020-01-02'],
    })
    expect(filled).toMatchObject({ person_id: 1, name: 1, org_unit: 5 / 6 })
    expect(filled['hire_date']).toBeCloseTo(1 / 6)
  })

  test('are words of the file, not what they are taken for', async () => {
    const mapping = { kind: 'people', columns: {}, values: { track: { Boss: 'manager' } }, constants: { location: 'Bern' } } as const
    const { samples, filled } = await inspectSource(memorySource('person_id,track,location\n1,Boss,\n'), { mapping })
    expect(samples).toMatchObject({ track: ['Boss'], location: [] })
    expect(filled).toMatchObject({ track: 1, location: 0 })
  })

  test('are of the first five thousand rows, without blank lines, second headers and footers', async () => {
    const body = Array.from({ length: 6000 }, (_, index) => `p${index},Lead`)
    expect((await inspect(`person_id,title\n${body.join('\n')}\n`)).surveyedRows).toBe(5000)
    expect((await inspect('STATUS,USERID,EMAIL\nStatus,UserId,Email\n\na,7,a@x.org\n\nTotal rows: 1\n')).surveyedRows).toBe(1)
  })

  test('are none where the kind of file is not known', async () => {
    expect(await inspect('x,y\n1,2\n')).toMatchObject({ samples: {}, filled: {}, surveyedRows: 0, dates: [], decimals: [] })
  })
})

describe('dates beside what they are read as', () => {
  const dates = async (...cells: string[]) => {
    const { dates: found } = await inspect(`person_id,hire_date\n${cells.map((cell, index) => `p${index},${cell}`).join('\n')}\n`)
    return found[0]
  }

  test('with an order that a value proves', async () => {
    expect(await dates('03/04/2020', '05/18/2017')).toEqual({
      field: 'hire_date',
      header: 'hire_date',
      order: 'MDY',
      samples: [
        { raw: '03/04/2020', read: '2020-03-04' },
        { raw: '05/18/2017', read: '2017-05-18' },
      ],
      question: null,
    })
    expect(await dates('03.04.2020', '05.06.2017')).toMatchObject({ order: 'DMY', question: null })
    expect(await dates('2020-04-03', '2017/6/5', '20200101')).toMatchObject({ order: 'YMD', question: null })
  })

  test('with a question where nothing does', async () => {
    expect(await dates('2020-01-02', '03/04/2020')).toEqual({
      field: 'hire_date',
      header: 'hire_date',
      order: null,
      samples: [
        { raw: '2020-01-02', read: '2020-01-02' },
        { raw: '03/04/2020', read: null },
      ],
      question: { raw: '03/04/2020', asDMY: '2020-04-03', asMDY: '2020-03-04' },
    })
  })

  test('without a question once it is answered', async () => {
    const mapping = { kind: 'people', columns: {}, formats: { hire_date: 'DMY' } } as const
    const { dates: found } = await inspectSource(memorySource('person_id,hire_date\n1,03/04/2020\n'), { mapping })
    expect(found).toMatchObject([{ order: 'DMY', samples: [{ read: '2020-04-03' }], question: null }])
  })

  test('without an order where months have names or days are numbers', async () => {
    expect(await dates('3 May 2020', '43831')).toMatchObject({
      order: null,
      samples: [{ read: '2020-05-03' }, { read: '2020-01-01' }],
      question: null,
    })
    expect(await dates('soon')).toMatchObject({ order: null, samples: [{ raw: 'soon', read: null }] })
  })
})

test('decimal commas are shown with the numbers they are', async () => {
  const { decimals } = await inspect('person;occurred_at;kind;size;hours\na;2025-01-01;fix;1.234;1,5\na;2025-01-02;fix;2,5;1.234,5\n')
  expect(decimals).toEqual([
    { field: 'size', header: 'size', samples: [{ raw: '2,5', read: 2.5 }] },
    {
      field: 'hours',
      header: 'hours',
      samples: [
        { raw: '1,5', read: 1.5 },
        { raw: '1.234,5', read: 1234.5 },
      ],
    },
  ])
  expect((await inspect('person,occurred_at,kind,size\na,2025-01-01,fix,1.5\n')).decimals).toEqual([])
})
