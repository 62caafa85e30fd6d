/** `report.html`: the whole analysis as one page to read, print and keep. No script, nothing fetched. */
import { PURPOSE_NOT_RECORDED, type AnalysisDocument } from '../contract/analysis.ts'
import { bullets, markup, type Markup, paragraphs } from './markup.ts'
import { personNames } from './person-names.ts'
import { removalFigure } from './removal-figure.ts'
import { agentsSection } from './report-agents.ts'
import { fairnessSection } from './report-fairness.ts'
import { inputsSection, methodSection, missingSection } from './report-inputs.ts'
import { leadersSection } from './report-leaders.ts'
import { flagsSection, peopleSection } from './report-people.ts'
import { reportStyle } from './report-style.ts'
import { allSystemsSection, footnotes, keyPersonSection, noKeeperSection } from './report-systems.ts'
import { unitsSection } from './report-units.ts'
import { scopeSentences } from './scope-sentences.ts'
import { systemFindings } from './system-findings.ts'
import { verdictShapes } from './verdict-shape.ts'
import { count, figure, oneLine } from './wording.ts'
import { wholeSentences } from './whole-sentences.ts'

interface Section {
  readonly id: string
  readonly title: string
  /** Null leaves the section out. */
  readonly body: Markup | null
}

export function reportHtml(document: AnalysisDocument): string {
  const shown = sections(document).filter(section => section.body !== null)
  const asOf = document.asOf === null ? 'unknown: nothing that was read bears a date' : document.asOf
  const head = markup`<meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <title>Switchyard report${document.asOf === null ? '' : `, as of ${document.asOf}`}</title>`
  const body = markup`${verdictShapes}
    <header>
      <p class="confidential">Confidential</p>
      <h1>Who keeps what, and what hangs on it</h1>
      <dl>
        <dt>As of</dt>
        <dd>${asOf}</dd>
        ${
          document.window === null
            ? markup``
            : markup`<dt>Window</dt>
                <dd>${document.window.from} to ${document.window.to}</dd>`
        }
      </dl>
    </header>
    <nav aria-label="Sections">
      <ol>
        ${shown.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}
      </ol>
    </nav>
    <main>
      ${shown.map(
        ({ id, title, body: content }) =>
          markup`<section id="${id}" aria-labelledby="${id}-title">
            <h2 id="${id}-title">${title}</h2>
            ${content ?? markup``}
          </section>`,
      )}
    </main>
    <footer>
      <p>Prepared for people to decide with, not instead of them. Made by Switchyard on the computer it ran on; this page fetches nothing.</p>
    </footer>
  `
  return `<!doctype html>\n<html lang="en">\n<head>\n${head.text}<style>${reportStyle(document.asOf)}</style>\n</head>\n<body>\n${body.text}</body>\n</html>\n`
}

function sections(document: AnalysisDocument): Section[] {
  const names = personNames(document)
  const isNarrowed = document.scope.shows === 'systems_and_units'
  const curve = removalFigure(document, names)
  const noCurve = markup`<p>No curve can be drawn: no contribution names an artifact that somebody changed.</p>`
  return [
    { id: 'purpose', title: 'Purpose', body: purposeSection(document) },
    { id: 'summary', title: 'Summary', body: bullets([...countSentences(document), ...wholeSentences(document, names)]) },
    { id: 'key-person-risks', title: 'Key-person risks', body: keyPersonSection(document, names) },
    { id: 'no-keeper', title: 'No keeper', body: noKeeperSection(document, names) },
    {
      id: 'systems',
      title: 'All systems',
      body: markup`${allSystemsSection(document, names)}${footnotes(document).map(note => markup`<p class="muted">${note}</p> `)}`,
    },
    { id: 'removal', title: 'Removal curve', body: curve.text === '' ? noCurve : curve },
    { id: 'flags', title: 'Work worth a conversation', body: isNarrowed ? null : flagsSection(document, names) },
    { id: 'units', title: 'Units', body: unitsSection(document) },
    { id: 'leaders', title: 'Leaders', body: isNarrowed ? null : leadersSection(document, names) },
    { id: 'agents', title: 'Working with agents', body: agentsSection(document) },
    { id: 'fairness', title: 'Fairness', body: fairnessSection(document) },
    { id: 'people', title: 'People', body: isNarrowed ? null : peopleSection(document) },
    { id: 'not-shown', title: 'What is not shown', body: isNarrowed ? markup`${paragraphs(scopeSentences(document))}` : null },
    { id: 'inputs', title: 'Inputs', body: inputsSection(document) },
    { id: 'missing', title: 'What is missing', body: missingSection(document) },
    { id: 'method', title: 'Method in short', body: methodSection(document) },
  ]
}

function purposeSection({ purpose }: AnalysisDocument): Markup {
  return markup`<p>${oneLine(purpose.purpose) || PURPOSE_NOT_RECORDED}</p>
    ${bullets([
      ...(purpose.legalBasis === null ? [] : [`Legal basis: ${oneLine(purpose.legalBasis)}`]),
      ...(purpose.noticeDate === null ? [] : [`People were told on ${purpose.noticeDate}`]),
    ])}`
}

function countSentences(document: AnalysisDocument): string[] {
  const { keyPersonRisks, withoutKeeper, lesser, shared, unknown } = systemFindings(document)
  const { identity } = document
  const people = [
    ...(identity.peopleInHris === 0 ? [] : [`${count(identity.peopleInHris, 'person', 'people')} in the people file`]),
    ...(identity.peopleOutside === 0 ? [] : [`${count(identity.peopleOutside, 'person', 'people')} known from contributions alone`]),
  ]
  const systems =
    document.components.length === 0
      ? 'No system is named.'
      : `${count(document.components.length, 'system')}: ${figure(keyPersonRisks.length)} with one keeper and ${figure(withoutKeeper.length)} with none among those that matter or may matter; ${figure(lesser.length)} more among those that do not; ${figure(shared.length)} kept by several; ${figure(unknown.length)} without a verdict.`
  return [...(people.length === 0 ? [] : [`${people.join(', ')}.`]), systems]
}
