import { type CSSVariablesResolver, createTheme } from '@mantine/core';
import { type MouseEvent } from 'react';

/** Colours and defaults; every pair of text and ground has a contrast of at least 4.5 (WCAG 2.2, 1.4.3). */
export const theme = createTheme({
  primaryColor: 'finvo',
  primaryShade: { light: 7, dark: 7 },
  colors: {
    finvo: [
      '#f0fdfa',
      '#ccfbf1',
      '#99f6e4',
      '#5eead4',
      '#2dd4bf',
      '#14b8a6',
      '#0d9488',
      '#0f766e',
      '#115e59',
      '#134e4a',
    ],
  },
  defaultRadius: 'md',
  cursorType: 'pointer',
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", sans-serif',
  headings: { fontWeight: '650' },
  components: {
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Select: {
      defaultProps: {
        // Else what is typed after a click is put into the middle of the name that stands there.
        onClick: ({ currentTarget }: MouseEvent<HTMLInputElement>) => {
          currentTarget.select();
        },
      },
    },
  },
});

/** Mantine's own shades of these four are too faint to read on their grounds. */
export const cssVariablesResolver: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': colors.gray[7],
    '--mantine-color-placeholder': colors.gray[7],
    '--mantine-color-error': colors.red[9],
    '--mantine-color-anchor': colors.finvo?.[7] ?? '',
  },
  dark: {
    '--mantine-color-dimmed': colors.dark[1],
    '--mantine-color-placeholder': '#9a9a9a',
    '--mantine-color-error': colors.red[4],
    '--mantine-color-anchor': colors.finvo?.[4] ?? '',
  },
});
