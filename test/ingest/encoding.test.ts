import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleEncoding, sniffEncoding } from '../../src/ingest/encoding.ts'
import { memorySource } from './memory-source.ts'

const UTF8 = { encoding: 'utf-8', byteOrderMark: false } as const

test('the encoding of a file does not depend on where its bytes are cut', async () => {
  const piece = fc.constantFrom('person,', 'ü', '€', '\u{1f600}', '\n', '\xfc', '\xe2\x82', '\x80', '\xf0\x9f')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 64 }), async (pieces, blockBytes) => {
      // The last four are bytes that are no character of UTF-8 by themselves.
      const bytes = Buffer.concat(pieces.map(text => Buffer.from(text, /[\x80-\xff]/.test(text) && text !== 'ü' ? 'latin1' : 'utf8')))
      const settled = await settleEncoding(memorySource(bytes, { blockBytes }), 0, UTF8)
      expect(settled).toBe(sniffEncoding(bytes).encoding)
    }),
    { numRuns: 1000 },
  )
})
