/** The sections of `report.html` about what went in, what was missing and how it was worked out. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { bullets, markup, nothing, table, type Markup } from './markup.ts'
import { missingSentences } from './missing-sentences.ts'
import { figure, list, oneLine, words } from './wording.ts'

export function inputsSection({ inputs }: AnalysisDocument): Markup {
  if (inputs.length === 0) return markup`<p>No file was imported.</p>`
  return table({
    caption: 'Files, in the order they were imported. Rows = accepted + rejected + duplicates.',
    columns: [
      { title: 'File' },
      { title: 'Kind' },
      { title: 'Rows', kind: 'number' },
      { title: 'Accepted', kind: 'number' },
      { title: 'Rejected', kind: 'number' },
      { title: 'Duplicates', kind: 'number' },
      { title: 'SHA-256, first 12 digits' },
    ],
    rows: inputs.map(input => ({
      head: oneLine(input.file),
      cells: [
        words(input.kind),
        figure(input.rows),
        figure(input.accepted),
        figure(input.rejected),
        figure(input.duplicates),
        input.sha256.slice(0, 12),
      ],
    })),
  })
}

export function missingSection(document: AnalysisDocument): Markup {
  const sentences = missingSentences(document)
  return sentences.length === 0 ? markup`<p>Nothing that these figures need.</p>` : bullets(sentences)
}

const METHOD: readonly string[] = [
  'Degree of authorship (Fritz et al. 2014) weighs who added an artifact, how often each person changed it, and how often others did. Authors are those above three quarters of the highest degree who also added it or reach 3.293.',
  'Truck factor (Avelino et al. 2016): authors are taken off, the one with most artifacts first, until under half of the artifacts have one left. The figure of today starts with the authors still employed.',
  'A system has one keeper when without that person at least half of the artifacts with an author would have none, they did at least half of the work on it in 24 months, and nobody else did more than two thirds of theirs. It has no keeper when half of its artifacts once had an author and under half have one who is still here.',
  'Exposure is criticality / 5 times the share of artifacts left without an author.',
  'Reviews, decisions and meetings change no artifact, so they make nobody an author.',
  'A leader is near the work by three behaviours that leave records: hands-on work, taking part in decisions, reviews that change something. An unknown one counts as half in the mean, and fewer than two tell nothing.',
  'No score and no flag reads a demographic column. The fairness check does, once all flags stand, and shows no group of under ten people nor what would tell of one.',
]

export function methodSection({ method, explanations }: AnalysisDocument): Markup {
  const isOfKind = (name: string) => name.startsWith('kinds.')
  const settings = Object.entries(method.settings).filter(([name]) => !isOfKind(name))
  return markup`<p>Method version ${oneLine(method.version)}. The whole of it is in docs/method.md.</p>
    ${bullets(METHOD)}${formulas(explanations)}${
      settings.length === 0
        ? nothing
        : table({
            caption: 'Settings this analysis was made with',
            columns: [{ title: 'Setting' }, { title: 'Value', kind: 'number' }],
            rows: settings.map(([name, value]) => ({ head: oneLine(name), cells: [oneLine(String(value))] })),
          })
    }${kindsTable(method.settings)}`
}

/** Three settings a kind, in one row. */
function kindsTable(settings: AnalysisDocument['method']['settings']): Markup {
  const kinds = Object.keys(settings).flatMap(name => /^kinds\.(.+)\.mode$/.exec(name)?.[1] ?? [])
  if (kinds.length === 0) return nothing
  const of = (kind: string, name: string) => settings[`kinds.${kind}.${name}`]
  return table({
    caption: 'What each kind of contribution counts as',
    columns: [
      { title: 'Kind' },
      { title: 'Mode of work' },
      { title: 'Typical hours', kind: 'number' },
      { title: 'Makes somebody know it' },
    ],
    rows: kinds.map(kind => ({
      head: oneLine(kind),
      cells: [
        oneLine(String(of(kind, 'mode'))),
        oneLine(String(of(kind, 'weightHours'))),
        of(kind, 'changesArtifact') === true ? 'yes' : 'no',
      ],
    })),
  })
}

function formulas(explanations: AnalysisDocument['explanations']): Markup {
  if (explanations.length === 0) return nothing
  return table({
    caption: 'How each figure is computed',
    columns: [{ title: 'Figure' }, { title: 'Formula' }, { title: 'Source' }, { title: 'Read from' }],
    rows: explanations.map(({ figure: name, formula, source, inputs }) => ({
      head: words(oneLine(name)),
      cells: [oneLine(formula), source === null ? nothing : oneLine(source), list(inputs.map(oneLine))],
    })),
  })
}
