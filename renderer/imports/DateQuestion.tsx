/** Asks how a date is written where nothing in its column proves it: with both readings of the very cell. */
import { Radios } from '../components/Radios.tsx'
import styles from './DateQuestion.module.css'
import { dayMonthWords, monthDayWords, type DateQuestionAsked } from './date-words.ts'
import type { DateOrder } from './file-mapping.ts'

interface Props {
  header: string
  question: DateQuestionAsked
  /** What was answered; null so far. */
  order: DateOrder | null
  onOrder: (order: DateOrder) => void
}

export function DateQuestion({ header, question: { raw, asDMY, asMDY }, order, onOrder }: Props) {
  return (
    <div className={styles.question}>
      <Radios
        legend={
          <>
            How are the dates in <b>{header}</b> written? Nothing in the file proves it.
          </>
        }
        options={[
          { value: 'DMY', label: `Day first: ${raw} is ${dayMonthWords(asDMY)}` },
          { value: 'MDY', label: `Month first: ${raw} is ${monthDayWords(asMDY)}` },
        ]}
        value={order}
        onChange={onOrder}
        focusName={`order:${header}`}
      />
    </div>
  )
}
