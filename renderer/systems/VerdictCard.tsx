/** The verdict on a system: the sentence, the rules behind it, what speaks against it, what would change it. */
import { Check, Minus, X } from 'lucide-react'
import table from '../components/Table.module.css'
import { Unknown } from '../components/Unknown.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { formatCount, formatDecimal, formatShareExactly } from '../format.ts'
import frame from './SystemScreen.module.css'
import { verdictOf } from './verdict.ts'
import { verdictSentence } from './verdict-sentence.ts'
import styles from './VerdictCard.module.css'
import type { SystemDetail } from './answers.ts'

type Reason = SystemDetail['entry']['reasons'][number]

export function VerdictCard({ detail }: { detail: SystemDetail }) {
  const { entry, row } = detail
  return (
    <section className={frame.panel} aria-labelledby="verdict">
      <h2 id="verdict" className={styles.verdict}>
        <VerdictMark verdict={verdictOf(row.keepers)} size={16} />
      </h2>
      <p className={styles.sentence}>{verdictSentence(detail)}</p>
      {entry.reasons.length > 0 && (
        <div className={table.wrap}>
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col" className={table.number}>
                  Value
                </th>
                <th scope="col" className={table.number}>
                  Threshold
                </th>
                <th scope="col">Met</th>
                <th scope="col" className={table.number}>
                  Rows behind it
                </th>
              </tr>
            </thead>
            <tbody>
              {entry.reasons.map(reason => (
                <tr key={reason.rule}>
                  <th scope="row" className={table.long}>
                    {reason.rule}
                  </th>
                  <td className={table.number}>
                    {reason.value === null ? <Unknown because="The rows it needs are missing." /> : figure(reason, reason.value)}
                  </td>
                  <td className={table.number}>{reason.threshold === null ? '–' : figure(reason, reason.threshold)}</td>
                  <td className={table.tight}>
                    <Met met={reason.met} />
                  </td>
                  <td className={table.number}>{formatCount(reason.rows)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className={styles.two} hidden={verdictOf(row.keepers) === 'unknown' && entry.counter.length + entry.wouldChange.length === 0}>
        <Points title="What speaks against it" points={entry.counter} none="Nothing in these files." />
        <Points title="What would change it" points={entry.wouldChange} none="Nothing is known that would." />
      </div>
    </section>
  )
}

/** A rule whose threshold is at most 1 is one of shares; the others are counts. */
const figure = ({ threshold }: Reason, value: number) =>
  threshold !== null && threshold <= 1 ? formatShareExactly(value) : formatDecimal(value)

function Met({ met }: { met: boolean | null }) {
  const [Icon, word] = met === null ? [Minus, 'not known'] : met ? [Check, 'yes'] : [X, 'no']
  return (
    <span className={styles.met}>
      <Icon size={14} aria-hidden="true" /> {word}
    </span>
  )
}

function Points({ title, points, none }: { title: string; points: readonly string[]; none: string }) {
  return (
    <section>
      <h3>{title}</h3>
      {points.length === 0 ? (
        <p className={styles.none}>{none}</p>
      ) : (
        <ul>
          {points.map(point => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
