/** The first step: which files, and what each is taken for. */
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FileCard } from './FileCard.tsx'
import { FileDrop } from './FileDrop.tsx'
import styles from './FileStep.module.css'
import { isHopeless, stepBlocked } from './steps.ts'
import { WizardFrame } from './WizardFrame.tsx'

export function FileStep({ file }: { file: number }) {
  const { files, navigation } = useStores()
  const state = useStore(files)
  const blocked = stepBlocked('columns', state.files)
  const unusable = state.files.filter(isHopeless).length
  const said =
    state.arriving > 0
      ? `Looking at ${formatPlural(state.arriving, 'file')}`
      : state.files.length === 0
        ? ''
        : `${formatPlural(state.files.length, 'file')}${unusable > 0 ? `, ${unusable} of them cannot be used` : ''}`
  return (
    <WizardFrame
      step="file"
      files={state.files}
      file={file}
      status={state.files.length > 0 ? (blocked?.because ?? said) : null}
      said={said}
      actions={
        <Button
          variant="primary"
          onPress={() => navigation.getState().go(importStep('columns', file))}
          disabledReason={blocked?.because ?? null}
          focusName="go-on"
        >
          Continue to columns
        </Button>
      }
    >
      <div className={styles.scroll} data-scroll="import-files" data-region="files">
        <ScreenFailure failure={state.failure} />
        <div className={styles.page}>
          <FileDrop onFiles={picked => void state.add(picked)} further={state.files.length > 0}>
            <div>
              <h2>{state.files.length === 0 ? 'Choose files or drop them here' : 'More files can be dropped here'}</h2>
              {state.files.length === 0 && (
                <p className={styles.hint}>
                  CSV from your HR system, version control, tickets or calendar; several at once. Nothing is saved before the last step.
                </p>
              )}
            </div>
          </FileDrop>
          {state.files.length > 0 && (
            <ul className={styles.cards} aria-label="Files">
              {state.files.map(each => (
                <li key={each.handle}>
                  <FileCard
                    file={each}
                    looking={state.looking.includes(each.handle)}
                    onMapping={mapping => void state.remap(each.handle, mapping)}
                    onProfile={name => void state.applyProfile(each.handle, name)}
                    onRemove={() => {
                      state.remove(each.handle)
                      document.querySelector<HTMLElement>('main h1')?.focus() // the pressed button is gone
                    }}
                  />
                </li>
              ))}
            </ul>
          )}
          {state.arriving > 0 && <Waiting>{`Looking at ${formatPlural(state.arriving, 'file')}`}</Waiting>}
        </div>
      </div>
    </WizardFrame>
  )
}
