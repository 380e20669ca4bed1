import { Spin } from 'antd';
import { createBrowserRouter, Navigate } from 'react-router';
import { useSession } from '../lib/session/session-context';
import { menuEntries } from './menu-entries';
import { OfficeLayout } from './office-layout';
import { NotFoundPage, PageFailed } from './page-failed';

/** The first page of the menu that the person may open. */
function Home() {
  const permissions = useSession().session?.account.permissions ?? [];
  const first = menuEntries.find(({ permission }) => permissions.includes(permission));
  return <Navigate to={first?.path ?? '/policies'} replace />;
}

/** Every page of the console. A page's code is loaded when it is first opened. */
export const router = createBrowserRouter([
  {
    element: <OfficeLayout />,
    hydrateFallbackElement: <Spin fullscreen />,
    errorElement: <PageFailed />,
    children: [
      { index: true, element: <Home /> },
      { path: 'reviews', lazy: () => import('./pages/reviews-page') },
      { path: 'filings', lazy: () => import('./pages/filings-page') },
      { path: 'filings/new', lazy: () => import('./pages/new-filing-page') },
      { path: 'filings/:filingId/edit', lazy: () => import('./pages/edit-filing-page') },
      { path: 'filings/:filingId', lazy: () => import('./pages/case-page') },
      { path: 'persons', lazy: () => import('./pages/persons-page') },
      { path: 'persons/import', lazy: () => import('./pages/person-import-page') },
      { path: 'persons/erasure', lazy: () => import('./pages/erasure-page') },
      { path: 'persons/:personId', lazy: () => import('./pages/person-page') },
      { path: 'policies', lazy: () => import('./pages/policies-page') },
      { path: 'policies/calendars', lazy: () => import('./pages/calendars-page') },
      { path: 'policies/:area', lazy: () => import('./pages/policies-page') },
      { path: 'accounts', lazy: () => import('./pages/accounts-page') },
      { path: 'accounts/:accountId', lazy: () => import('./pages/account-page') },
      { path: 'access-log', lazy: () => import('./pages/access-log-page') },
      { path: 'account/password', lazy: () => import('./pages/password-page') },
      { path: '*', element: <NotFoundPage /> },
    ],
  },
]);
