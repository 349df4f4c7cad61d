import { ActionIcon, Button, FileButton, Group, Loader, Stack, Text } from '@mantine/core';
import { PaperClipIcon, XMarkIcon } from '@heroicons/react/24/outline';
import { type Dispatch, type DragEvent, useRef, useState } from 'react';
import { accepted, type Chosen, useAttachments, useUploads } from '../attachments/attachment-data';
import { fileSize } from '../ui/formats';
import { type Fields } from './fields';
import { Fold } from './fold';
import { type FormAction } from './form-state';
import classes from './invoice-form.module.css';
import { type InvoiceValues } from './invoice-values';

interface AttachmentsProps {
  readonly values: InvoiceValues;
  readonly fields: Fields;
  readonly opened: ReadonlySet<string>;
  readonly dispatch: Dispatch<FormAction>;
}

/** Files that travel with the invoice; the closed part tells how many there are. */
export function Attachments({ values, fields, opened, dispatch }: AttachmentsProps) {
  const { attachments: ids = [] } = values;
  const label = ids.length === 0 ? 'Attachments' : `Attachments (${ids.length})`;
  return (
    <Fold part="attachments" {...{ label, opened, dispatch }}>
      <Files {...{ ids, fields }} />
    </Fold>
  );
}

/** Chosen or dropped, and uploaded at once. */
function Files({ ids, fields }: { ids: readonly string[]; fields: Fields }) {
  const chosen = useAttachments(ids);
  const [over, setOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const { uploading, fault, upload, remove } = useUploads(ids, (next) => {
    fields.change('/attachments', next.length === 0 ? undefined : next);
  });
  const take = (files: readonly File[]) => {
    if (uploading === undefined) void upload(files);
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  const shown = fault ?? fields.error('/attachments');
  return (
    <Stack
      gap="sm"
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={drag(true)}
      onDragLeave={drag(false)}
      onDrop={(event) => {
        drag(false)(event);
        take([...event.dataTransfer.files]);
      }}
    >
      <Text size="sm" c="dimmed" id="attachments-help">
        Up to 5 files, 10 MB together: PDF, PNG, JPEG, CSV, XLSX or ODS. They go along in e-mails
        and with links, beside the PDF.
      </Text>
      {chosen.length > 0 && (
        <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
          {chosen.map((each, index) => (
            <ChosenFile
              key={each.id}
              chosen={each}
              error={fields.error(`/attachments/${index}`)}
              disabled={uploading !== undefined}
              onRemove={() => {
                remove(each.id);
              }}
            />
          ))}
        </Stack>
      )}
      <Group gap="sm">
        <FileButton
          multiple
          resetRef={forgetChoice}
          onChange={(files) => {
            // Browsers tell of no change when the same file is chosen again, as after it was removed.
            forgetChoice.current?.();
            take(files);
          }}
          accept={accepted}
          inputProps={{ 'aria-label': 'Files to attach' }}
        >
          {(props) => (
            <Button
              variant="default"
              size="compact-sm"
              name="/attachments"
              aria-describedby="attachments-help"
              loading={uploading !== undefined}
              {...props}
            >
              Choose files
            </Button>
          )}
        </FileButton>
        <Text
          size="sm"
          c={shown === undefined ? 'dimmed' : 'var(--mantine-color-error)'}
          style={{ overflowWrap: 'anywhere' }}
          role="status"
        >
          {uploading === undefined ? shown : `Uploading ${uploading}…`}
        </Text>
      </Group>
    </Stack>
  );
}

interface ChosenFileProps {
  readonly chosen: Chosen;
  readonly error: string | undefined;
  readonly disabled: boolean;
  readonly onRemove: () => void;
}

function ChosenFile({ chosen: { file, problem }, error, disabled, onRemove }: ChosenFileProps) {
  const wrong = error ?? problem;
  const name = file?.file_name ?? 'file';
  return (
    <Group component="li" gap="xs" wrap="nowrap">
      {file === undefined && wrong === undefined ? (
        <Loader size={16} aria-hidden />
      ) : (
        <PaperClipIcon width={18} style={{ flexShrink: 0 }} aria-hidden />
      )}
      <Text size="sm" style={{ flex: 1, overflowWrap: 'anywhere' }}>
        {file?.file_name}{' '}
        {file !== undefined && (
          <Text span size="sm" c="dimmed" style={{ whiteSpace: 'nowrap' }}>
            {fileSize(file.bytes)}
          </Text>
        )}{' '}
        {wrong !== undefined && (
          <Text span size="sm" c="var(--mantine-color-error)">
            {wrong}
          </Text>
        )}
      </Text>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={`Remove ${name}`}
        disabled={disabled}
        onClick={onRemove}
      >
        <XMarkIcon width={18} />
      </ActionIcon>
    </Group>
  );
}
