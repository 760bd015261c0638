// The files of one entry, wired to the server: what entry pages of every register show.
import { addressOf } from '@kheo/kit/client.ts'
import { Attachments } from '@kheo/ui/parts/attachments.tsx'
import { Answer } from '@kheo/ui/parts/empty.tsx'
import { useCommand, useServer } from '@kheo/ui/server.ts'
import { sendFile } from '@kheo/ui/upload.ts'
import { fileDoors, files, isImage, MOST_BYTES, MOST_FILES } from './schema.ts'

const ACCEPT = 'image/*,application/pdf,.docx,.xlsx'

type EntryFilesProps = {
  /** The catalogue's name of the register, such as `so_mo_hinh`. */
  readonly register: string
  readonly unit: string
  readonly entry: string
  /** False when the entry itself is closed to changes, such as one struck out. */
  readonly mayEdit: boolean
}

export function EntryFiles({ register, unit, entry, mayEdit }: EntryFilesProps) {
  const list = useServer(files.ofEntry, { unit, register, entry })
  const remove = useCommand(files.remove, [files.ofEntry])
  return (
    <Answer of={list}>
      {({ rows, mayEdit: isWriter, isWithheld }) => (
        <Attachments
          files={rows.map((row) => ({
            ...row,
            isImage: isImage(row.kind),
            address: addressOf(fileDoors.attachment, {
              unit,
              id: row.id,
              save: isImage(row.kind) ? undefined : '1',
            }),
          }))}
          mayEdit={mayEdit && isWriter}
          isWithheld={isWithheld}
          mostBytes={MOST_BYTES}
          mostFiles={MOST_FILES}
          accept={ACCEPT}
          onUpload={async (file, commandId, tell) => {
            await sendFile(fileDoors.attach, { unit, register, entry, name: file.name, commandId }, file, tell)
            await list.refetch()
          }}
          onRemove={(id, commandId) => remove.mutateAsync({ commandId, unit, id })}
        />
      )}
    </Answer>
  )
}
