import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { analysisSchema } from '../../src/contract/analysis.ts'
import { emptyDocument } from '../report/invented-documents.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const FILE = path.join(ROOT, 'docs/analysis.schema.json')

/** The JSON Schema of `analysis.json`. */
function jsonSchema(): string {
  const { $schema, ...shape } = z.toJSONSchema(analysisSchema, { target: 'draft-2020-12' })
  const about = {
    $schema,
    $id: 'urn:switchyard:analysis-1',
    title: 'Switchyard analysis',
    description: 'What `switchyard analyze --json` prints and analysis.json holds. A field is null where the files at hand do not tell it.',
  }
  return `${JSON.stringify({ ...about, ...shape }, null, 2)}\n`
}

describe('docs/analysis.schema.json', () => {
  test('is what the contract says; `npm run schema` writes it anew', async () => {
    await expect(jsonSchema()).toMatchFileSnapshot(FILE)
  })

  test('comes out the same each time', () => {
    expect(jsonSchema()).toBe(jsonSchema())
  })

  test('allows no field that it does not name, at any depth', () => {
    const open: string[] = []
    const look = (node: unknown, at: string) => {
      if (typeof node !== 'object' || node === null) return
      const isObject = 'type' in node && node.type === 'object'
      if (isObject && !('additionalProperties' in node)) open.push(at)
      for (const [key, value] of Object.entries(node)) look(value, `${at}/${key}`)
    }
    look(JSON.parse(jsonSchema()), '')
    expect(open).toEqual([])
  })
})

test('a document with a field too many is not accepted', () => {
  const document = emptyDocument()
  expect(analysisSchema.safeParse(document).error).toBeUndefined()
  expect(analysisSchema.safeParse({ ...document, score: 1 }).success).toBe(false)
  expect(analysisSchema.safeParse({ ...document, whole: { ...document.whole, rank: 1 } }).success).toBe(false)
})
