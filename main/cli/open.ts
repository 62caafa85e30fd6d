/** `switchyard open`: Electron where its binary is there, else the loopback host. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Installation } from '../engine/places.ts'
import { startLoopback, terminationSignal } from '../loopback/loopback.ts'
import { note, print } from './terminal.ts'

/** Runs until the window is closed; resolves to the exit code. */
export async function openWindow(installation: Installation, workspace: string | null): Promise<number> {
  const root = path.resolve(installation.renderer, '../..')
  const directory = workspace === null ? null : path.resolve(workspace)
  const electron = electronBinary(root)
  if (electron !== null) return runElectron(electron, root, directory)
  return startLoopback({
    installation,
    environment: process.env,
    ...(directory === null ? {} : { workspace: directory }),
    opensWindow: true,
    print,
    warn: note,
    signal: terminationSignal(),
  })
}

/** Never by requiring `electron`: that would start a download. */
function electronBinary(root: string): string | null {
  const home = path.join(root, 'node_modules/electron')
  const pointer = path.join(home, 'path.txt')
  if (!existsSync(pointer)) return null
  const binary = path.join(home, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(binary) ? binary : null
}

function runElectron(binary: string, root: string, directory: string | null): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(binary, [root, ...(directory === null ? [] : ['--workspace', directory])], { stdio: 'inherit' })
    child.once('error', reject)
    child.once('exit', code => resolve(code ?? 0))
  })
}
