import { correctionKinds, type Slip } from '../../core/workflow/index.ts'
import { fill, type AdminKey, type Words } from '../../translations/index.ts'
import type { AnsweredOffer } from '../articleWorkflow/answers.ts'
import { asksOf, type Ask } from '../articleWorkflow/moves.ts'
import { Choice, Field, LongText } from './inputs.tsx'
import { errorKinds, openFlags, type MoveValues } from './moveValues.ts'

interface MoveInputsProps {
  offer: AnsweredOffer
  slip: Slip
  values: MoveValues
  missing: Partial<Record<Ask, string>>
  people: readonly { id: string; name: string }[]
  words: Words
  onChange: (values: MoveValues) => void
}

/** The inputs that a move asks for, and no others. */
export function MoveInputs(props: MoveInputsProps) {
  const { offer, slip, values, missing, people, words, onChange } = props
  const { admin } = words
  const set = (change: Partial<MoveValues>) => onChange({ ...values, ...change })
  const common = (ask: Ask, key: AdminKey) => ({ label: admin[key], error: missing[ask] })

  const inputs: Record<Ask, () => React.ReactNode> = {
    to: () => (
      <Choice
        {...common('to', 'move.to')}
        value={values.to}
        options={offer.targets.map((stage) => [stage, words.workflow.stages[stage]])}
        onChange={(to) => set({ to })}
      />
    ),
    opinion: () => (
      <LongText
        {...common('opinion', 'move.opinion')}
        value={values.opinion}
        onChange={(opinion) => set({ opinion })}
      />
    ),
    opinionOptional: () => (
      <LongText
        {...common('opinionOptional', 'move.opinionOptional')}
        value={values.opinion}
        onChange={(opinion) => set({ opinion })}
      />
    ),
    reason: () => (
      <LongText
        {...common('reason', 'move.reason')}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
    ),
    note: () => (
      <LongText {...common('note', 'move.note')} value={values.note} onChange={(note) => set({ note })} />
    ),
    notice: () => (
      <LongText
        {...common('notice', 'move.notice')}
        value={values.notice}
        onChange={(notice) => set({ notice })}
      />
    ),
    reasonOptional: () => (
      <LongText
        {...common('reasonOptional', 'move.reasonOptional')}
        value={values.reason}
        onChange={(reason) => set({ reason })}
      />
    ),
    kind: () => (
      <Choice
        {...common('kind', 'move.kind')}
        value={values.kind}
        options={[['', '—'], ...correctionKinds.map((kind) => [kind, words.workflow.kinds[kind]] as const)]}
        onChange={(kind) => set({ kind })}
      />
    ),
    assignee: () => (
      <Choice
        {...common('assignee', 'move.assignee')}
        value={values.assignee}
        options={[['', admin['move.nobody']], ...people.map(({ id, name }) => [id, name] as const)]}
        onChange={(assignee) => set({ assignee })}
      />
    ),
    dueAt: () => (
      <Field {...common('dueAt', 'move.dueAt')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            value={values.dueAt}
            onChange={(event) => set({ dueAt: event.target.value })}
          />
        )}
      </Field>
    ),
    embargoUntil: () => (
      <Field {...common('embargoUntil', 'move.embargoUntil')}>
        {(field) => (
          <input
            {...field}
            type="datetime-local"
            value={values.embargoUntil}
            onChange={(event) => set({ embargoUntil: event.target.value })}
          />
        )}
      </Field>
    ),
    filing: () => (
      <fieldset className="broadsheet-panel__group">
        <legend>{admin['move.filing']}</legend>
        <label className="broadsheet-panel__check">
          <input
            type="checkbox"
            checked={values.filingRequired}
            onChange={(event) => set({ filingRequired: event.target.checked })}
          />
          {admin['move.filingRequired']}
        </label>
        <Field label={admin['move.filingNo']}>
          {(field) => (
            <input
              {...field}
              type="text"
              value={values.filingNo}
              onChange={(event) => set({ filingNo: event.target.value })}
            />
          )}
        </Field>
        <Field label={admin['move.filingDate']}>
          {(field) => (
            <input
              {...field}
              type="date"
              value={values.filingDate}
              onChange={(event) => set({ filingDate: event.target.value })}
            />
          )}
        </Field>
      </fieldset>
    ),
    flag: () => (
      <Choice
        {...common('flag', 'move.flag')}
        value={values.flag}
        options={openFlags(slip).map(({ id, code, params }) => {
          const text = words.diagnostics[code]
          return [id, text ? `${text.title}：${fill(text.what, params)}` : code] as const
        })}
        onChange={(flag) => set({ flag })}
      />
    ),
    errors: () => (
      <fieldset className="broadsheet-panel__group">
        <legend>{admin['move.errors']}</legend>
        {errorKinds.map((kind) => (
          <Field key={kind} label={admin[`error.${kind}`]}>
            {(field) => (
              <input
                {...field}
                type="number"
                min={0}
                max={999}
                inputMode="numeric"
                value={values.errors[kind]}
                onChange={(event) => set({ errors: { ...values.errors, [kind]: event.target.value } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
    ),
  }
  return (asksOf(offer) ?? []).map((ask) => <div key={ask}>{inputs[ask]()}</div>)
}
