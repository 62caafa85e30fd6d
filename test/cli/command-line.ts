/** The built command line, run as a user runs it: processes of their own, folders of their own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import { z } from 'zod'
import { analysisSchema, type AnalysisDocument } from '../../src/contract/analysis.ts'
import { importOutputSchema, type ImportOutput } from '../../src/contract/import-output.ts'
import { builtFile } from '../hosts/built.ts'

export const ROOT = path.resolve(import.meta.dirname, '../..')
/** Builds once when sources have changed; SWITCHYARD_OUT names a build to use as it is. */
const isBuilt = process.env['SWITCHYARD_OUT'] !== undefined || build()

function build(): boolean {
  const { status, stderr } = spawnSync(process.execPath, [path.join(ROOT, 'main/cli/build.mjs')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return true
}

const folders: string[] = []
afterAll(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** An empty folder that is gone after the tests of the file. */
export async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-cli-'))
  folders.push(folder)
  return folder
}

export interface Finished {
  /** Null when a signal ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly environment?: Readonly<Record<string, string>>
}

export interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<Finished>
}

export function start(words: readonly string[], { cwd, environment }: RunOptions = {}): Running {
  if (!isBuilt) throw new Error('unreachable')
  const child = spawn(process.execPath, [builtFile('main/cli.js'), ...words], {
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const [stdout, stderr] = [textOf(child.stdout), textOf(child.stderr)]
  const ended = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => resolve({ code, stdout: stdout(), stderr: stderr() }))
  })
  return { process: child, ended }
}

function textOf(stream: NodeJS.ReadableStream): () => string {
  const chunks: Buffer[] = []
  stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  return () => Buffer.concat(chunks).toString('utf8')
}

export const switchyard = (words: readonly string[], options?: RunOptions): Promise<Finished> => start(words, options).ended

/** Runs a command that has to succeed; resolves to what it printed. */
export async function succeed(words: readonly string[], options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await switchyard(words, options)
  if (code !== 0) throw new Error(`switchyard ${words[0]} ended with ${code}: ${stderr}`)
  return stdout
}

/** Runs a command that has to be refused as unusable input; resolves to what it said. */
export async function refuse(words: readonly string[], options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await switchyard(words, options)
  if (code !== 2 || stdout !== '')
    throw new Error(`switchyard ${words[0]} ended with ${code}, and printed ${stdout.length} characters: ${stderr}`)
  return stderr
}

/** Parsed by the strict schema: an unknown or missing field is an error. */
export const analysisOf = (stdout: string): AnalysisDocument => z.parse(analysisSchema, JSON.parse(stdout))
export const importsOf = (stdout: string): ImportOutput['imports'] => z.parse(importOutputSchema, JSON.parse(stdout)).imports

export const analyse = async (words: readonly string[], options?: RunOptions): Promise<AnalysisDocument> =>
  analysisOf(await succeed(['analyze', ...words, '--json'], options))

export async function importFiles(workspace: string, words: readonly string[]): Promise<ImportOutput['imports']> {
  return importsOf(await succeed(['import', '--workspace', workspace, ...words, '--json']))
}

/** A folder for temporary files of its own, to see what is left in it. */
export async function ownTemporaryFolder(): Promise<{
  environment: { TMPDIR: string; TEMP: string; TMP: string }
  left: () => Promise<string[]>
}> {
  const folder = path.join(await freshFolder(), 'tmp')
  await mkdir(folder)
  return { environment: { TMPDIR: folder, TEMP: folder, TMP: folder }, left: () => readdir(folder) }
}

/** Every file below a folder with its content, to tell whether anything in it was changed. */
export async function contentOf(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  if (!existsSync(folder)) return new Map()
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
  return new Map(files.sort().map(file => [path.relative(folder, file), readFileSync(file)]))
}
