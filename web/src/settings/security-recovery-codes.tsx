import { Button, Text } from '@mantine/core';
import { ArrowDownTrayIcon } from '@heroicons/react/24/outline';
import { download } from '../ui/download';
import { SecretText, ShownOnce } from '../ui/shown-once';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onStored: () => void;
}

/** The only sight of the recovery codes. */
export function RecoveryCodes({ codes, onStored }: RecoveryCodesProps) {
  const text = codes.join('\n');
  const save = () => {
    const head = `Recovery codes of Finvo at ${window.location.host}. Each works once.\n\n`;
    download(new Blob([`${head}${text}\n`], { type: 'text/plain' }), 'finvo-recovery-codes.txt');
  };
  return (
    <ShownOnce
      lead={
        <Text>
          Each of these codes lets you in once without the app, such as when your phone is lost.
          This is the only time they are shown. Store them now, in another place than your password.
        </Text>
      }
      secret={
        <SecretText label="Recovery codes" text={text} copyLabel="Copy codes">
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<ArrowDownTrayIcon width={16} />}
            onClick={save}
          >
            Download
          </Button>
        </SecretText>
      }
      warning="Store the recovery codes before you leave this page. They cannot be shown again."
      stored="I have stored them"
      onStored={onStored}
    />
  );
}
