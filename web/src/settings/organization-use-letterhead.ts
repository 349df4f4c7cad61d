import { useEffect, useState } from 'react';
import { fetchFile } from '../api/client';
import { asProblem } from '../api/problem';
import { type Profile } from './organization-profile';

const pauseMs = 500;

export interface Letterhead {
  /** The last PDF that could be made; it stays until the next one is there. */
  readonly file: Blob | undefined;
  readonly updating: boolean;
  /** Why the PDF is older than the profile. */
  readonly waitsFor: string | undefined;
}

/** The PDF of a sample invoice, asked for when typing pauses; what was asked before is given up. */
export function useLetterhead(profile: Profile, logoVersion: number): Letterhead {
  const [letterhead, setLetterhead] = useState<Letterhead>({
    file: undefined,
    updating: true,
    waitsFor: undefined,
  });
  const body = JSON.stringify(profile);
  useEffect(() => {
    const abort = new AbortController();
    const change = (changes: Partial<Letterhead>) => {
      if (!abort.signal.aborted) setLetterhead((current) => ({ ...current, ...changes }));
    };
    const draw = async () => {
      change({ updating: true });
      try {
        const file = await fetchFile('/dashboard/letterhead-preview', {
          method: 'POST',
          headers: { 'content-type': 'application/json', accept: 'application/pdf' },
          body,
          signal: abort.signal,
        });
        change({ file, updating: false, waitsFor: undefined });
      } catch (error) {
        const { status, message } = asProblem(error);
        const waitsFor = status === 422 ? 'Waiting for an entry to be put right' : message;
        change({ updating: false, waitsFor });
      }
    };
    const pause = setTimeout(() => void draw(), pauseMs);
    return () => {
      clearTimeout(pause);
      abort.abort();
    };
  }, [body, logoVersion]);
  return letterhead;
}
