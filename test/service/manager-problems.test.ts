import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { personId } from '../../src/domain/identifiers.ts'
import { type ReportingPerson, resolveManagers } from '../../src/ingest/reporting-lines.ts'
import { openSource } from '../../src/ingest/source.ts'
import { managerProblems } from '../../src/service/manager-problems.ts'
import { readAll } from '../ingest/memory-source.ts'

const problemsOf = (people: readonly ReportingPerson[]) =>
  managerProblems(
    resolveManagers(people).problems,
    people.map(each => ({ id: personId(each.personId), name: each.name })),
  )

const person = (id: string, manager: string | null, name: string | null = null): ReportingPerson => ({
  personId: id,
  name,
  email: null,
  manager,
})

describe('managers who were not found are told in words', () => {
  test('a circle is named, with the people under it', () => {
    const circle = [person('a', 'b', 'Ann Lee'), person('b', 'c'), person('c', 'a', 'Cy Day'), person('d', 'a'), person('e', 'd')]
    expect(problemsOf(circle)).toEqual([
      {
        code: 'manager-loop',
        words:
          'Ann Lee, b, and Cy Day report to each other in a circle. 5 chains of managers end there; Ann Lee counts as having no manager.',
        people: 5,
        examples: ['Ann Lee', 'b', 'Cy Day'],
      },
    ])
  })

  test('a long circle names the first six of it', () => {
    const circle = Array.from({ length: 9 }, (_, index) => person(`p${index}`, `p${(index + 1) % 9}`))
    expect(problemsOf(circle)[0]!.words).toMatch(/^p0, p1, p2, p3, p4, p5, and 3 more report/)
  })

  test('references to nobody and to several come after them, those of most people first', () => {
    const people = [
      person('1', 'Jo'),
      person('2', null, 'Jo'),
      person('3', null, 'Jo'),
      person('4', 'X9'),
      person('5', 'X9'),
      person('6', '6'),
    ]
    expect(problemsOf(people).map(({ words, people: count }) => [words, count])).toEqual([
      ['6 is their own manager. 1 chain of managers ends there; they count as having no manager.', 1],
      ['“X9” is nobody in the people file. Add them to it if they work here.', 2],
      ["“Jo” may be several people. Give the manager's id or e-mail.", 1],
    ])
  })

  test('of very many, a hundred are told', () => {
    expect(problemsOf(Array.from({ length: 300 }, (_, index) => person(`p${index}`, `nobody ${index}`)))).toHaveLength(100)
  })
})

const FOLDER = process.env['SWITCHYARD_REAL_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const isMissing = !existsSync(join(FOLDER, 'hris'))
if (isMissing) console.info('Skipped: no real files. Set SWITCHYARD_REAL_DATA to their folder.')

async function peopleIn(path: string) {
  const { rows } = await readAll(await openSource(join(FOLDER, 'hris', path)), { kind: 'people' })
  const events = rows.flatMap(each => (each.kind === 'people' ? (each.events ?? []) : each.kind === 'history' ? [each.row] : []))
  const managers = new Map(events.flatMap(({ personId: id, manager }) => (manager === null ? [] : [[id, manager]])))
  return rows.flatMap(each =>
    each.kind === 'people' ? [{ ...each.row, manager: each.row.manager ?? managers.get(each.row.personId) ?? null }] : [],
  )
}

describe.skipIf(isMissing)('managers of real exports', () => {
  test('the sample without a root: its circle of three and its self-manager are named with all who end there', async () => {
    const problems = problemsOf(await peopleIn('viva_org_sheet1.csv'))
    expect(problems.map(({ code, people, examples }) => [code, people, examples])).toEqual([
      ['manager-loop', 344, ['fykaidoo@sample.com', 'jyfoodt@sample.com', 'qetebeer@sample.com']],
      ['manager-self', 26, ['ruihlongo@sample.com']],
    ])
    expect(problems[0]!.words).toContain(
      'fykaidoo@sample.com, jyfoodt@sample.com, and qetebeer@sample.com report to each other in a circle.',
    )
  })

  test('dangling managers are named, each reference once', async () => {
    const people = await peopleIn('viva_org_sheet2.csv')
    const problems = problemsOf(people)
    expect(problems.every(({ code }) => code === 'manager-not-found')).toBe(true)
    expect(problems.reduce((sum, problem) => sum + problem.people, 0)).toBe(people.length)
    expect(problems[0]!.words).toBe('“ewpokonyane@sample.com” is nobody in the people file. Add them to it if they work here.')
  })

  test('two who left the file leave several roots, and are named', async () => {
    const people = await peopleIn('workday/stream_v4.csv')
    const { roots, managerOf } = resolveManagers(people)
    expect([roots, managerOf.filter(manager => manager === null).length]).toEqual([3, 3])
    expect(problemsOf(people).map(({ words }) => words.slice(0, 5))).toEqual(['“299”', '“297”'])
  })

  test('two id spaces in one file, and managers who stand for none, are read for what they are', async () => {
    const people = await peopleIn('variants/successfactors_two_header_rows.csv')
    const { problems, managerOf } = resolveManagers(people)
    expect(people.some(({ manager }) => manager === 'NO_MANAGER')).toBe(false)
    // Everybody names a manager by user name, beside ids of another kind, and each of them is found.
    expect(people.filter(({ manager }) => manager !== null).length - managerOf.filter(manager => manager !== null).length).toBe(
      problems.length,
    )
    expect(problems.filter(({ code }) => code === 'manager-not-found')).toEqual([])
    const byOtherId = people.map(each => ({
      ...each,
      manager: people.find(one => one.personId === each.manager)?.aliases[0] ?? each.manager,
    }))
    expect(resolveManagers(byOtherId).managerOf).toEqual(managerOf)
  })
})
