/** The steps of an import, one screen each. A step that is not open yet says what it waits for. */
import { useStore } from 'zustand'
import { EmptyState } from '../components/EmptyState.tsx'
import { Link } from '../components/Link.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { importStep, type ImportStep } from '../navigation/address.ts'
import { useStores } from '../stores.tsx'
import { ColumnsStep } from './ColumnsStep.tsx'
import { DoneStep } from './DoneStep.tsx'
import { FileStep } from './FileStep.tsx'
import { ProblemsStep } from './ProblemsStep.tsx'
import { ReviewStep } from './ReviewStep.tsx'
import { STEPS, stepBlocked } from './steps.ts'
import { WizardFrame } from './WizardFrame.tsx'

interface Props {
  step: ImportStep
  file: number
  shown: string | null
}

export function ImportWizard({ step, file, shown }: Props) {
  const { files } = useStores()
  const { files: list, arriving } = useStore(files)
  const blocked = stepBlocked(step, list)
  const at = Math.min(file, Math.max(0, list.length - 1))
  if (step === 'done') return <DoneStep />
  if (step === 'file') return <FileStep file={at} />
  if (blocked)
    return (
      <WizardFrame step={step} files={list} file={at} said="">
        {arriving > 0 ? (
          <Waiting>Looking at the files</Waiting>
        ) : (
          <EmptyState
            title="Something is missing for this step"
            actions={
              <Link to={importStep(blocked.step, blocked.file)}>Go to {STEPS.find(known => known.step === blocked.step)?.name}</Link>
            }
          >
            <p>{blocked.because}</p>
          </EmptyState>
        )}
      </WizardFrame>
    )
  switch (step) {
    case 'columns':
      return <ColumnsStep file={at} />
    case 'problems':
      return <ProblemsStep file={at} shown={shown} />
    case 'review':
      return <ReviewStep file={at} shown={shown} />
  }
}
