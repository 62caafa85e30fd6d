/** The second step: which column of a file is which of our fields, and how its cells are to be read. */
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { formatPlural } from '../format.ts'
import { importStep } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { checkedFile } from './check-store.ts'
import styles from './ColumnsStep.module.css'
import { withColumn, withConstant, withDateOrder, withWords } from './file-mapping.ts'
import { FieldTable } from './FieldTable.tsx'
import { FileRail } from './FileRail.tsx'
import { LeftColumns } from './LeftColumns.tsx'
import { SaveProfile } from './SaveProfile.tsx'
import { StatedDay } from './StatedDay.tsx'
import { blockerOf, stepBlocked } from './steps.ts'
import { WizardFrame } from './WizardFrame.tsx'
import { WordTables } from './WordTables.tsx'

export function ColumnsStep({ file: at }: { file: number }) {
  const { files, check, navigation } = useStores()
  const state = useStore(files)
  const review = useStore(check, ({ review: found }) => found)
  const { go, replace } = navigation.getState()
  const file = state.files[at]
  if (!file?.mapping || file.kind === null) return null // the step is closed without a file of a known kind
  const { mapping, kind, handle } = file
  const looking = state.looking.length > 0
  const blocked = stepBlocked('problems', state.files)
  const remap = (next: typeof mapping) => void state.remap(handle, next)
  const found = Object.values(mapping.columns).filter(Boolean).length
  const said = looking ? `Looking at ${file.file} again` : `${formatPlural(found, 'field')} found in ${file.file}. ${blockerOf(file) ?? ''}`
  return (
    <WizardFrame
      step="columns"
      files={state.files}
      file={at}
      status={looking ? 'Looking at the file again' : (blocked?.because ?? null)}
      said={said}
      actions={
        <Button
          variant="primary"
          onPress={() => go(importStep('problems', at))}
          disabledReason={looking ? 'The file is being looked at again.' : (blocked?.because ?? null)}
          focusName="go-on"
        >
          Continue to problems
        </Button>
      }
    >
      <div className={styles.split}>
        {state.files.length > 1 && <FileRail files={state.files} shown={at} onShow={index => replace(importStep('columns', index))} />}
        <div className={styles.scroll} data-scroll={`columns:${handle}`} data-region="columns" key={handle}>
          <ScreenFailure failure={state.failure} />
          <div className={styles.page}>
            {kind === 'people' && (
              <StatedDay mapping={mapping} statedOn={file.statedOn} onDay={day => remap(withConstant(mapping, 'effective_date', day))} />
            )}
            <FieldTable
              file={file}
              guess={state.guesses[handle]}
              onColumn={(field, header) => remap(withColumn(mapping, field, header))}
              onDateOrder={(field, order) => remap(withDateOrder(mapping, field, order))}
              onConstant={(field, value) => remap(withConstant(mapping, field, value))}
            />
            <WordTables
              kind={kind}
              mapping={mapping}
              words={checkedFile(review, handle)?.words ?? null}
              onWord={(field, word, meant) => remap(withWords(mapping, field, { [word]: meant }))}
            />
            <LeftColumns file={file} />
            <SaveProfile
              subject={file.file}
              suggested={mapping.name ?? ''}
              saved={file.profile}
              saving={state.saving === handle}
              onSave={name => state.saveProfile(handle, name)}
            />
          </div>
        </div>
      </div>
    </WizardFrame>
  )
}
