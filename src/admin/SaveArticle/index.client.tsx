'use client'
import {
  FormSubmit,
  useDocumentInfo,
  useEditDepth,
  useFormModified,
  useHotkey,
  useOperation,
} from '@payloadcms/ui'
import { useRef } from 'react'

import { useArticle } from '../articleWorkflow/useArticle.ts'
import { useSaveArticle } from '../articleWorkflow/useSaveArticle.ts'

/** In place of Payload's "Save Draft": saves the text on the revision that the form shows. Also Ctrl+S. */
export function SaveArticle() {
  const { words } = useArticle()
  const save = useSaveArticle()
  const modified = useFormModified()
  const operation = useOperation()
  const { uploadStatus } = useDocumentInfo()
  const editDepth = useEditDepth()
  const button = useRef<HTMLButtonElement>(null)
  const disabled = (operation === 'update' && !modified) || uploadStatus === 'uploading'

  useHotkey({ cmdCtrlKey: true, editDepth, keyCodes: ['s'] }, (event) => {
    event.preventDefault()
    event.stopPropagation()
    button.current?.click()
  })

  return (
    <FormSubmit
      buttonId="action-save-draft"
      buttonStyle="secondary"
      className="save-draft"
      disabled={disabled}
      onClick={() => void save()}
      ref={button}
      size="medium"
      type="button"
    >
      {words.admin['save.button']}
    </FormSubmit>
  )
}

/** In place of buttons that the newsroom has no use for: publishing, unpublishing. */
export function Nothing() {
  return null
}
