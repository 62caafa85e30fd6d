/// <reference lib="dom" />
/** The import wizard from a messy export to its report, and back out again, over the same engine a user has. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchApp, type RunningApp } from './app.ts'

let app: RunningApp
let page: Page
let folder: string
const complaints: string[] = []

/** Twelve people: two dates that are none, one blank id, one row with a cell too many, dates that may be two days. */
const PEOPLE = [
  'Personal extract;;;;;',
  'Employee ID;Name;E-mail;Start date;End date;Job family;Gender',
  ...['Zora Quist', 'Zeno Vale', 'Ida Brook', 'Uwe Tarn', 'Mona Reed', 'Lars Holm', 'Nils Frey', 'Olga Winter'].map(
    (name, index) => `Z${index + 1};${name};z${index + 1}@example.org;0${(index % 8) + 1}/04/2020;;Engineering;f`,
  ),
  'Z9;Petra Sand;z9@example.org;05/06/2021;TBC;Engineering;m',
  'Z10;Rosa Lind;z10@example.org;05/06/2021;TBC;Engineering;f',
  ';Nobody;nobody@example.org;05/06/2021;;Engineering;f',
  'Z11;Sven Berg;z11@example.org;05/06/2021;;Engineering;m;Europe',
].join('\n')

const CONTRIBUTIONS = [
  'author_email,committed_at,what,repo,path',
  ...Array.from(
    { length: 30 },
    (_, index) => `z${(index % 8) + 1}@example.org,2026-0${(index % 6) + 1}-11,commit,ledger,ledger/${index % 5}.ts`,
  ),
  ...Array.from({ length: 4 }, (_, index) => `z${index + 1}@example.org,2026-05-1${index},chore,ledger,ledger/${index}.ts`),
].join('\n')

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'switchyard-e2e-wizard-'))
  await Promise.all([
    writeFile(path.join(folder, 'hris_2026-06-30.csv'), PEOPLE),
    writeFile(path.join(folder, 'contributions.csv'), CONTRIBUTIONS),
    writeFile(path.join(folder, 'picture.csv'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])),
  ])
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
  await rm(folder, { recursive: true, force: true })
})

const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const choose = (...names: string[]) =>
  page
    .locator('input[type=file]')
    .first()
    .setInputFiles(names.map(name => path.join(folder, name)))
const group = (name: RegExp) => page.getByRole('navigation', { name: 'Problems in groups' }).getByRole('button', { name })
/** Once the files are checked the way on says how many rows go in. */
const rowsGoIn = (rows: number) => page.getByRole('button', { name: `Continue with ${rows} rows` }).waitFor({ timeout: 30_000 })

async function expectAccessible(): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`)).toEqual([])
}

test('files are chosen, and one that is no table says what it is and goes again', async () => {
  await page.getByRole('textbox', { name: 'Name of the new workspace' }).fill('Wizard')
  await page.getByRole('button', { name: 'Create' }).click()
  await page.getByRole('button', { name: /Skip/ }).click()
  await heading('Imports').waitFor()
  await page.evaluate(() => void (location.hash = '#/imports/file'))
  await heading('Files to import').waitFor()
  await choose('hris_2026-06-30.csv', 'contributions.csv', 'picture.csv')
  await page
    .getByRole('article', { name: 'picture.csv' })
    .getByText(/picture|image|PNG/i)
    .first()
    .waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Remove picture.csv' }).click()
  await page
    .getByRole('article', { name: 'hris_2026-06-30.csv' })
    .getByText(/^People, /)
    .waitFor()
  await page.getByRole('button', { name: 'Kind of contributions.csv' }).click()
  await page.getByRole('option', { name: 'Contributions' }).click()
  await page.getByRole('article', { name: 'contributions.csv' }).getByText('Choose a column for kind.').waitFor()
})

test('columns are mapped by keyboard, a date is asked about, and protected columns are never sampled', async () => {
  await page.getByRole('button', { name: 'Continue to columns' }).focus()
  await page.keyboard.press('Enter')
  await heading('Columns').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Columns')
  await page.getByText('Day first: 01/04/2020 is 1 April 2020').waitFor()
  await page.getByText('Month first: 01/04/2020 is January 4, 2020').waitFor()
  await page.getByRole('radio', { name: /Day first/ }).check()
  await page.getByText('1 Apr 2020').waitFor()
  expect(await page.getByLabel('This file shows the state of').inputValue()).toBe('2026-06-30')
  await page.getByText('kept apart: only the fairness check reads it').waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: /contributions\.csv/ }).click()
  await page.getByRole('combobox', { name: 'Column for kind' }).focus()
  await page.keyboard.type('wha')
  await page.getByRole('option', { name: 'what' }).waitFor()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByText('chosen by you').waitFor()
})

test('problems are mended in groups, each fix says how often it applied, and the rest can be exported', async () => {
  await page.getByRole('button', { name: 'Continue to problems' }).click()
  await heading('Fix problems').waitFor()
  await rowsGoIn(44)
  await group(/Bad date/).click()
  await page.getByRole('button', { name: 'Make TBC blank' }).click()
  await page.getByRole('button', { name: 'Replace 1 value in 2 cells' }).click()
  await group(/Bad date/).waitFor({ state: 'detached' })

  await group(/Words to place.*kind/).click()
  await page.getByRole('button', { name: /chore is to be taken for/ }).click()
  await page.getByRole('option', { name: 'tooling · enable' }).click()
  await page.getByRole('button', { name: 'Place 1 word' }).click()
  await group(/Words to place.*kind/).waitFor({ state: 'detached' })

  await group(/Blank cell/).click()
  await page
    .getByRole('button', { name: /^Line / })
    .first()
    .click()
  await page
    .getByRole('complementary', { name: /^Line / })
    .getByText('protected')
    .waitFor()
  await page.getByRole('button', { name: 'Edit Employee ID' }).click()
  await page.keyboard.type('Z12')
  await page.keyboard.press('Enter')
  await group(/Blank cell/).waitFor({ state: 'detached' })
  await rowsGoIn(45)

  await group(/Fixes made/)
    .first()
    .click()
  await page.getByRole('row', { name: /“TBC” in End date becomes blank.*2 times/ }).waitFor()
  await page.getByRole('row', { name: /One cell of Employee ID becomes “Z12”.*once/ }).waitFor()
  await expectAccessible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export problem rows' }).click()
  const exported = await readFile(await (await download).path(), 'utf8')
  expect(exported).toMatch(/^\ufeffline,reasons,/)
  expect(exported).toContain('14,"The row has 8 cells')
  // With a cell too many the protected one may stand anywhere: no cell of the row leaves the app.
  expect(exported).not.toMatch(/Sven|,m\b/)
})

test('Back goes through the steps and loses nothing', async () => {
  await page.getByRole('button', { name: 'Continue with 45 rows' }).click()
  await heading('Review changes').waitFor()
  await page.goBack()
  await heading('Fix problems').waitFor()
  await page.goBack()
  await heading('Columns').waitFor()
  await page.goForward()
  await page.goForward()
  await heading('Review changes').waitFor()
})

test('the review adds up, lists what is new, and the import ends in reports that can be undone', async () => {
  await page.getByRole('row', { name: /hris_2026-06-30\.csv People 12 11 1 0/ }).waitFor({ timeout: 30_000 })
  await page.getByRole('row', { name: /contributions\.csv Contributions 34 34 0 0/ }).waitFor()
  await page.getByRole('row', { name: /Zora Quist/ }).waitFor()
  await expectAccessible()
  await page.getByRole('button', { name: 'Import 45 rows' }).click()
  await heading('Imported').waitFor({ timeout: 60_000 })
  const report = page.getByRole('article', { name: 'hris_2026-06-30.csv' })
  await report.getByText('11').first().waitFor()
  await report.getByLabel('Name of the profile').fill('HR quarterly')
  await report.getByRole('button', { name: 'Save as profile' }).click()
  await report.getByText('is read with the profile HR quarterly.').waitFor()
  await report.getByRole('button', { name: 'Undo the import of hris_2026-06-30.csv' }).click()
  await report.getByRole('button', { name: 'Redo the import of hris_2026-06-30.csv' }).click()
  await report.getByRole('button', { name: 'Undo the import of hris_2026-06-30.csv' }).waitFor()
  await expectAccessible()
})

test('the next file is read with the profile, and half of the people missing is asked about before anything is saved', async () => {
  const [title, header, ...rows] = PEOPLE.split('\n')
  await writeFile(path.join(folder, 'hris_2026-09-30.csv'), [title, header, ...rows.slice(0, 4)].join('\n'))
  await page.evaluate(() => void (location.hash = '#/imports/file'))
  await heading('Files to import').waitFor()
  await choose('hris_2026-09-30.csv')
  await page
    .getByRole('button', { name: /Profile for hris_2026-09-30\.csv/ })
    .filter({ hasText: 'HR quarterly' })
    .waitFor()
  await page.evaluate(() => void (location.hash = '#/imports/review'))
  await page.getByRole('heading', { name: 'What became of the people who are not listed?' }).waitFor({ timeout: 30_000 })
  const start = page.getByRole('button', { name: 'Import', exact: true })
  expect(await start.getAttribute('aria-disabled')).toBe('true')
  await page.getByRole('radio', { name: 'They have left' }).check()
  await expect.poll(() => start.getAttribute('aria-disabled'), { timeout: 30_000 }).toBeNull()
  expect(await page.getByRole('radio', { name: 'They have left' }).isChecked()).toBe(true)
  await expectAccessible()
})

test('nothing was complained about in the console meanwhile', () => {
  expect(complaints).toEqual([])
})
