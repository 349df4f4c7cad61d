import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { BrowserRouter } from 'react-router';
import { newQueryClient } from './api/queries';
import { Screens } from './screens';
import { configurationQuery, sessionQuery } from './session/session';
import { ErrorBoundary } from './shell/error-boundary';
import { cssVariablesResolver, theme } from './theme';

const Toasts = lazy(() => import('./shell/toasts'));
const queries = newQueryClient();
if (!window.location.pathname.startsWith('/i/')) {
  // Asked while the screen's chunk is on its way, not after it; a shared invoice is read by strangers.
  void queries.query(sessionQuery).catch(() => undefined);
  void queries.query(configurationQuery).catch(() => undefined);
}
const colorSchemes = localStorageColorSchemeManager({ key: 'finvo-color-scheme' });

/** The dashboard. */
export function App() {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemes}
      defaultColorScheme="auto"
    >
      <Suspense>
        <Toasts />
      </Suspense>
      <ErrorBoundary>
        <QueryClientProvider client={queries}>
          <BrowserRouter>
            <Screens />
          </BrowserRouter>
        </QueryClientProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
