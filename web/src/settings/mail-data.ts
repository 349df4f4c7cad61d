import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { answered, api } from '../api/client';
import { asProblem } from '../api/problem';
import { type components } from '../api/schema';
import { useLatest } from '../ui/use-latest';

export type MailSettings = components['schemas']['MailSettingsDto'];
export type MailLanguage = components['schemas']['PreviewMailTextsDto']['language'];
type Preview = components['schemas']['MailTextsPreviewDto'];

export const mailSettingsKey = ['mail-settings'];
const pauseMs = 400;

/** The stored texts, and who gets a copy. */
export function useMailSettings(): UseQueryResult<MailSettings> {
  return useQuery({
    queryKey: mailSettingsKey,
    queryFn: () => answered(api.GET('/dashboard/mail-settings')),
    // What is being edited must not change below the hands.
    refetchOnWindowFocus: false,
  });
}

/** The settings under edit: without what is empty. */
export function editable({ texts, copy_to: copyTo }: MailSettings): MailSettings {
  const isWritten = texts != null && Object.keys(texts).length > 0;
  return { ...(isWritten && { texts }), ...(copyTo != null && { copy_to: copyTo }) };
}

export interface MailPreview {
  /** The last mail that could be written; it stays until the next one is there. */
  readonly mail: Preview | undefined;
  readonly status: string | undefined;
}

/** The mail of a sample invoice with the texts under edit, asked for when typing pauses. */
export function useMailPreview(language: MailLanguage, texts: MailSettings['texts']): MailPreview {
  const [written] = useDebouncedValue(texts, pauseMs);
  const body = { language, ...(written && { texts: written }) };
  const { data, error, isFetching } = useQuery({
    queryKey: ['mail-preview', body],
    queryFn: ({ signal }) =>
      answered(api.POST('/dashboard/mail-settings/preview', { body, signal })),
    retry: false,
  });
  const mail = useLatest(data);
  return { mail, status: isFetching ? 'Updating…' : waitsFor(error) };
}

/** Why the mail is older than the texts. */
function waitsFor(error: unknown): string | undefined {
  if (error === null) return undefined;
  const { status, message, faults } = asProblem(error);
  return status === 422 ? (faults[0]?.message ?? message) : message;
}
