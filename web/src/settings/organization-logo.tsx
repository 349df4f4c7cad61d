import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { fetchFile } from '../api/client';
import { asProblem } from '../api/problem';
import { Section } from '../ui/section';
import classes from './organization.module.css';

interface LogoSectionProps {
  /** Where the logo is; undefined without one. */
  readonly url: string | undefined;
  /** Counts the changes, so that the browser fetches a replaced picture anew. */
  readonly version: number;
  readonly onChanged: () => Promise<void>;
}

const path = '/dashboard/organization/logo';
const types = ['image/png', 'image/jpeg', 'image/svg+xml'];
const bytesMax = 2 * 1024 * 1024;

/** The logo: chosen or dropped, sent at once, replaced, removed. */
export function LogoSection({ url, version, onChanged }: LogoSectionProps) {
  const [doing, setDoing] = useState<'upload' | 'removal'>();
  const [fault, setFault] = useState<string>();
  const [over, setOver] = useState(false);
  const forgetChoice = useRef<() => void>(null);
  const run = async (kind: 'upload' | 'removal', init: RequestInit) => {
    setDoing(kind);
    setFault(undefined);
    try {
      await fetchFile(path, init);
      await onChanged();
    } catch (error) {
      setFault(asProblem(error).faults[0]?.message ?? asProblem(error).message);
    } finally {
      setDoing(undefined);
    }
  };
  const upload = (file: File | null | undefined) => {
    if (!file || doing !== undefined) return;
    const refused = refusal(file);
    setFault(refused);
    if (refused !== undefined) return;
    const body = new FormData();
    body.append('logo', file);
    void run('upload', { method: 'PUT', body });
  };
  const drag = (inside: boolean) => (event: DragEvent) => {
    event.preventDefault();
    setOver(inside);
  };
  return (
    <Section title="Logo">
      <Stack
        gap="sm"
        className={classes.drop}
        data-over={over || undefined}
        onDragOver={drag(true)}
        onDragLeave={drag(false)}
        onDrop={(event) => {
          drag(false)(event);
          upload(event.dataTransfer.files[0]);
        }}
      >
        {url !== undefined && (
          <div>
            <img className={classes.logo} src={`${url}?version=${version}`} alt="Your logo" />
          </div>
        )}
        <Text size="sm" c="dimmed" id="logo-help">
          PNG, JPEG or SVG, up to 2 MB. Drop it here or choose a file; it is saved at once.
        </Text>
        <Group gap="sm">
          <FileButton
            resetRef={forgetChoice}
            onChange={(file) => {
              // Browsers tell of no change when the same file is chosen again, as after a failure.
              forgetChoice.current?.();
              upload(file);
            }}
            accept={types.join(',')}
            inputProps={{ 'aria-label': 'Logo file' }}
          >
            {(props) => (
              <Button
                variant="default"
                aria-describedby="logo-help"
                loading={doing === 'upload'}
                disabled={doing === 'removal'}
                {...props}
              >
                {url === undefined ? 'Choose a logo' : 'Replace the logo'}
              </Button>
            )}
          </FileButton>
          {url !== undefined && (
            <Button
              variant="default"
              loading={doing === 'removal'}
              disabled={doing === 'upload'}
              onClick={() => void run('removal', { method: 'DELETE' })}
            >
              Remove the logo
            </Button>
          )}
        </Group>
        <Text
          size="sm"
          c={fault === undefined ? 'dimmed' : 'var(--mantine-color-error)'}
          role="status"
        >
          {doing === 'upload' ? 'Uploading…' : fault}
        </Text>
      </Stack>
    </Section>
  );
}

/** What can be told without the server; the content of the file is for the server to judge. */
function refusal({ name, type, size }: File): string | undefined {
  if (!types.includes(type)) {
    return `“${name}” is no PNG, JPEG or SVG. Export your logo as one of these and choose it again.`;
  }
  if (size > bytesMax) {
    return `“${name}” is larger than 2 MB. A logo of 1200 × 600 pixels is enough.`;
  }
  return undefined;
}
