import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { canonicalContent, contributionFingerprint, fingerprint, Fingerprints, Occurrences } from '../../src/ingest/fingerprint.ts'
import { CHANGES, OUTCOMES } from '../../src/domain/contribution.ts'
import { memorySource, readAll } from './memory-source.ts'

async function fingerprintsOf(content: string | Uint8Array): Promise<string[]> {
  const { rows } = await readAll(memorySource(content))
  const [seen, words] = [new Occurrences(), new Uint32Array(4)]
  return rows.map(each => {
    if (each.kind !== 'contributions') throw new Error('No contribution')
    contributionFingerprint(each.row, seen, words)
    return words.join(' ')
  })
}

describe('the identity of a contribution', () => {
  test('is its id where it has one, whatever else changes', async () => {
    const [a, b, c] = await fingerprintsOf(
      'contribution_id,person,occurred_at,kind\n x1 ,a,2025-01-01,fix\nx1,b,2025-02-02,review\nx2,a,2025-01-01,fix\n',
    )
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  test('is otherwise its content and its ordinal among equal rows of the file', async () => {
    const text = 'person,occurred_at,kind\na,2025-01-01,fix\nb,2025-01-01,fix\na,2025-01-01,fix\na,2025-01-01,fix\n'
    const first = await fingerprintsOf(text)
    expect(new Set(first).size).toBe(4)
    expect(await fingerprintsOf(text)).toEqual(first)
  })

  test('does not depend on the order of columns and lists, nor on the dialect', async () => {
    const [plain] = await fingerprintsOf(
      'person,occurred_at,kind,title,uses,participants\na,2025-01-01T10:00:00Z,Deep Work,"x;y",k;l,p;q\n',
    )
    const other = '\ufeffuses;title;kind;occurred_at;person;participants\r\n"l;k";"x;y";deep_work;2025-01-01 10:00:00Z;a;"q; p"\r\n'
    expect(await fingerprintsOf(Buffer.from(other, 'utf16le'))).toEqual([plain])
  })

  test('text cannot move from one field to the next', async () => {
    const header = 'person,occurred_at,kind,work_item,title\n'
    const found = await fingerprintsOf(
      `${header}a,2025-01-01,fix,"x"",""y",\na,2025-01-01,fix,x,y\na,2025-01-01,fix,,"x"",""y"\na,2025-01-01,fix,y,x\n`,
    )
    expect(new Set(found).size).toBe(4)
  })
})

describe('what an identity is made of', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('"', '\\', '\n', '\u007f', '\u2028', '\ud800', 'p0001'))
  const number = fc.option(fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })))

  test('is the JSON of its fields, as it always was', () => {
    const row = fc.record({
      id: fc.constant(null),
      person: text,
      personName: fc.option(text),
      day: fc.integer(),
      instant: fc.integer(),
      kind: text,
      component: fc.option(text),
      artifact: fc.option(text),
      previousArtifact: fc.option(text),
      workItem: fc.option(text),
      title: fc.option(text),
      url: fc.option(text),
      size: number,
      hours: number,
      change: fc.constantFrom(null, ...CHANGES),
      outcome: fc.constantFrom(null, ...OUTCOMES),
      participants: fc.array(text, { maxLength: 3 }),
      uses: fc.array(text, { maxLength: 3 }),
      agent: fc.constantFrom(null, true, false),
    })
    fc.assert(
      fc.property(row, each => {
        const { person, personName, kind, component, artifact, previousArtifact, workItem, title, url } = each
        const texts = [person, personName, kind, component, artifact, previousArtifact, workItem, title, url]
        const { day, instant, size, hours, change, outcome, agent } = each
        const lists = [each.participants.toSorted(), each.uses.toSorted()]
        expect(canonicalContent(each)).toBe(`row ${JSON.stringify([texts, day, instant, size, hours, change, outcome, agent, ...lists])}`)
      }),
      { numRuns: 500 },
    )
  })

  test('is hashed by SHA-256, of which the first 128 bits count', () => {
    fc.assert(
      fc.property(text, content => {
        const words = new Uint32Array(4)
        fingerprint(content, words)
        const hash = createHash('sha256').update(content).digest()
        expect([...words]).toEqual([0, 4, 8, 12].map(at => hash.readUInt32LE(at)))
      }),
    )
  })
})

describe('the table of fingerprints', () => {
  const key = fc.tuple(
    ...([0, 1, 2, 3].map(() => fc.oneof(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }))) as [
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
      fc.Arbitrary<number>,
    ]),
  )

  test('knows what was added and nothing else, also the key of four zeros', () => {
    const zero = new Fingerprints()
    expect([zero.has(0, 0, 0, 0), zero.add(0, 0, 0, 0), zero.add(0, 0, 0, 0), zero.has(0, 0, 0, 0), zero.size]).toEqual([
      false,
      true,
      false,
      true,
      1,
    ])
    fc.assert(
      fc.property(fc.array(key, { maxLength: 3000, size: 'max' }), keys => {
        const [table, model] = [new Fingerprints(), new Set<string>()]
        for (const words of keys) {
          // Four zeros share a slot with one in the last word.
          if (words.join() === '0,0,0,0') continue
          expect(table.has(...words)).toBe(model.has(words.join()))
          expect(table.add(...words)).toBe(!model.has(words.join()))
          model.add(words.join())
        }
        expect(table.size).toBe(model.size)
      }),
      { numRuns: 20 },
    )
  })

  test('grows without losing a key or a count', () => {
    const [table, counts] = [new Fingerprints(), new Occurrences()]
    for (let round = 0; round < 3; round++) {
      for (let index = 0; index < 50_000; index++) {
        const words = [Math.imul(index, 2_654_435_761) >>> 0, index, 7, 9] as const
        if (table.add(...words) !== (round === 0) || counts.count(...words) !== round) expect({ round, index }).toBeNull()
      }
    }
    expect(table.size).toBe(50_000)
  })
})
