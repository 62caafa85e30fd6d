/** A question that has to be answered before the import: its numbers, its answers, and the people it speaks of. */
import { CircleHelp } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { Radios } from '../components/Radios.tsx'
import { questionFigures } from './change-words.ts'
import styles from './QuestionCard.module.css'
import { QUESTION_TITLE } from './steps.ts'
import type { ImportQuestion } from './answers.ts'

interface Props {
  question: ImportQuestion
  answer: string | null
  onAnswer: (value: string) => void
  /** Opens the list of those who are meant. */
  onShow: () => void
}

export function QuestionCard({ question, answer, onAnswer, onShow }: Props) {
  return (
    <section className={styles.card}>
      <CircleHelp size={18} aria-hidden="true" className={styles.icon} />
      <div className={styles.words}>
        <h2>{QUESTION_TITLE[question.part]}</h2>
        <p>{question.words}</p>
        <p className={styles.figures}>
          <b>{questionFigures(question)}</b>
          <Button onPress={onShow}>Show who</Button>
        </p>
        <Radios
          legend={<span className="visually-hidden">{QUESTION_TITLE[question.part]}</span>}
          options={question.choices.map(({ value, words }) => ({ value, label: words }))}
          value={answer}
          onChange={onAnswer}
          focusName={question.part}
        />
      </div>
    </section>
  )
}
