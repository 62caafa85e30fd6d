import { expect, test } from 'vitest'
import { analysisSchema } from '../../src/contract/analysis.ts'
import { maskedDocument } from '../../src/service/masked-document.ts'
import { componentOf, documentOf, personOf } from '../report/document-builder.ts'

const IDS = ['E-77001', 'E-77002', 'zoe@gullwing.example']
const [first, second, stranger] = IDS as [string, string, string]
const document = documentOf({
  identity: {
    peopleInHris: 2,
    peopleOutside: 1,
    joinedContributions: 0.5,
    bots: [{ key: 'renovate-of-zoe', sign: 'has the login of an automation', contributions: 3 }],
    unresolvedManagers: [{ code: 'unknown-manager', personIds: [first], reference: 'Quill, Jostein' }],
    unknownKinds: [],
  },
  people: [
    personOf(first, 'Ulrika Brandtvik', { managerId: second }),
    personOf(second, 'Oswin Talberg', { managerId: null }),
    personOf(stranger, null),
  ],
  components: [
    componentOf('ledger', {
      keeper: { personId: first, hold: 1, share: 1 },
      second: { personId: stranger, share: 0.2, furtherChanges: 3 },
      truckFactorMembers: [first],
      currentTruckFactorMembers: [first],
      currentRemoval: { removed: [first, second], coverage: [1, 0.5, 0] },
      initialImports: [{ personId: second, date: '2020-01-01', share: 0.4 }],
      top: [{ personId: stranger, artifacts: 1, share: 0.1 }],
    }),
  ],
})

test('no name, id or reference of anybody is left', () => {
  const text = JSON.stringify(maskedDocument(document))
  for (const personal of [...IDS, 'Ulrika', 'Brandtvik', 'Oswin', 'Talberg', 'Quill', 'renovate-of-zoe'])
    expect(text).not.toContain(personal)
})

test('each person has one number, everywhere', () => {
  const masked = maskedDocument(document)
  expect(masked.people.map(person => [person.personId, person.name, person.managerId])).toEqual([
    ['Person 1', 'Person 1', 'Person 2'],
    ['Person 2', 'Person 2', null],
    ['Person 3', 'Person 3', masked.people[2]!.managerId],
  ])
  expect(masked.components[0]).toMatchObject({
    keeper: { personId: 'Person 1' },
    second: { personId: 'Person 3' },
    currentRemoval: { removed: ['Person 1', 'Person 2'] },
    initialImports: [{ personId: 'Person 2' }],
    top: [{ personId: 'Person 3' }],
  })
})

test('figures stay, the shape stays, and the document given is left alone', () => {
  const before = structuredClone(document)
  const masked = maskedDocument(document)
  expect(document).toEqual(before)
  expect(analysisSchema.safeParse(masked).error).toBeUndefined()
  expect(masked.components[0]!.exposure).toBe(document.components[0]!.exposure)
})
