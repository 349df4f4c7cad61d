import { type ComponentType, lazy } from 'react';
import { matchPath, Outlet, Route, Routes } from 'react-router';
import { Guarded } from './session/guarded';
import { NotFound } from './shell/not-found';
import { Waiting } from './shell/waiting';

type Load = () => Promise<{ default: ComponentType }>;

/** The screens outside the dashboard. */
const entrances: Readonly<Record<string, Load>> = {
  '/login': () => import('./session/login'),
  '/signup': () => import('./session/signup'),
  '/password-reset': () => import('./session/password-reset'),
  '/i/:token': () => import('./sharing/shared-invoice'),
  '/email-confirmation': () => import('./session/email-confirmation'),
};

/** The screens inside the dashboard's frame. */
const inside: Readonly<Record<string, Load>> = {
  '/': () => import('./home/home'),
  '/invoices': () => import('./invoices/invoices'),
  '/invoices/new': () => import('./invoice-form/new-invoice'),
  '/invoices/import': () => import('./imports/import'),
  '/invoices/:id': () => import('./invoices/invoice'),
  '/invoices/:id/edit': () => import('./invoice-form/edit-draft'),
  '/e-invoice-check': () => import('./inspection/inspect'),
  '/recurring': () => import('./recurring/recurring'),
  '/recurring/:id': () => import('./recurring/schedule'),
  '/recurring/:id/edit': () => import('./recurring/edit-schedule'),
  '/customers': () => import('./catalog/customers'),
  '/customers/:id': () => import('./catalog/customer'),
  '/items': () => import('./catalog/items'),
  '/settings/organization': () => import('./settings/organization'),
  '/settings/taxes': () => import('./tax-presets/tax-presets'),
  '/settings/api-keys': () => import('./settings/api-keys'),
  '/settings/number-series': () => import('./series/series'),
  '/settings/e-mails': () => import('./settings/mail'),
  '/settings/webhooks': () => import('./webhooks/webhooks'),
  '/settings/security': () => import('./settings/security'),
  '/help': () => import('./help/help'),
  '/help/:topic': () => import('./help/help-topic'),
};

const loadShell = () => import('./shell/shell');
const Shell = lazy(loadShell);
const Visitors = lazy(() => import('./shell/visitors'));

const entranceRoutes = routesOf(entrances);
const insideRoutes = routesOf(inside);
loadEarly(window.location.pathname);

/** Every screen and its path, each in a chunk of its own. */
export function Screens() {
  return (
    <Routes>
      <Route element={frame}>{entranceRoutes}</Route>
      <Route element={guardedFrame}>
        {insideRoutes}
        <Route path="*" element={<NotFound />} />
      </Route>
    </Routes>
  );
}

const frame = (
  <Waiting>
    <Outlet />
  </Waiting>
);

const guardedFrame = (
  <Waiting>
    <Guarded visitors={<Visitors />}>
      <Shell />
    </Guarded>
  </Waiting>
);

function routesOf(screens: Readonly<Record<string, Load>>) {
  return Object.entries(screens).map(([path, load]) => {
    const Screen = lazy(load);
    return <Route key={path} path={path} element={<Screen />} />;
  });
}

/** Fetches the chunks of the first screen beside each other, not one after the other. */
function loadEarly(pathname: string): void {
  const isHere = ([path]: [string, Load]) => matchPath(path, pathname) !== null;
  const [, entrance] = Object.entries(entrances).find(isHere) ?? [];
  const [, load = entrance] = Object.entries(inside).find(isHere) ?? [];
  // A chunk that does not come is asked for again by its screen, which says so.
  void load?.().catch(() => undefined);
  if (entrance === undefined) void loadShell().catch(() => undefined);
}
