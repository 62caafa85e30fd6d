/** Every row of files that others published is accounted for: accepted, rejected or a duplicate, whatever was mended. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import Papa from 'papaparse'
import { describe, expect, test } from 'vitest'
import type { Output } from '../../src/contract/contract.ts'
import type { Mapping } from '../../src/ingest/mapping-model.ts'
import { ask, startService, type TestService } from './service-fixture.ts'

const DATA = process.env['SWITCHYARD_REAL_DATA'] ?? path.resolve(import.meta.dirname, '../../../shared/data')
const isHere = existsSync(DATA)
if (!isHere) console.warn('skipped: these tests need the published files; set SWITCHYARD_REAL_DATA to their folder')

const files = isHere
  ? readdirSync(DATA, { recursive: true, encoding: 'utf8' })
      .filter(file => /\.(?:csv|txt)$/.test(file))
      .toSorted()
  : []

type CheckedFile = Output<'imports.review'>['files'][number]

function requireAccount({ rows, accepted, rejected, duplicates }: Pick<CheckedFile, 'rows' | 'accepted' | 'rejected' | 'duplicates'>) {
  expect(accepted + rejected + duplicates).toBe(rows)
}

async function check(service: TestService, handle: string, mapping: Mapping): Promise<CheckedFile> {
  await service.ended((await ask(service, 'imports.check', { files: [{ handle, mapping }] })).job)
  const [file] = (await ask(service, 'imports.review', {})).files
  requireAccount(file!)
  return file!
}

async function rejectedRows(service: TestService, handle: string): Promise<string[][]> {
  const texts: string[] = []
  for (let part = 0, parts = 1; part < parts; part++) {
    const answer = await ask(service, 'imports.rejected', { handle, part })
    parts = answer.parts
    texts.push(answer.text)
  }
  return Papa.parse<string[]>(texts.join('').replace(/^\ufeff/, ''), { skipEmptyLines: true }).data.slice(1)
}

async function importNow(service: TestService, handle: string, mapping: Mapping) {
  await service.ended((await ask(service, 'imports.start', { files: [{ handle, mapping }] })).job)
  const { total, rows } = await ask(service, 'imports.list', { page: 0 })
  return { total, newest: rows[0] }
}

describe.skipIf(!isHere)('a published file', () => {
  test.each(files)('%s', async name => {
    const service = await startService()
    await ask(service, 'workspace.create', { name: 'Review' })
    const handle = service.adopt(path.join(DATA, name))
    const [inspected] = await ask(service, 'imports.inspect', { files: [handle] })
    if (!inspected!.usable) {
      expect(inspected!.problems.some(({ severity }) => severity === 'fatal')).toBe(true)
      return
    }
    const mapping: Mapping = inspected!.mapping!
    const plain = await check(service, handle, mapping)
    expect(await rejectedRows(service, handle)).toHaveLength(plain.rejected)

    const fixes = [{ kind: 'replace' as const, ...firstCell(inspected!), to: '' }]
    const fixed = await check(service, handle, { ...mapping, fixes })
    expect(fixed.rows).toBe(plain.rows)
    expect(fixed.fixes[0]!.applied).toBeGreaterThan(0)
    expect(await rejectedRows(service, handle)).toHaveLength(fixed.rejected)

    if (plain.accepted === 0) return
    const first = await importNow(service, handle, mapping)
    expect(first.newest).toMatchObject({
      rows: plain.rows,
      accepted: plain.accepted,
      rejected: plain.rejected,
      duplicates: plain.duplicates,
    })
    expect((await check(service, handle, mapping)).sameAs).toBe('1')
    expect((await importNow(service, handle, mapping)).total).toBe(1)
    if (fixed.accepted === 0) return
    const again = await importNow(service, handle, {
      ...mapping,
      fixes,
      ...(mapping.kind === 'people' ? { missingPeople: 'left', changedIds: 'other' } : {}),
    })
    expect(again.total).toBe(2)
    requireAccount(again.newest!)
    expect(service.faults).toEqual([])
  })
})

/** Of the first mapped column that is not blank in the first row: what its cell reads. */
function firstCell({ headers, sample, mapping }: Output<'imports.remap'>): { column: string; from: string } {
  const mapped = new Set(Object.values(mapping!.columns))
  const place = headers.findIndex((header, index) => mapped.has(header) && (sample[0]![index] ?? '') !== '')
  return { column: headers[place]!, from: sample[0]![place]! }
}
