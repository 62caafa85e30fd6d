/** Builds the app when `out/` is missing or older than its sources, so that one command is enough after `npm ci`. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const SOURCES = ['src', 'main', 'renderer', 'package.json', 'package-lock.json', 'electron.vite.config.ts']
const STAMP = path.join(root, 'out/build-stamp')
const LOCK = path.join(root, 'node_modules/.switchyard-building')
const LOCK_STALE_MS = 180_000
const POLL_MS = 200

/** The paths, sizes and times of all sources as one hash. */
function sourceStamp() {
  const hash = createHash('sha256')
  const add = file => {
    const status = statSync(path.join(root, file), { throwIfNoEntry: false })
    if (!status) return
    if (status.isDirectory()) for (const name of readdirSync(path.join(root, file)).sort()) add(path.join(file, name))
    else hash.update(`${file}\0${status.size}\0${status.mtimeMs}\n`)
  }
  SOURCES.forEach(add)
  return hash.digest('hex')
}

const isFresh = () => existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sourceStamp()

/** Takes the lock, or waits for whoever holds it and returns false. */
async function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK)
      return true
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const since = statSync(LOCK, { throwIfNoEntry: false })?.mtimeMs
    if (since !== undefined && Date.now() - since > LOCK_STALE_MS) rmSync(LOCK, { recursive: true, force: true })
    await new Promise(resolve => setTimeout(resolve, POLL_MS))
    if (isFresh()) return false
  }
}

/** Resolves when `out/` matches the sources; rejects with the builder's own words when it cannot be built. */
export async function ensureBuilt() {
  // An installed package carries the build and no sources.
  if (!existsSync(path.join(root, 'electron.vite.config.ts')) || isFresh()) return
  if (!(await takeLock())) return
  try {
    const stamp = sourceStamp()
    process.stderr.write('Building Switchyard (only after its sources changed) ...\n')
    const require = createRequire(path.join(root, 'package.json'))
    const cli = path.join(path.dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js')
    await new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [cli, 'build'], {
        cwd: root,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { ...process.env, NODE_ENV: 'production' },
      })
      let output = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
      child.once('error', reject)
      child.once('exit', code => (code === 0 ? resolve() : reject(new Error(`The build failed:\n${output}`))))
    })
    writeFileSync(STAMP, stamp)
  } finally {
    rmSync(LOCK, { recursive: true, force: true })
  }
}

if (process.argv[1] && path.resolve(process.argv[1]) === fileURLToPath(import.meta.url)) await ensureBuilt()
