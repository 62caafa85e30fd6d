import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Mapping } from '../../src/ingest/mapping-model.ts'
import { answerAboutPeople, type PeopleFindings } from '../../src/service/people-answers.ts'

const PEOPLE: Mapping = { kind: 'people', columns: {} }
const findings = (given: Partial<PeopleFindings> = {}): PeopleFindings => ({
  people: 100,
  employed: 100,
  notListed: 0,
  leaving: { left: given.notListed ?? 0, keep: 0 },
  changed: 0,
  ...given,
})

describe('people whom no file lists', () => {
  test('have left where the files list 60 % of the employed', () => {
    expect(answerAboutPeople(findings({ notListed: 40 }), [PEOPLE])).toEqual({ missingPeople: 'left', changedIds: null, questions: [] })
  })

  test('are asked about where they are more, with the numbers', () => {
    const { missingPeople, questions } = answerAboutPeople(findings({ notListed: 41 }), [PEOPLE])
    expect(missingPeople).toBeNull()
    expect(questions).toMatchObject([{ part: 'missingPeople', people: 41, of: 100, share: 0.41 }])
    expect(questions[0]!.words).toMatch(/59 of the 100 people.*41 are missing.*41 %/)
    expect(questions[0]!.choices.map(({ value }) => value)).toEqual(['left', 'keep'])
  })

  test.each(['left', 'keep'] as const)('are taken as somebody said: %s', missingPeople => {
    expect(answerAboutPeople(findings({ notListed: 90 }), [{ ...PEOPLE, missingPeople }, PEOPLE])).toMatchObject({
      missingPeople,
      questions: [],
    })
  })

  test('are asked about where the files say different things', () => {
    const { missingPeople, questions } = answerAboutPeople(findings({ notListed: 1 }), [
      { ...PEOPLE, missingPeople: 'left' },
      { ...PEOPLE, missingPeople: 'keep' },
    ])
    expect(missingPeople).toBeNull()
    expect(questions[0]!.words).toMatch(/contradict each other/)
  })

  test('are nobody in a workspace without people', () => {
    const nobody = findings({ people: 0, employed: 0 })
    expect(answerAboutPeople(nobody, [PEOPLE])).toEqual({ missingPeople: null, changedIds: null, questions: [] })
  })
})

describe('end dates', () => {
  const ending = (keep: number) => findings({ leaving: { left: keep, keep } })

  test('of up to 40 % are taken as they are, and no decision is needed', () => {
    expect(answerAboutPeople(ending(40), [PEOPLE])).toEqual({ missingPeople: null, changedIds: null, questions: [] })
  })

  test('of more must be confirmed by saying that they have left', () => {
    const { questions } = answerAboutPeople(ending(41), [PEOPLE])
    expect(questions).toMatchObject([{ part: 'missingPeople', people: 41, choices: [{ value: 'left' }] }])
    expect(answerAboutPeople(ending(41), [{ ...PEOPLE, missingPeople: 'left' }]).questions).toEqual([])
    expect(answerAboutPeople(ending(41), [{ ...PEOPLE, missingPeople: 'keep' }]).questions).toHaveLength(1)
  })

  test('and those missing count together', () => {
    const both = findings({ notListed: 25, leaving: { left: 50, keep: 25 } })
    expect(answerAboutPeople(both, [PEOPLE]).questions[0]!.words).toMatch(/25 are missing.*25 of those listed.*50 \(50 %\)/)
  })
})

describe('changed ids', () => {
  test('of up to 5 % of the people are the same people', () => {
    expect(answerAboutPeople(findings({ changed: 5 }), [PEOPLE])).toMatchObject({ changedIds: 'same', questions: [] })
  })

  test('of more are asked about, unless somebody said', () => {
    const { changedIds, questions } = answerAboutPeople(findings({ changed: 6 }), [PEOPLE])
    expect([changedIds, questions[0]?.part, questions[0]?.people]).toEqual([null, 'changedIds', 6])
    expect(answerAboutPeople(findings({ changed: 6 }), [{ ...PEOPLE, changedIds: 'other' }])).toMatchObject({
      changedIds: 'other',
      questions: [],
    })
  })
})

test('whatever is found, an answer is given or asked for, never both, and what was said is never asked again', () => {
  const counts = fc.nat(200)
  const said = fc.record({
    missingPeople: fc.constantFrom('left', 'keep', undefined),
    changedIds: fc.constantFrom('same', 'other', undefined),
  })
  fc.assert(
    fc.property(counts, counts, counts, counts, said, (employed, missing, ends, changed, words) => {
      const notListed = Math.min(missing, employed)
      const keep = Math.min(ends, employed - notListed)
      const given = findings({
        people: employed,
        employed,
        notListed,
        leaving: { left: notListed + keep, keep },
        changed: Math.min(changed, employed),
      })
      const answers = answerAboutPeople(given, [{ ...PEOPLE, ...words }])
      const asked = new Set(answers.questions.map(({ part }) => part))
      expect(asked.has('changedIds') && answers.changedIds !== null).toBe(false)
      expect(asked.has('missingPeople') && answers.missingPeople !== null).toBe(false)
      if (words.changedIds !== undefined) expect(asked.has('changedIds')).toBe(false)
      if (words.missingPeople === 'left') expect(asked.has('missingPeople')).toBe(false)
      if (notListed > 0) expect(asked.has('missingPeople') || answers.missingPeople !== null).toBe(true)
      for (const { share, people, of } of answers.questions) expect(share).toBeCloseTo(people / of)
    }),
  )
})
