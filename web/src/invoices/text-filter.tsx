import { TextInput, type TextInputProps } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';

interface TextFilterProps extends Omit<TextInputProps, 'value' | 'onChange'> {
  readonly value: string;
  readonly onFilter: (value: string) => void;
}

/** A filter that acts when the typing pauses, and follows when the address changes by itself. */
export function TextFilter({ value, onFilter, ...others }: TextFilterProps) {
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  const [sent, setSent] = useState(value);
  const send = useDebouncedCallback((next: string) => {
    setSent(next);
    onFilter(next);
  }, 350);
  if (value !== seen) {
    setSeen(value);
    // Its own change arrives late: what was typed meanwhile must stay.
    if (value !== sent) {
      setText(value);
      setSent(value);
    }
  }
  return (
    <TextInput
      value={text}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        send(currentTarget.value.trim());
      }}
      {...others}
    />
  );
}
