import type { zhCN } from './zh-cn';

/** English texts of the shell. */
export const en: typeof zhCN = {
  app: {
    title: 'Anjuan',
    subtitle: 'Cross-province filing',
    demo: 'Demo: all persons and filings are synthetic',
  },
  menu: {
    filings: 'Filings',
    newFiling: 'New filing',
    reviews: 'Review queue',
    policies: 'Policies',
    persons: 'Persons',
    erasure: 'Erasure',
    accounts: 'Accounts',
    accessLog: 'Access log',
  },
  action: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    password: 'Change password',
    retry: 'Retry',
    cancel: 'Cancel',
    confirm: 'Confirm',
    save: 'Save',
    next: 'Next page',
    previous: 'Previous page',
    search: 'Search',
    reset: 'Clear',
    back: 'Back',
    language: '中文',
  },
  signIn: { username: 'User name', password: 'Password', failed: 'Wrong user name or password' },
  area: { nation: 'Nation' },
  state: {
    empty: 'Nothing matches',
    loading: 'Loading',
    offline: 'The server cannot be reached. What you entered is still on this page; retry when it is back.',
    reference: 'Reference',
    noSuchPage: 'There is no such page',
    pageFailed: 'The page failed; what you submitted is safe',
    home: 'Home',
    reload: 'Reload',
  },
};
