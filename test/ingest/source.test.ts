import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { InputError } from '../../src/ingest/input-error.ts'
import { openSource } from '../../src/ingest/source.ts'

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'switchyard-source-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function refusal(path: string): Promise<InputError> {
  const error: unknown = await openSource(path).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(error).toBeInstanceOf(InputError)
  return error as InputError // checked in the line above
}

describe('opening a source', () => {
  test('reads the whole file in blocks of 1 MiB, as often as asked', async () => {
    const bytes = Uint8Array.from({ length: 2_500_000 }, (_, index) => index % 251)
    writeFileSync(join(folder, 'big.csv'), bytes)
    const source = await openSource(join(folder, 'big.csv'))
    expect(source.name).toBe('big.csv')
    expect(source.bytes).toBe(2_500_000)
    for (let round = 0; round < 2; round++) {
      const blocks: Uint8Array[] = []
      for await (const block of source.read()) blocks.push(block.slice())
      expect(blocks.map(({ length }) => length)).toEqual([1_048_576, 1_048_576, 402_848])
      expect(Buffer.concat(blocks).equals(Buffer.from(bytes))).toBe(true)
    }
    expect(await source.head(5)).toEqual(bytes.slice(0, 5))
    expect((await source.head(9_000_000)).length).toBe(2_500_000)
  })

  test.each([
    ['missing.csv', 'missing-file', 'does not exist'],
    ['.', 'is-a-folder', 'is a folder'],
    ['empty.csv', 'empty-file', 'is empty'],
  ])('refuses %s with %s', async (name, code, words) => {
    writeFileSync(join(folder, 'empty.csv'), '')
    const { problem } = await refusal(join(folder, name))
    expect(problem).toMatchObject({ severity: 'fatal', code, line: null })
    expect(problem.message).toContain(words)
    expect(problem.message).not.toContain(tmpdir())
  })

  test.skipIf(process.platform === 'win32')('refuses a pipe without waiting for its writer', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.csv')])
    expect((await refusal(join(folder, 'pipe.csv'))).problem.code).toBe('not-a-file')
  })

  test('says so when the file goes away before it is read', async () => {
    writeFileSync(join(folder, 'gone.csv'), 'a')
    const source = await openSource(join(folder, 'gone.csv'))
    rmSync(join(folder, 'gone.csv'))
    await expect(source.head(10)).rejects.toThrow(InputError)
  })
})
