/** Runs a TypeScript file of the tests as a process of its own, which can be killed. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll } from 'vitest'
import { build } from 'vite'

/** sql.js is CommonJS and looks for its own folder. */
const SCRIPT_HEAD = 'const __dirname = import.meta.dirname'
const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** Bundles a script of this folder into one JavaScript file; returns its path. */
export async function bundled(script: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-script-'))
  folders.push(folder)
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(import.meta.dirname, script),
      outDir: folder,
      emptyOutDir: false,
      rollupOptions: { output: { entryFileNames: 'script.mjs', banner: SCRIPT_HEAD } },
    },
    ssr: { noExternal: true },
  })
  return join(folder, 'script.mjs')
}

export interface RunningScript {
  readonly process: ChildProcess
  /** Lines it has printed so far. */
  readonly lines: readonly string[]
  /** Settles when a line starts so; rejects when the process ends before. */
  readonly printed: (start: string) => Promise<string>
  readonly ended: Promise<{ code: number | null; signal: string | null }>
}

export function run(script: string, parameters: readonly string[]): RunningScript {
  const child = spawn(process.execPath, [script, ...parameters], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines: string[] = []
  const waiting = new Set<() => void>()
  const wake = () => waiting.forEach(check => check())
  createInterface({ input: child.stdout }).on('line', line => {
    lines.push(line)
    wake()
  })
  let isOver = false
  const ended = new Promise<{ code: number | null; signal: string | null }>(settle => {
    child.on('close', (code, signal) => {
      isOver = true
      settle({ code, signal })
      wake()
    })
  })
  const printed = (start: string) =>
    new Promise<string>((settle, reject) => {
      const check = () => {
        const line = lines.find(candidate => candidate.startsWith(start))
        if (line === undefined && !isOver) return
        waiting.delete(check)
        if (line === undefined) reject(new Error(`The script ended without printing ${start}`))
        else settle(line)
      }
      waiting.add(check)
      check()
    })
  return { process: child, lines, printed, ended }
}
