/** The findings in words, for a terminal: at most 100 columns, no colours, long lists cut short. */
import { PURPOSE_NOT_RECORDED, type AnalysisDocument, type ComponentEntry } from '../contract/analysis.ts'
import { agentSentences } from './agent-sentences.ts'
import { fairnessSentences } from './fairness-sentences.ts'
import { missingSentences } from './missing-sentences.ts'
import { leadersInOrder, leaderSentence, proximitySentence } from './leader-sentences.ts'
import { unitSentence } from './organisation-sentences.ts'
import { flagSentence, isMisrouted, patternGroups, sharedRoutes, type PatternGroup } from './pattern-sentences.ts'
import { personNames, type PersonNames } from './person-names.ts'
import { scopeSentences } from './scope-sentences.ts'
import { systemFindings, type SystemFindings } from './system-findings.ts'
import { keeperSentences, noKeeperSentences, sharedCounters, systemTraits, unknownImportance } from './system-sentences.ts'
import { cell, columnsOf, wrapped } from './text-block.ts'
import { capitalised, count, figure, list, oneLine, withoutControls, words } from './wording.ts'
import { wholeSentences } from './whole-sentences.ts'

const MOST = 10
const RISK_FILE = 'key-person-risk.csv'

export interface SummaryContext {
  /** Where the report files were written; null when none were. */
  readonly reportFolder: string | null
  /** The command that shows the same findings in a window; null when there is none. */
  readonly openCommand: string | null
}

/** Ends with a newline. Only the folder and the command, which are there to be copied, may exceed 100 columns. */
export function summaryText(document: AnalysisDocument, context: SummaryContext): string {
  const names = personNames(document)
  const findings = systemFindings(document)
  const blocks = [
    heading(document),
    inputLines(document),
    section('THE WHOLE ORGANISATION', items(wholeSentences(document, names))),
    riskLines(document, findings, names),
    noKeeperLines(findings, names),
    otherSystemLines(document, findings, names),
    ...flagLines(document, names),
    organisationLines(document, names),
    section('WHAT IS MISSING', missingLines(document)),
    section('WHAT IS NOT SHOWN', items(scopeSentences(document))),
    footer(document, context),
  ]
  return `${blocks
    .filter(block => block.length > 0)
    .map(block => block.join('\n'))
    .join('\n\n')}\n`
}

const section = (title: string, lines: readonly string[]) => (lines.length === 0 ? [] : [...wrapped(title, 0, 2), ...lines])
const items = (sentences: readonly string[]) => sentences.flatMap(each => wrapped(each, 2, 4))
const field = (label: string, text: string) =>
  wrapped(text, 14).map((line, index) => (index === 0 ? label.padEnd(14) + line.slice(14) : line))

function heading(document: AnalysisDocument): string[] {
  const { purpose, window, identity, whole } = document
  const inFile = identity.peopleInHris === 0 ? [] : [`${count(identity.peopleInHris, 'person', 'people')} in the people file`]
  const outside =
    identity.peopleOutside === 0 ? [] : [`${count(identity.peopleOutside, 'person', 'people')} known from contributions alone`]
  const systems = document.components.length === 0 ? 'no system named' : count(document.components.length, 'system')
  const artifacts = whole.artifacts === 0 ? [] : [count(whole.artifacts, 'artifact')]
  const stated = [
    oneLine(purpose.purpose) || PURPOSE_NOT_RECORDED,
    ...(purpose.legalBasis === null ? [] : [`legal basis: ${oneLine(purpose.legalBasis)}`]),
    ...(purpose.noticeDate === null ? [] : [`people told on ${purpose.noticeDate}`]),
  ].join('; ')
  return [
    'SWITCHYARD: WHO KEEPS WHAT, AND WHAT HANGS ON IT',
    ...field('Organisation', [...inFile, ...outside, systems, ...artifacts].join(', ')),
    ...field('As of', document.asOf ?? 'unknown: nothing that was read bears a date'),
    ...(window === null ? [] : field('Window', `${window.from} to ${window.to}`)),
    ...field('Purpose', stated),
  ]
}

function inputLines({ inputs }: AnalysisDocument): string[] {
  if (inputs.length === 0) return ['INPUTS: none']
  const shown = inputs.slice(0, MOST)
  const width = Math.min(34, Math.max(...shown.map(input => columnsOf(oneLine(input.file)))))
  const lines = shown.flatMap(input => {
    const counts = [
      `${figure(input.accepted)}\u00a0accepted`,
      `${figure(input.rejected)}\u00a0rejected`,
      count(input.duplicates, 'duplicate'),
    ].join(' + ')
    return wrapped(`${cell(oneLine(input.file), width)} ${cell(words(input.kind), 13)} ${count(input.rows, 'row')} = ${counts}`, 2, 4)
  })
  return section('INPUTS', [...lines, ...more(inputs.length, 'analysis.json')])
}

const more = (all: number, file: string) => (all > MOST ? [`  and ${figure(all - MOST)} more in ${file}`] : [])

function riskLines({ components }: AnalysisDocument, { keyPersonRisks }: SystemFindings, names: PersonNames): string[] {
  if (components.length === 0) {
    return section('KEY-PERSON RISKS: unknown', items(['No contribution names a system or an artifact, so who keeps what cannot be told.']))
  }
  if (components.every(system => system.keepers === null)) {
    return section(
      'KEY-PERSON RISKS: unknown',
      items(['No contribution that changes an artifact is on record, so who keeps what cannot be told.']),
    )
  }
  if (keyPersonRisks.length === 0) return ['KEY-PERSON RISKS: no system that matters is kept by one person']
  const said = sharedCounters(keyPersonRisks)
  const blocks = keyPersonRisks.slice(0, MOST).flatMap(system => block(system, keeperSentences(system, names, said)))
  const note = unknownImportance(keyPersonRisks)
  const matter = keyPersonRisks.length === 1 ? ['system', 'that matters', 'is'] : ['systems', 'that matter', 'are']
  const counted = `${figure(keyPersonRisks.length)} ${matter.filter((_, part) => part !== 1 || note === '').join(' ')}`
  return section(`KEY-PERSON RISKS: ${counted} kept by one person${note}`, [
    ...items(said.map(each => `Speaks against all of these: ${oneLine(each)}`)),
    ...blocks,
    ...more(keyPersonRisks.length, RISK_FILE),
  ])
}

function noKeeperLines({ withoutKeeper }: SystemFindings, names: PersonNames): string[] {
  const said = sharedCounters(withoutKeeper)
  const note = unknownImportance(withoutKeeper)
  const made = `${withoutKeeper.length === 1 ? 'system' : 'systems'}${note !== '' ? '' : withoutKeeper.length === 1 ? ' that matters' : ' that matter'}`
  return section(`NO KEEPER: the people who made ${figure(withoutKeeper.length)} ${made} have left${note}`, [
    ...items(said.map(each => `Speaks against all of these: ${oneLine(each)}`)),
    ...withoutKeeper.slice(0, MOST).flatMap(system => block(system, noKeeperSentences(system, names, said))),
    ...more(withoutKeeper.length, RISK_FILE),
  ])
}

function block(system: ComponentEntry, sentences: readonly string[]): string[] {
  const exposure = system.keepers === 'one' && system.exposure !== null ? `; exposure ${figure(system.exposure, 2)} of 1` : ''
  return [
    ...wrapped(`${oneLine(system.component)} (${systemTraits(system)}${exposure})`, 2, 4),
    ...sentences.flatMap(each => wrapped(each, 4, 6)),
  ]
}

function otherSystemLines({ components }: AnalysisDocument, findings: SystemFindings, names: PersonNames): string[] {
  const { lesser, shared, unknown } = findings
  const named = (systems: readonly ComponentEntry[]) => list(systems.map(system => oneLine(system.component)))
  const lesserNames = lesser.map(system => {
    const keeper = system.keeper === null ? 'no keeper' : names.labelOf(system.keeper.personId)
    return `${oneLine(system.component)} (${system.keepers === 'none' ? 'no keeper' : keeper})`
  })
  const sentences = [
    ...(lesser.length === 0
      ? []
      : [`${count(lesser.length, 'system that does', 'systems that do')} not matter, with one keeper or none: ${list(lesserNames)}.`]),
    ...(shared.length === 0 ? [] : [`${count(shared.length, 'system is', 'systems are')} kept by several people: ${named(shared)}.`]),
    ...(unknown.length === 0 || unknown.length === components.length
      ? []
      : [`${count(unknown.length, 'system has', 'systems have')} no change on record, so no verdict: ${named(unknown)}.`]),
  ]
  return section('OTHER SYSTEMS', items(sentences))
}

function flagLines(document: AnalysisDocument, names: PersonNames): string[][] {
  const groups = patternGroups(document)
  const asLines = (group: PatternGroup) => {
    const { pattern, flagged } = group
    const routes = sharedRoutes(group)
    return [
      `  ${capitalised(words(pattern))}: ${count(flagged.length, 'person', 'people').replace('\u00a0', ' ')}`,
      ...flagged.slice(0, MOST).flatMap(each => wrapped(flagSentence(each, names), 4, 6)),
      ...(flagged.length > MOST ? [`    and ${figure(flagged.length - MOST)} more in people.csv`] : []),
      ...(routes.length === 0 ? [] : wrapped(`Other routes to talk about: ${routes.map(oneLine).join('; ')}.`, 4, 6)),
    ]
  }
  return [
    section(
      'WORK WORTH A CONVERSATION: each flag is a question, not a verdict',
      groups.filter(group => !isMisrouted(group.pattern)).flatMap(asLines),
    ),
    section('MISROUTED', groups.filter(group => isMisrouted(group.pattern)).flatMap(asLines)),
  ]
}

function organisationLines(document: AnalysisDocument, names: PersonNames): string[] {
  const { units, leaders } = document
  return section('UNITS, LEADERS AND AGENTS', [
    ...items(units.slice(0, MOST).map(unitSentence)),
    ...more(units.length, 'analysis.json'),
    ...items([proximitySentence(document) ?? []].flat()),
    ...items(
      leadersInOrder(document)
        .slice(0, MOST)
        .map(leader => leaderSentence(leader, names)),
    ),
    ...more(leaders.length, 'analysis.json'),
    ...items([...agentSentences(document), ...fairnessSentences(document)]),
  ])
}

function missingLines(document: AnalysisDocument): string[] {
  const sentences = missingSentences(document)
  return sentences.length === 0 ? ['  Nothing that these figures need.'] : items(sentences)
}

function footer({ scope }: AnalysisDocument, { reportFolder, openCommand }: SummaryContext): string[] {
  const people = scope.shows === 'people' ? 'people.csv, ' : ''
  return [
    ...(reportFolder === null
      ? []
      : [`Report (analysis.json, report.html, ${people}key-person-risk.csv, risk-register.csv) in`, `  ${withoutControls(reportFolder)}`]),
    ...(openCommand === null ? [] : ['To look at it in a window:', `  ${withoutControls(openCommand)}`]),
  ]
}
