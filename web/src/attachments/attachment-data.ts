import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, fetchFile } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { fileSize } from '../ui/formats';
import { faultText } from '../ui/json-form';

export type Attachment = components['schemas']['AttachmentDto'];

const filesMax = 5;
const bytesMax = 10 * 1024 * 1024;
const path = '/dashboard/attachments';
const keyOf = (id: string) => ['attachment', id];

/** What a browser is told to offer; the server judges by the content. */
export const accepted = '.pdf,.png,.jpg,.jpeg,.csv,.xlsx,.ods';

/** A chosen attachment: what is known of it, or why nothing is. */
export interface Chosen {
  readonly id: string;
  readonly file: Attachment | undefined;
  readonly problem: string | undefined;
}

/** What is known of attachments, in the order of their ids; their content never changes. */
export function useAttachments(ids: readonly string[]): Chosen[] {
  const found = useQueries({
    queries: ids.map((id) => ({
      queryKey: keyOf(id),
      queryFn: () => answered(api.GET('/dashboard/attachments/{id}', { params: { path: { id } } })),
      staleTime: Infinity,
      retry: false,
    })),
  });
  return ids.map((id, index) => {
    const error = found[index]?.error;
    return { id, file: found[index]?.data, problem: error ? reasonOf(error) : undefined };
  });
}

function reasonOf(error: Error): string {
  const { status, message } = asProblem(error);
  return status === 404 ? 'Not there any more: remove it and choose the file again.' : message;
}

/** Uploads files one after the other and tells the ids that there are then; while it does, none may be removed. */
export function useUploads(ids: readonly string[], onChange: (ids: readonly string[]) => void) {
  const queries = useQueryClient();
  const [uploading, setUploading] = useState<string>();
  const [fault, setFault] = useState<string>();
  const upload = async (files: readonly File[]) => {
    setFault(undefined);
    const present = [...ids];
    for (const file of files) {
      const refused = refusal(file, present, (id) => queries.getQueryData<Attachment>(keyOf(id)));
      if (refused !== undefined) {
        setFault(refused);
        return;
      }
      setUploading(file.name);
      try {
        const attachment = await sent(file);
        queries.setQueryData(keyOf(attachment.id), attachment);
        present.push(attachment.id);
        onChange([...present]);
      } catch (error) {
        const problem = asProblem(error);
        setFault(`“${file.name}”: ${problem.faults.map(faultText)[0] ?? problem.message}`);
        return;
      } finally {
        setUploading(undefined);
      }
    }
  };
  const remove = (id: string) => {
    setFault(undefined);
    onChange(ids.filter((other) => other !== id));
    // What an invoice carries stays, which is no matter here.
    fetchFile(`${path}/${encodeURIComponent(id)}`, { method: 'DELETE' }).catch(() => undefined);
  };
  return { uploading, fault, upload, remove };
}

async function sent(file: File): Promise<Attachment> {
  const body = new FormData();
  body.append('file', file);
  const answer = await fetchFile(path, { method: 'POST', body });
  return JSON.parse(await answer.text()) as Attachment;
}

/** What can be told without the server. */
function refusal(
  { name, size }: File,
  ids: readonly string[],
  known: (id: string) => Attachment | undefined,
): string | undefined {
  if (ids.length >= filesMax) return `An invoice can carry ${filesMax} files.`;
  const bytes = ids.reduce((sum, id) => sum + (known(id)?.bytes ?? 0), 0);
  if (bytes + size <= bytesMax) return undefined;
  const most = `An invoice can carry ${fileSize(bytesMax)}`;
  return bytes === 0
    ? `“${name}” is too large: it has ${fileSize(size)}. ${most}.`
    : `“${name}” does not fit any more: it has ${fileSize(size)}. ${most} in all.`;
}
