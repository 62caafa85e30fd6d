/** What each command does, in terms of the service. */
import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { readSettingChanges, type SettingChanges } from '../../src/analysis/method-changes.ts'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import type { ImportOutput } from '../../src/contract/import-output.ts'
import { AppError } from '../../src/contract/wire.ts'
import { type EpochDay, parseIsoMoment } from '../../src/domain/calendar.ts'
import { importId } from '../../src/domain/identifiers.ts'
import { analysisJson } from '../../src/report/analysis-json.ts'
import { comparisonText } from '../../src/report/comparison-text.ts'
import { departureText } from '../../src/report/departure-text.ts'
import { importText, questionText } from '../../src/report/import-text.ts'
import { promotionText } from '../../src/report/promotion-text.ts'
import { summaryText } from '../../src/report/summary.ts'
import { mappingsOf } from '../../src/service/command-line-mapping.ts'
import { departureOutput } from '../../src/service/departure-output.ts'
import { checkOutput, importOutput } from '../../src/service/import-output.ts'
import type { FileToImport } from '../../src/service/job.ts'
import { maskedDocument } from '../../src/service/masked-document.ts'
import { daysToCompute, periodChanges } from '../../src/service/periods.ts'
import { promotionOutput } from '../../src/service/promotion-output.ts'
import { personNames } from '../../src/service/person-names.ts'
import { writeReportFolder } from '../../src/service/report-folder.ts'
import { sampleFiles } from '../../src/service/sample-organisation.ts'
import { requirePeople } from '../../src/service/scope.ts'
import { settingsOfFile } from '../../src/service/settings-file.ts'
import { type ImportOutcome, QuestionsOpenError, Session } from '../../src/service/session.ts'
import { requireUsableRows } from '../../src/service/usable-rows.ts'
import { openWindow } from './open.ts'
import { type Command, type Inputs, USAGE } from './options.ts'
import { note, print, progressLine } from './terminal.ts'
import { inNewOrOldWorkspace, inTemporaryWorkspace, inWorkspace, type Workbench } from './workbench.ts'

type CommandNamed<Name extends Command['name']> = Extract<Command, { name: Name }>

/** Rejects with AppError for what the user can mend. Resolves to the exit code. */
export async function runCommand(command: Command, bench: () => Promise<Workbench>): Promise<number> {
  switch (command.name) {
    case 'help':
      print(USAGE)
      return 0
    case 'analyze':
      await analyze(command, await bench())
      return 0
    case 'import':
      await importFiles(command, await bench())
      return 0
    case 'undo':
    case 'redo':
      await undoOrRedo(command, await bench())
      return 0
    case 'simulate':
      await simulate(command, await bench())
      return 0
    case 'compare':
      await compare(command, await bench())
      return 0
    case 'report':
      await report(command, await bench())
      return 0
    case 'restore':
      await restore(command, await bench())
      return 0
    case 'sample':
      await sample(command, await bench())
      return 0
    case 'open':
      return openWindow((await bench()).installation, command.workspace)
  }
}

async function analyze(command: CommandNamed<'analyze'>, bench: Workbench): Promise<void> {
  const files = await filesToImport(command.inputs)
  const chosen =
    command.settings === null ? null : settingsOfFile(await readText(command.settings, 'settings'), path.basename(command.settings))
  const work = async (session: Session) => {
    if (command.purpose) await session.workspace.setPurpose(command.purpose)
    if (files.length > 0) await importInto(session, files, bench)
    const asOf = command.asOf === null ? null : (parseIsoMoment(command.asOf)?.day ?? null)
    await bench.finish(session.analyse({ asOf, settings: settingsFor(command, chosen, session) }, progressLine()))
    const document = documentOf(session, command.maskNames)
    if (command.out !== null) {
      await writeReportFolder(path.resolve(command.out), document)
      await session.workspace.appendAudit('export', { files: 'report folder', masked: command.maskNames })
    }
    const openCommand = command.workspace === null ? null : `npm start -- --workspace ${command.workspace}`
    print(command.json ? analysisJson(document) : summaryText(document, { reportFolder: command.out, openCommand }))
  }
  if (command.workspace === null) await inTemporaryWorkspace(bench, work)
  else if (files.length > 0) await inNewOrOldWorkspace(bench, command.workspace, work)
  else await inWorkspace(bench, command.workspace, work)
}

/** A settings file says all of them; without one they are those of the workspace. `--window-months` comes before both. */
function settingsFor({ windowMonths }: CommandNamed<'analyze'>, chosen: SettingChanges | null, session: Session): SettingChanges {
  const settings = chosen ?? session.basis().settings
  if (windowMonths === null) return settings
  return readSettingChanges({ ...settings, windowMonths, baselineMonths: windowMonths }).changes
}

function documentOf(session: Session, maskNames: boolean): AnalysisDocument {
  const document = session.document()
  if (!document) throw new Error('An analysis was made and is not there')
  return maskNames ? maskedDocument(document) : document
}

async function filesToImport({ files, mapping, missingPeople, changedIds }: Inputs): Promise<FileToImport[]> {
  const mappings = mapping === null ? [] : mappingsOf(await readText(mapping, 'mapping'), path.basename(mapping))
  if (mapping !== null && !mappings.some(({ kind }) => files.some(file => file.kind === kind)))
    throw new AppError(
      'bad-input',
      `${path.basename(mapping)} maps ${mappings.map(({ kind }) => kind).join(', ')}, and no such file was given. Nothing was imported.`,
    )
  return files.map(({ path: file, kind }) => {
    const chosen = mappings.find(candidate => candidate.kind === kind) ?? { kind, columns: {} }
    const answers = { ...(missingPeople ? { missingPeople } : {}), ...(changedIds ? { changedIds } : {}) }
    return { path: path.resolve(file), name: path.basename(file), mapping: kind === 'people' ? { ...chosen, ...answers } : chosen }
  })
}

/** Questions that keep the import from going on are told with the flags that answer them. */
async function importInto(session: Session, files: readonly FileToImport[], bench: Workbench): Promise<ImportOutcome> {
  try {
    return await bench.finish(session.import(files, progressLine()))
  } catch (error) {
    if (!(error instanceof QuestionsOpenError)) throw error
    throw new AppError('bad-input', [...error.questions.map(questionText), 'Nothing was imported.'].join('\n'))
  }
}

async function readText(file: string, what: 'mapping' | 'settings'): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new AppError('bad-input', `${path.basename(file)}: this ${what} file cannot be read. Check its name and folder.`)
  }
}

async function importFiles(command: CommandNamed<'import'>, bench: Workbench): Promise<void> {
  const files = await filesToImport(command.inputs)
  await inNewOrOldWorkspace(bench, command.workspace, async session => {
    const tell = (output: ImportOutput) =>
      print(command.json ? JSON.stringify(output) : importText(output, { dryRun: command.dryRun, workspace: command.workspace }))
    if (!command.dryRun) return tell(importOutput(await importInto(session, files, bench)))
    const check = await bench.finish(session.check(files, progressLine()))
    // A file that an import would refuse is refused here too.
    for (const { report } of check.files) requireUsableRows(report)
    tell(checkOutput(check))
  })
}

async function undoOrRedo(command: CommandNamed<'undo' | 'redo'>, bench: Workbench): Promise<void> {
  await inWorkspace(bench, command.workspace, async session => {
    const id = importId(command.import)
    await (command.name === 'undo' ? session.undo(id) : session.redo(id))
    const record = session.workspace.imports().find(candidate => candidate.id === id)
    const what = `import ${id} (${record?.file ?? ''}, ${record?.accepted ?? 0} rows)`
    const reverse = `switchyard ${command.name === 'undo' ? 'redo' : 'undo'} --workspace ${command.workspace} ${id}`
    print(`${command.name === 'undo' ? 'Undone' : 'Redone'}: ${what}. To reverse: ${reverse}`)
  })
}

/** Analyses again where imports have changed since the last time. */
async function withCurrentAnalysis(session: Session, bench: Workbench): Promise<void> {
  if (session.analysisStatus() !== 'current') await bench.finish(session.analyse(session.basis(), progressLine()))
}

async function simulate(command: CommandNamed<'simulate'>, bench: Workbench): Promise<void> {
  await inWorkspace(bench, command.workspace, async session => {
    requirePeople(session.scope())
    await withCurrentAnalysis(session, bench)
    const analysis = session.analysis()
    if (!analysis) throw new Error('An analysis was made and is not there')
    const nameOf = personNames(analysis.people.table)
    if (command.what === 'promote') {
      const output = promotionOutput(analysis, command.people, nameOf)
      print(command.json ? JSON.stringify(output) : promotionText(output))
    } else {
      const output = departureOutput(analysis, command.people, nameOf)
      print(command.json ? JSON.stringify(output) : departureText(output))
    }
  })
}

/** Days that are not computed yet, or from other records or by another rule, are computed first. */
async function compare(command: CommandNamed<'compare'>, bench: Workbench): Promise<void> {
  const [from, to] = [dayOf(command.from), dayOf(command.to)]
  if (from >= to) throw new AppError('bad-input', 'The day after --to must come after the one after --from.')
  await inWorkspace(bench, command.workspace, async session => {
    requirePeople(session.scope())
    const days = daysToCompute(session, [from, to])
    if (days.length > 0) await bench.finish(session.analysePeriods(days, progressLine()))
    const comparison = { from: command.from, to: command.to, ...periodChanges(session, from, to) }
    print(command.json ? JSON.stringify(comparison) : comparisonText(comparison))
  })
}

/** Of a date that the options have checked. */
function dayOf(date: string): EpochDay {
  const moment = parseIsoMoment(date)
  if (!moment) throw new Error('A date was not checked')
  return moment.day
}

async function report(command: CommandNamed<'report'>, bench: Workbench): Promise<void> {
  await inWorkspace(bench, command.workspace, async session => {
    await withCurrentAnalysis(session, bench)
    await writeReportFolder(path.resolve(command.out), documentOf(session, false))
    await session.workspace.appendAudit('export', { files: 'report folder', masked: false })
    print(`The report is in ${command.out}: open report.html in a browser.`)
  })
}

async function restore(command: CommandNamed<'restore'>, bench: Workbench): Promise<void> {
  const session = await Session.restore(path.resolve(command.workspace), bench.tools)
  const count = session.workspace.imports().length
  await session.close()
  print(`Restored: the workspace opens again, with ${count} imports. What was damaged was kept in its folder damaged/.`)
}

const SAMPLE_FOLDER = 'organisation.switchyard'
const REPORT_FOLDER = 'report'

async function sample({ out }: CommandNamed<'sample'>, bench: Workbench): Promise<void> {
  const files = await sampleFiles(bench.installation.sample)
  const directory = path.resolve(out, SAMPLE_FOLDER)
  await removeFormerSample(directory, bench)
  const session = await Session.create(directory, { name: 'Sample organisation', sample: true }, bench.tools)
  try {
    note('Importing the sample organisation ...')
    await importInto(session, files, bench)
    note('Analysing ...')
    await bench.finish(session.analyse(session.basis(), progressLine()))
    const reportFolder = path.join(out, REPORT_FOLDER)
    const document = documentOf(session, false)
    await writeReportFolder(path.resolve(reportFolder), document)
    await session.workspace.appendAudit('export', { files: 'report folder', masked: false })
    print(summaryText(document, { reportFolder, openCommand: `npm start -- --workspace ${path.join(out, SAMPLE_FOLDER)}` }))
  } finally {
    await session.close()
  }
}

/** Only ever a workspace that says of itself that it is a sample. */
async function removeFormerSample(directory: string, { tools }: Workbench): Promise<void> {
  const former = await Session.open(directory, tools).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'bad-input') return null
    throw error
  })
  if (!former) return
  const { sample: isSample } = former.workspace.info()
  await former.close()
  if (!isSample)
    throw new AppError('conflict', `${path.basename(directory)} is there already and is no sample. Name another folder with --out.`)
  await rm(directory, { recursive: true, force: true })
}
