/** The figures above the list; each leads to the rows it counts. */
import type { ReactNode } from 'react'
import { Link } from '../components/Link.tsx'
import { QualityNotes } from '../components/QualityNotes.tsx'
import { Unknown } from '../components/Unknown.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { formatCount, formatShare } from '../format.ts'
import { EVERY_SYSTEM, type Address, type VerdictFilter } from '../navigation/address.ts'
import styles from './SummaryStrip.module.css'
import { VERDICT_LABEL } from './verdict.ts'
import type { SystemsSummary } from './answers.ts'

const NO_PEOPLE = 'No people file says who is still here.'

export function SummaryStrip({ summary }: { summary: SystemsSummary }) {
  const { whole, verdicts } = summary
  return (
    <div className={styles.strip}>
      <ul className={styles.figures}>
        <Figure to={{ screen: 'removal' }} label="Truck factor now" note={truckFactorNote(whole)} wide>
          {whole.currentTruckFactor === null ? <Unknown because={NO_PEOPLE} /> : formatCount(whole.currentTruckFactor)}
          {whole.truckFactor !== null && (
            <span className={styles.beside}>
              {formatCount(whole.truckFactor)}{' '}
              <small>
                ever<span className={styles.roomy}>, as published figures count</span>
              </small>
            </span>
          )}
        </Figure>
        <Figure to={listOf('one', true)} label="Key-person risks" note="systems that matter">
          {formatCount(summary.keyPersonRisks)}
        </Figure>
        <VerdictFigure verdict="one" count={verdicts.one} note="one person holds it" />
        <VerdictFigure verdict="none" count={verdicts.none} note="nobody is left" />
        <VerdictFigure verdict="several" count={verdicts.several} note="can be carried on" />
        <VerdictFigure verdict="unknown" count={verdicts.unknown} note="no change on record" />
      </ul>
      <div className={styles.notes}>
        <p>{scopeSentence(whole)}</p>
        <QualityNotes notes={summary.quality} />
      </div>
    </div>
  )
}

const listOf = (verdict: VerdictFilter, mattersOnly = false): Address => ({
  screen: 'systems',
  query: { ...EVERY_SYSTEM, verdict, mattersOnly },
})

function VerdictFigure({ verdict, count, note }: { verdict: VerdictFilter; count: number; note: string }) {
  return (
    <Figure to={listOf(verdict)} label={VERDICT_LABEL[verdict]} note={note} mark={<VerdictMark verdict={verdict} withLabel={false} />}>
      {formatCount(count)}
    </Figure>
  )
}

interface FigureProps {
  to: Address
  label: string
  note: string
  mark?: ReactNode
  wide?: boolean
  children: ReactNode
}

function Figure({ to, label, note, mark, wide = false, children }: FigureProps) {
  return (
    <li className={wide ? styles.wide : undefined}>
      <Link to={to} focusName={`figure:${label}`}>
        <span className={styles.label}>
          {mark}
          {label}
        </span>
        <span className={styles.value}>{children}</span>
        <span className={styles.note}>{note}</span>
      </Link>
    </li>
  )
}

function truckFactorNote(whole: SystemsSummary['whole']): string {
  const parts = []
  if (whole.currentTruckFactor === 0) parts.push('it begins below the 50 % line')
  if (whole.nearLine === true) parts.push('close to the line: one change may move it')
  return parts.join(' · ') || 'people until half is without an author'
}

function scopeSentence({ scope, singleAuthorRatio }: SystemsSummary['whole']): string {
  const basis =
    scope.basis === 'artifacts file'
      ? `${formatCount(scope.inScope)} artifacts in scope by the artifacts file, ${formatCount(scope.outOfScope)} out of scope.`
      : `Scope: every artifact ever touched (${formatCount(scope.inScope)}). An artifacts file would leave out what no longer exists.`
  return singleAuthorRatio === null ? basis : `${basis} ${formatShare(singleAuthorRatio)} have exactly one author.`
}
