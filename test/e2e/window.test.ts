/// <reference lib="dom" />
/** The window driven by mouse and by keyboard, over the same engine a user has. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type RunningApp } from './app.ts'

let app: RunningApp
let page: Page
let files: string
const complaints: string[] = []

beforeAll(async () => {
  files = await mkdtemp(path.join(os.tmpdir(), 'switchyard-e2e-files-'))
  app = await launchApp()
  page = app.page
  page.setDefaultTimeout(45_000)
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', error => complaints.push(String(error)))
}, 60_000)

afterAll(async () => {
  await app?.close()
  await rm(files, { recursive: true, force: true })
})

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const go = (hash: string) => page.evaluate(address => void (location.hash = address), hash)

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test('a new user opens the sample organisation and sees who keeps which system alone', async () => {
  await page.getByRole('button', { name: 'Open the sample' }).click()
  await heading('Systems and key people').waitFor({ timeout: 60_000 })
  await page.getByText('Partner Gateway').first().waitFor({ timeout: 60_000 })
  const firstRow = page.getByRole('row', { name: /Partner Gateway/ }).first()
  expect(await firstRow.innerText()).toMatch(/One keeper/)
})

test('a system opens by keyboard, with the rules, what speaks against it and the rows behind it', async () => {
  await go('#/systems')
  await page
    .getByRole('row', { name: /Partner Gateway/ })
    .first()
    .waitFor()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'One keeper' }).waitFor()
  await page.getByText('What speaks against it').waitFor()
  await page.getByText('What would change it').waitFor()
  await page
    .getByText(/contributions\.csv/)
    .first()
    .waitFor()
  await page.goBack()
  await heading('Systems and key people').waitFor()
})

test('a leaver is simulated, and what turns red and who could take over is said', async () => {
  await go('#/systems/Case%20Desk')
  await page.getByRole('button', { name: /^Simulate .* leaving$/ }).click()
  await heading('Leave simulation').waitFor()
  await page.getByText('Case Desk').first().waitFor()
  await page
    .getByText(/No keeper/)
    .first()
    .waitFor()
})

test('everybody is listed by name first, and a filter reads as a sentence and stays in the address', async () => {
  await go('#/people')
  await heading('People').waitFor()
  await page.getByRole('row', { name: /Abena Baldersen/ }).waitFor()
  await page.keyboard.press('/')
  await page.keyboard.type('Lamia')
  await page.getByRole('row', { name: /Lamia Redfernsen/ }).waitFor()
  await expect.poll(() => page.url()).toMatch(/text=Lamia/)
  expect(await page.getByRole('row', { name: /Abena/ }).count()).toBe(0)
})

test('every reason of a flag opens to its contributions in one step', async () => {
  await go('#/people/E1217')
  await page.getByText('Coordination path').first().waitFor()
  const reasons = page.getByRole('button', { name: /contributions? behind: / })
  const count = await reasons.count()
  expect(count).toBeGreaterThan(3)
  for (let index = 0; index < count; index++) {
    await reasons.nth(index).click()
    const behind = page.getByRole('table', { name: 'Contributions behind this reason' })
    await behind.waitFor()
    expect(await behind.getByRole('row').count()).toBeGreaterThan(1)
    await reasons.nth(index).click()
    await behind.waitFor({ state: 'detached' })
  }
})

test('routing names misrouted systems thinkers with reasons and other routes', async () => {
  await go('#/routing')
  await heading('Routing').waitFor()
  await page.getByRole('heading', { name: /Misrouted systems thinkers/ }).waitFor()
  await page.getByText('Other routes to talk about').first().waitFor()
  expect(await page.getByText('What speaks against it').count()).toBeGreaterThan(3)
})

test('a threshold that is changed shows the flags it would make, is saved with words about old results, and is taken back', async () => {
  await go('#/settings?group=builder_trap')
  await page.getByRole('textbox', { name: /^Build pace against the median/ }).fill('3')
  await page
    .getByText(/^Builder trap: \d+ flags? now, \d+ with the changes$/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Save changes' }).click()
  await page.getByText('Results are from the old rule: 1 setting has changed since.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Results are from the old rule: 1 setting has changed since.').waitFor({ state: 'detached' })
})

test('H hides every name in the window and shows them again', async () => {
  await go('#/people')
  await page.getByRole('row', { name: /Abena Baldersen/ }).waitFor()
  await heading('People').focus()
  await page.keyboard.press('h')
  await page
    .getByRole('row', { name: /Person 1 / })
    .first()
    .waitFor()
  expect(await page.getByText('Abena').count()).toBe(0)
  await heading('People').focus()
  await page.keyboard.press('h')
  await page.getByRole('row', { name: /Abena Baldersen/ }).waitFor()
})

test('the overview counts what is open, and each count leads to its list', async () => {
  await page.keyboard.press('g')
  await page.keyboard.press('o')
  await heading('Overview').waitFor()
  await page.getByRole('link', { name: /^One keeper/ }).click()
  await heading('Systems and key people').waitFor()
  expect(page.url()).toMatch(/#\/systems\?verdict=one$/)
})

test.each(['light', 'dark'])(
  'axe finds nothing on any screen in the %s theme',
  async theme => {
    await page.getByRole('radio', { name: `${theme === 'light' ? 'Light' : 'Dark'} theme` }).check({ force: true })
    for (const [address, name] of [
      ['#/systems', 'Systems and key people'],
      ['#/matrix', 'Matrix'],
      ['#/removal', 'Removal curve'],
      ['#/leave', 'Leave simulation'],
      ['#/people', 'People'],
      ['#/people/E1217', /^./],
      ['#/routing', 'Routing'],
      ['#/imports', 'Imports'],
      ['#/imports/file', 'Files to import'],
      ['#/overview', 'Overview'],
      ['#/settings', 'Settings'],
      ['#/settings?group=kinds', 'Settings'],
      ['#/settings/fairness', 'Settings'],
      ['#/settings/method', 'Settings'],
      ['#/settings/window', 'Settings'],
      ['#/settings/log', 'Settings'],
      ['#/start', 'Start'],
    ] as const) {
      await go(address)
      await heading(name).waitFor()
      await expectAccessible()
    }
  },
  180_000,
)

test('own files go in with their problems named by line, and an import can be undone and redone', async () => {
  const people = path.join(files, 'people.csv')
  await writeFile(
    people,
    'person_id,name,email,hire_date\nZ1,Zora Quist,zora@example.org,2020-01-01\nZ2,Zeno Vale,zeno@example.org,31/31/2020\n,Nobody,,\n',
  )
  await go('#/imports')
  await heading(/^Imports/).waitFor()
  await page.locator('input[type=file]').first().setInputFiles([people])
  await page.getByRole('article', { name: 'people.csv' }).waitFor()
  for (const next of [/^Continue to columns/, /^Continue to problems/, /^Continue with 2 rows/])
    await page.getByRole('button', { name: next }).click()
  // The sample organisation is not in this file: whether its people have left is asked.
  await page.getByRole('radio', { name: /still here/ }).check()
  await page.getByRole('button', { name: 'Import 2 rows' }).click({ timeout: 60_000 })
  await heading('Imported').waitFor({ timeout: 60_000 })
  await go('#/imports')
  const row = page.getByRole('row', { name: /people\.csv.*2 .*1/ }).first()
  await row.waitFor()
  await row.getByRole('link', { name: 'people.csv' }).click()
  await page
    .getByText(/line 4|4/)
    .first()
    .waitFor()
  await go('#/imports')
  const newest = page.getByRole('row', { name: /people\.csv/ }).first()
  await newest.getByRole('button', { name: 'Undo the import of people.csv' }).click()
  await newest.getByRole('button', { name: 'Redo the import of people.csv' }).click()
  await newest.getByRole('button', { name: 'Undo the import of people.csv' }).waitFor()
})

test('a file that is no CSV is refused in words and nothing else changes', async () => {
  const picture = path.join(files, 'picture.csv')
  await writeFile(picture, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]))
  await go('#/imports')
  await page.locator('input[type=file]').first().setInputFiles([picture])
  await page
    .getByText(/picture/i)
    .first()
    .waitFor()
  await page
    .getByText(/PNG|image|picture/i)
    .first()
    .waitFor()
})

test('the window survives a reload and keeps no code in its address', async () => {
  await go('#/systems')
  await page.reload()
  await heading('Systems and key people').waitFor()
  expect(page.url()).toMatch(/#\/systems$/)
})

test('the window can neither fetch nor run anything from elsewhere', async () => {
  const before = complaints.length
  const outcome = await page.evaluate(async () => {
    const results: Record<string, string> = {}
    results['fetch'] = await fetch('https://example.com/').then(
      () => 'allowed',
      () => 'refused',
    )
    // In a timer: code the debugger itself evaluates is exempt from the policy on eval.
    await new Promise<void>(resolve =>
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-implied-eval -- the attack itself
          new Function('return 1')()
          results['eval'] = 'allowed'
        } catch {
          results['eval'] = 'refused'
        }
        resolve()
      }),
    )
    try {
      document.createElement('div').innerHTML = '<b>x</b>'
      results['innerHTML'] = 'allowed'
    } catch {
      results['innerHTML'] = 'refused'
    }
    try {
      const script = document.createElement('script')
      script.text = 'window.hacked = 1'
      document.head.append(script)
    } catch {
      // Trusted types refuse it before the policy does.
    }
    results['inline'] = 'hacked' in window ? 'allowed' : 'refused'
    return results
  })
  expect(outcome).toEqual({ fetch: 'refused', eval: 'refused', innerHTML: 'refused', inline: 'refused' })
  complaints.length = before
})

test.skipIf(Boolean(process.env['ELECTRON_EXEC_PATH']))('the browser itself reaches nothing but us', async () => {
  const other = await page.context().newPage()
  await expect(other.goto('http://example.com/')).rejects.toThrow(/ERR_/)
  await expect(other.goto('https://example.com/')).rejects.toThrow(/ERR_/)
})

test('nothing was complained about in the console meanwhile', () => {
  expect(complaints).toEqual([])
})
