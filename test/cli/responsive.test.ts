/** While the host checks a large file, reads it in and analyses it, the window must never wait. */
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { freshFolder, importFiles } from './command-line.ts'
import { csvBytes, writeFiles } from './csv-files.ts'
import { startLoopbackHost } from './loopback-client.ts'
import { smallOrganisation } from './small-organisation.ts'

/** By hand: SWITCHYARD_BIG_FILE names a file of contributions to import instead. */
const BIG_FILE = process.env['SWITCHYARD_BIG_FILE']
const TIMES = 100
/** The promise is 100 ms; a machine that runs other tests beside this one may be late by itself. */
const LIMIT_MS = Number(process.env['SWITCHYARD_ANSWER_LIMIT_MS'] ?? 250)

test('every call is answered at once while a file is checked, imported and analysed', async () => {
  const folder = await freshFolder()
  const workspace = path.join(folder, 'Review.switchyard')
  const { contributions, ...others } = smallOrganisation()
  await importFiles(workspace, await writeFiles(folder, others))
  const file = BIG_FILE ?? path.join(folder, 'many.csv')
  if (BIG_FILE === undefined)
    await writeFile(
      file,
      csvBytes(
        Array.from({ length: TIMES }, (_, time) =>
          contributions.map((row, index) => ({ ...row, contribution_id: `${time}-${index}` })),
        ).flat(),
      ),
    )

  const host = await startLoopbackHost(workspace, folder)
  const longest = new Map<string, number>()
  const timed = async <Answer>(name: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const startedMs = performance.now()
    const answer = await ask()
    longest.set(name, Math.max(longest.get(name) ?? 0, performance.now() - startedMs))
    return answer
  }
  try {
    const idle = async () => {
      const current = await timed('workspace.current', () => host.call('workspace.current', {}))
      const imports = await timed('imports.list', () => host.call('imports.list', { page: 0 }))
      const list = { filter: { text: '', verdict: null, mattersOnly: false }, sort: 'risk', page: 0 } as const
      const systems = current?.analysis.status === 'none' ? null : await timed('systems.list', () => host.call('systems.list', list))
      return current?.job === null && { imports, systems, status: current.analysis.status }
    }
    while (!(await idle())) await pause(20)
    const handle = await host.upload(file)
    longest.clear()
    const request = { files: [{ handle, mapping: { kind: 'contributions' as const, columns: {} } }] }
    await host.call('imports.check', request)
    let checkCalls = 0
    do {
      checkCalls++
      await pause(5)
    } while (!(await idle()))
    const review = await timed('imports.review', () => host.call('imports.review', {}))
    await timed('imports.rows', () => host.call('imports.rows', { handle, group: null, page: 0 }))
    await timed('imports.rejected', () => host.call('imports.rejected', { handle, part: 0 }))
    await host.call('imports.start', request)
    let calls = 0
    let end: Awaited<ReturnType<typeof idle>> = false
    while (end === false || end.status !== 'current') {
      end = await idle()
      calls++
      await pause(5)
    }
    if (BIG_FILE !== undefined) console.info({ checkCalls, calls, longest: Object.fromEntries(longest) })
    expect(end.imports.total).toBe(7)
    expect(end.systems?.total).toBeGreaterThan(3)
    expect([checkCalls > 10, calls > 10]).toEqual([true, true])
    expect(review.files[0]!.rows).toBe(end.imports.rows[0]!.rows)
    for (const [name, milliseconds] of longest) expect(milliseconds, name).toBeLessThan(LIMIT_MS)
  } finally {
    expect(await host.close()).toBe(0)
  }
}, 300_000)
