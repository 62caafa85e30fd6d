/** The three questions about the data, each answered in plain sentences. */
import { ChevronRight } from 'lucide-react'
import { Link } from '../components/Link.tsx'
import { formatPlural } from '../format.ts'
import { IDENTITIES, PEOPLE } from '../navigation/address.ts'
import type { Quality } from './answers.ts'
import { missingInputs } from './missing-inputs.ts'
import { isDated, joinedByWords, joinSentence, leftOverSentences, missingSentence, spanLength, spanSentence } from './quality-words.ts'
import styles from './QualityAnswers.module.css'
import { kindName } from '../imports/kind-words.ts'

const COSTLIEST = 3

interface Props {
  quality: Quality
  isAnalysed: boolean
  isCurrent: boolean
  /** Shows the missing columns in the table below. */
  onMissing: () => void
}

export function QualityAnswers({ quality, isAnalysed, isCurrent, onMissing }: Props) {
  return (
    <div className={styles.answers}>
      <Joined join={quality.join} isAnalysed={isAnalysed} />
      <Reach spans={quality.spans} isCurrent={isCurrent} />
      <Missing columns={quality.columns} onMissing={onMissing} />
    </div>
  )
}

function Joined({ join, isAnalysed }: { join: Quality['join']; isAnalysed: boolean }) {
  const by = joinedByWords(join)
  return (
    <section className={styles.answer}>
      <h2>Did the work find its people?</h2>
      <p className={styles.lead}>{joinSentence(join, isAnalysed)}</p>
      {by !== null && <p>{by}</p>}
      {leftOverSentences(join).map(sentence => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p className={styles.links}>
        <Link to={IDENTITIES}>
          {join.openSuggestions === 0
            ? 'Identities'
            : `${formatPlural(join.openSuggestions, 'pair', 'pairs')} that may be one person: decide`}
          <ChevronRight size={12} aria-hidden="true" />
        </Link>
        {isAnalysed && (
          <Link to={PEOPLE}>
            People <ChevronRight size={12} aria-hidden="true" />
          </Link>
        )}
      </p>
    </section>
  )
}

function Reach({ spans, isCurrent }: { spans: Quality['spans']; isCurrent: boolean }) {
  const others = spans.filter(({ kind, from, to }) => kind !== 'contributions' && from !== null && to !== null)
  const undated = spans.filter(span => !isDated(span) && span.rows > 0)
  return (
    <section className={styles.answer}>
      <h2>How far back do the records reach?</h2>
      <p className={styles.lead}>{spanSentence(spans, isCurrent)}</p>
      {others.length > 0 && (
        <ul>
          {others.map(({ kind, from, to }) => (
            <li key={kind}>
              {kindName(kind)}: {from !== null && to !== null && spanLength(from, to)}
            </li>
          ))}
        </ul>
      )}
      {undated.length > 0 && <p>{undated.map(({ kind }) => kindName(kind)).join(', ')}: a state without dates.</p>}
    </section>
  )
}

function Missing({ columns, onMissing }: { columns: Quality['columns']; onMissing: () => void }) {
  const missing = missingInputs(columns)
  const rest = missing.length - COSTLIEST
  return (
    <section className={styles.answer}>
      <h2>What is missing?</h2>
      <p className={styles.lead}>{missingSentence(columns)}</p>
      {missing.length > 0 && (
        <>
          <h3>What costs most</h3>
          <ol className={styles.costly}>
            {missing.slice(0, COSTLIEST).map(({ label, costs }) => (
              <li key={label}>
                <b>{label}</b> <span>{costs[0]}</span>
              </li>
            ))}
          </ol>
          {rest > 0 && (
            <p className={styles.links}>
              <button type="button" onClick={onMissing} data-focus="answers-missing">
                {formatPlural(rest, 'more', 'more')}, column by column <ChevronRight size={12} aria-hidden="true" />
              </button>
            </p>
          )}
        </>
      )}
    </section>
  )
}
