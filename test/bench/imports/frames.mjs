/**
 * How smooth the window stays while a million contributions go in: the longest frame, and the longest answer to
 * a call, from the check of the file to the end of the import. `node test/bench/imports/frames.mjs [rows]`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { ensureBuilt } from '../../../main/cli/build.mjs'
import { writeContributions } from './contributions.mjs'

const rows = Number(process.argv[2] ?? 1_000_000)
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge']
const browser = process.env['SWITCHYARD_BROWSER'] ?? BROWSERS.find(file => existsSync(file))
const root = fileURLToPath(new URL('../../..', import.meta.url))
const folder = mkdtempSync(path.join(os.tmpdir(), 'switchyard-frames-'))
const file = path.join(folder, 'contributions.csv')

await ensureBuilt()
writeContributions(file, { rows, seed: 1, hasIds: true })
const environment = {
  ...process.env,
  HOME: folder,
  SWITCHYARD_HOME: path.join(folder, 'Switchyard'),
  XDG_CONFIG_HOME: path.join(folder, '.config'),
}
const host = spawn(process.execPath, ['out/main/loopback.js', '--no-window'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  env: environment,
})
const context = await chromium.launchPersistentContext(path.join(folder, 'profile'), {
  executablePath: browser,
  chromiumSandbox: process.getuid?.() !== 0,
  viewport: { width: 1280, height: 800 },
})
try {
  const first = await createInterface(host.stdout)[Symbol.asyncIterator]().next()
  const page = context.pages()[0] ?? (await context.newPage())
  page.setDefaultTimeout(600_000)
  await page.goto(JSON.parse(String(first.value)).url)
  await page.getByRole('textbox', { name: 'Name of the new workspace' }).fill('Frames')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: /Skip/ }).click()
  await page.evaluate(() => void (location.hash = '#/imports/file'))
  await page.getByRole('heading', { level: 1, name: 'Files to import' }).waitFor()
  await page.locator('input[type=file]').first().setInputFiles(file)
  await page.getByRole('button', { name: 'Continue to columns' }).click()
  await watchFrames(page)
  await page.getByRole('button', { name: 'Continue to problems' }).click()
  await page.getByRole('button', { name: /Continue with/ }).click()
  const checked = await longestFrame(page)
  await page.getByRole('button', { name: /^Import [\d,]+ rows/ }).click()
  await page
    .getByText(/rows went in/)
    .first()
    .waitFor()
  const imported = await longestFrame(page)
  console.log(
    `${rows.toLocaleString('en')} rows: longest frame ${checked.toFixed(0)} ms while the file is checked, ${imported.toFixed(0)} ms while it is imported`,
  )
} finally {
  await context.close()
  host.kill()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
}

function watchFrames(page) {
  return page.evaluate(() => {
    window.longest = 0
    let former = performance.now()
    const tick = now => {
      window.longest = Math.max(window.longest, now - former)
      former = now
      requestAnimationFrame(tick)
    }
    requestAnimationFrame(tick)
  })
}

/** Since the last time it was asked. */
function longestFrame(page) {
  return page.evaluate(() => {
    const { longest } = window
    window.longest = 0
    return longest
  })
}
