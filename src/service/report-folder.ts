/** The report folder: the analysis as files for people and for other programs. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { AnalysisDocument } from '../contract/analysis.ts'
import { AppError } from '../contract/wire.ts'
import { analysisJson } from '../report/analysis-json.ts'
import { keyPersonRiskCsv } from '../report/key-person-risk-csv.ts'
import { peopleCsv } from '../report/people-csv.ts'
import { reportHtml } from '../report/report-html.ts'
import { riskRegisterCsv } from '../report/risk-register.ts'

const WRITERS: Readonly<Record<string, (document: AnalysisDocument) => string>> = {
  'analysis.json': analysisJson,
  'report.html': reportHtml,
  'people.csv': peopleCsv,
  'key-person-risk.csv': keyPersonRiskCsv,
  'risk-register.csv': riskRegisterCsv,
}

/** Holds nothing but people: where they are not shown, there is no such file, nor one that an earlier report left. */
const OF_PEOPLE = 'people.csv'

/** Writes the files, readable by their owner only; each appears whole. Throws AppError `unavailable` when the folder cannot be written. */
export async function writeReportFolder(directory: string, document: AnalysisDocument): Promise<void> {
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    for (const [name, write] of Object.entries(WRITERS)) {
      const file = path.join(directory, name)
      if (name === OF_PEOPLE && document.scope.shows !== 'people') {
        await rm(file, { force: true })
        continue
      }
      await writeFile(`${file}.tmp`, write(document), { mode: 0o600 })
      await rename(`${file}.tmp`, file)
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown'
    throw new AppError(
      'unavailable',
      `The report could not be written to ${path.basename(directory)} (${code}). Choose another folder with --out.`,
    )
  }
}
