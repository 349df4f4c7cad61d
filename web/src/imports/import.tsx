import { Stack } from '@mantine/core';
import { useState } from 'react';
import { Page } from '../ui/page';
import { ImportColumns } from './import-columns';
import { type Plan, type Preview, type Reading } from './import-data';
import { ImportFile } from './import-file';
import { ImportPreview } from './import-preview';
import { ImportProgress } from './import-progress';
import { planOf } from './import-plan';
import { Steps } from './steps';

/** How far an import has come; each step has what the ones before it came to. */
type Stage =
  | { readonly step: 'file' }
  | {
      readonly step: 'columns';
      readonly file: File;
      readonly reading: Reading;
      readonly plan: Plan;
    }
  | {
      readonly step: 'preview';
      readonly file: File;
      readonly reading: Reading;
      readonly plan: Plan;
      readonly preview: Preview;
    }
  | { readonly step: 'progress'; readonly batchId: string; readonly fileRows: readonly number[] };

/** Invoices from a CSV file: choose it, say what its columns are, see every invoice, import. */
export default function Import() {
  const [stage, setStage] = useState<Stage>({ step: 'file' });
  const go = (next: Stage) => {
    setStage(next);
    window.scrollTo({ top: 0 });
  };
  return (
    <Page title="Import invoices" width={1000}>
      <Stack>
        <Steps at={stage.step} />
        {body(stage, go)}
      </Stack>
    </Page>
  );
}

function body(stage: Stage, go: (stage: Stage) => void) {
  const restart = () => {
    go({ step: 'file' });
  };
  const { step } = stage;
  if (step === 'file') {
    return (
      <ImportFile
        onRead={(file, reading) => {
          go({ step: 'columns', file, reading, plan: planOf(reading) });
        }}
      />
    );
  }
  if (step === 'progress') return <ImportProgress {...stage} onRestart={restart} />;
  if (step === 'columns') {
    return (
      <ImportColumns
        start={stage}
        onBack={restart}
        onPreview={(seen) => {
          go({ step: 'preview', file: stage.file, ...seen });
        }}
      />
    );
  }
  return (
    <ImportPreview
      start={stage}
      onBack={() => {
        go({ ...stage, step: 'columns' });
      }}
      onImported={(batchId, fileRows) => {
        go({ step: 'progress', batchId, fileRows });
      }}
    />
  );
}
