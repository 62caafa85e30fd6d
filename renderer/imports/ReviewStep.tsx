/** The last step: what the import would change, before anything is saved. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { formatPlural } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { ChangeCounts } from './ChangeCounts.tsx'
import { ChangedRows } from './ChangedRows.tsx'
import { changeCount, changeOpened } from './change-words.ts'
import { CheckState } from './CheckState.tsx'
import { QuestionCard } from './QuestionCard.tsx'
import styles from './ReviewStep.module.css'
import { RowSums } from './RowSums.tsx'
import { importBlocker, totalsOf } from './steps.ts'
import { useCheck } from './use-check.ts'
import { WizardFrame } from './WizardFrame.tsx'
import type { ImportQuestion } from './answers.ts'

export function ReviewStep({ file: at, shown }: { file: number; shown: string | null }) {
  const { files, run, workspace, purpose, navigation } = useStores()
  const check = useCheck()
  const state = useStore(files)
  const importing = useStore(run)
  const open = useStore(workspace, ({ workspace: current }) => current)
  const { go, replace } = navigation.getState()
  const { review, isCurrent, loadChanges, checkedKey } = check
  const opened = review && changeOpened(review, shown)
  useEffect(() => {
    if (isCurrent && opened) void loadChanges(opened, 0)
  }, [isCurrent, opened, checkedKey, loadChanges])

  const peopleFiles = state.files.filter(({ kind }) => kind === 'people')
  const answerOf = (part: ImportQuestion['part']) => peopleFiles.find(file => file.mapping?.[part] !== undefined)?.mapping?.[part] ?? null
  const answer = (part: ImportQuestion['part'], value: string) => {
    for (const { handle, mapping } of peopleFiles) if (mapping) void state.remap(handle, { ...mapping, ...answered(part, value) })
  }
  // Questions that were asked stay in sight with their answer: it can be thought over.
  const isOpen = (part: ImportQuestion['part']) => review?.questions.some(question => question.part === part) ?? false
  const questions = check.asked.filter(({ part }) => isOpen(part) || answerOf(part) !== null)

  const accepted = totalsOf(review?.files ?? []).accepted
  const blocker = importBlocker({
    files: state.files,
    review: isCurrent ? review : null,
    looking: state.looking.length > 0,
    starting: importing.stage === 'starting',
    busy: check.otherWork,
  })
  const begin = async () => {
    const isStarted = await importing.start(
      check.requests,
      state.files.map(({ file }) => file),
    )
    if (isStarted) go(importStep('done'))
  }
  const start = () => {
    if (open && purpose.getState().isDue(open)) purpose.getState().ask(() => void begin())
    else void begin()
  }
  return (
    <WizardFrame
      step="review"
      files={state.files}
      file={at}
      status={check.isChecking ? 'Checking' : blocker}
      said={check.isChecking ? 'Checking the files' : (blocker ?? `${formatPlural(accepted, 'row')} can be imported.`)}
      actions={
        <Button variant="primary" onPress={start} disabledReason={blocker} focusName="start-import">
          {accepted > 0 ? `Import ${formatPlural(accepted, 'row')}` : 'Import'}
        </Button>
      }
    >
      <ScreenFailure failure={state.failure ?? importing.failure} />
      <CheckState check={check} files={state.files.length} />
      {review && (
        <div className={styles.scroll} data-scroll="review" data-region="review" aria-busy={check.isChecking}>
          <div className={styles.page}>
            {questions.map(question => (
              <QuestionCard
                key={question.part}
                question={question}
                answer={answerOf(question.part)}
                onAnswer={value => answer(question.part, value)}
                onShow={() => replace(importStep('review', at, question.part === 'missingPeople' ? 'not_listed' : 'changed_id'))}
              />
            ))}
            <RowSums files={review.files} />
            <ChangeCounts review={review} opened={opened} onOpen={change => replace(importStep('review', at, change))} />
            {opened && (
              <ChangedRows
                change={opened}
                count={changeCount(review, opened) ?? 0}
                shown={check.changes?.change === opened ? check.changes : null}
                onPage={page => void loadChanges(opened, page)}
              />
            )}
          </div>
        </div>
      )}
    </WizardFrame>
  )
}

function answered(part: ImportQuestion['part'], value: string) {
  if (part === 'missingPeople') return { missingPeople: value === 'left' ? ('left' as const) : ('keep' as const) }
  return { changedIds: value === 'same' ? ('same' as const) : ('other' as const) }
}
