import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../src/store/lock.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { bundled, run } from './child-process.ts'
import { createWorkspace, freshDirectory, openWorkspace, testEnvironment } from './workspace-fixture.ts'

/** No process has this id: it is above the highest Linux gives. */
const NO_PROCESS = 2 ** 22 + 1

async function lockedBy(owner: object | string) {
  const [directory, environment] = [await freshDirectory(), await testEnvironment()]
  await (await createWorkspace(directory, environment)).close()
  await writeFile(join(directory, 'lock'), typeof owner === 'string' ? owner : JSON.stringify(owner))
  return { directory, environment }
}

describe('the lock of a workspace', () => {
  it('refuses a second opening in the same process', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    const workspace = await createWorkspace(directory, environment)
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('already open'),
    })
    await workspace.close()
    await openWorkspace(directory, environment)
  })

  it('refuses a second process, and yields once that has ended', async () => {
    const script = await bundled('lock-holder.ts')
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await (await createWorkspace(directory, environment)).close()
    const holder = run(script, [directory])
    holder.process.stdin?.write('go\n')
    await holder.printed('taken')
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining(`process ${holder.process.pid}`),
    })
    holder.process.kill('SIGKILL')
    await holder.ended
    await openWorkspace(directory, environment)
  })

  it('is taken over from a process that is gone', async () => {
    const { directory, environment } = await lockedBy({ pid: NO_PROCESS, host: hostname(), startTicks: '1' })
    await openWorkspace(directory, environment)
    expect(JSON.parse(await readFile(join(directory, 'lock'), 'utf8'))).toMatchObject({ pid: process.pid })
    expect((await readdir(directory)).filter(name => name.startsWith('lock'))).toEqual(['lock'])
  })

  it.runIf(process.platform === 'linux')('is taken over where the process id belongs to a younger process now', async () => {
    const { directory, environment } = await lockedBy({ pid: process.ppid, host: hostname(), startTicks: '1' })
    await openWorkspace(directory, environment)
  })

  it('is taken over where it was left half written', async () => {
    const { directory, environment } = await lockedBy('{"pid":1')
    await openWorkspace(directory, environment)
  })

  it('is not taken over from another computer, and says what to do', async () => {
    const { directory, environment } = await lockedBy({ pid: NO_PROCESS, host: 'another-computer', startTicks: '1' })
    await expect(Workspace.open(directory, environment)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/another-computer.*delete the file "lock"/),
    })
    expect(await readFile(join(directory, 'lock'), 'utf8')).toContain('another-computer')
  })

  it('is left alone by whoever does not hold it', async () => {
    const [directory, environment] = [await freshDirectory(), await testEnvironment()]
    await mkdir(directory)
    const lock = await takeLock(directory, environment)
    await writeFile(join(directory, 'lock'), 'of somebody else')
    await lock.release()
    expect(await readFile(join(directory, 'lock'), 'utf8')).toBe('of somebody else')
  })

  it('goes to exactly one of many processes that find a stale one', async () => {
    const script = await bundled('lock-holder.ts')
    for (let round = 0; round < 3; round++) {
      const { directory } = await lockedBy({ pid: NO_PROCESS, host: hostname(), startTicks: String(round) })
      const rivals = Array.from({ length: 5 }, () => run(script, [directory]))
      await Promise.all(rivals.map(rival => rival.printed('ready')))
      for (const rival of rivals) rival.process.stdin?.write('go\n')
      const answers = await Promise.all(rivals.map(rival => Promise.race([rival.printed('taken'), rival.printed('refused')])))
      for (const rival of rivals) rival.process.kill('SIGKILL')
      await Promise.all(rivals.map(rival => rival.ended))
      expect(answers.filter(answer => answer === 'taken')).toHaveLength(1)
      expect(answers.filter(answer => answer.startsWith('refused'))).toHaveLength(4)
    }
  })

  it('goes to one of two openings in one process that find a stale one', async () => {
    const { directory, environment } = await lockedBy({ pid: NO_PROCESS, host: hostname(), startTicks: '1' })
    const attempts = await Promise.allSettled([
      takeLock(directory, environment),
      takeLock(directory, environment),
      takeLock(directory, environment),
    ])
    expect(attempts.filter(attempt => attempt.status === 'fulfilled')).toHaveLength(1)
  })
})
