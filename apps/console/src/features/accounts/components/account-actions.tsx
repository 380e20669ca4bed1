import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isProblem } from '../../../lib/problem';
import { useBilingual } from '../../../lib/use-language';
import type { AccountRow } from '../api/account';
import { useResetPassword } from '../api/reset-password';
import { useSwitchAccount } from '../api/switch-account';
import { useAccountsTexts } from '../texts';
import { SecretModal } from './secret-modal';
import { temporaryPassword } from './temporary-password';

/** Disabling, enabling and a new temporary password. */
export function AccountActions({ account }: { readonly account: AccountRow }) {
  const t = useAccountsTexts();
  const { t: shell } = useTranslation();
  const inLanguage = useBilingual();
  const { modal, message } = App.useApp();
  const [password, setPassword] = useState<string>();
  const switching = useSwitchAccount(account.accountId);
  const resetting = useResetPassword(account.accountId);
  const name = account.displayName;
  const sayWhy = (error: unknown) =>
    void message.error(isProblem(error) ? inLanguage(error.body.messages) : shell('state.offline'));
  const ask = (title: string, content: string, onOk: () => Promise<unknown>) =>
    modal.confirm({
      title,
      content,
      okText: shell('action.confirm'),
      cancelText: shell('action.cancel'),
      onOk: () => onOk().catch(sayWhy),
    });
  const reset = async () => {
    const fresh = temporaryPassword();
    await resetting.mutateAsync(fresh);
    setPassword(fresh);
  };
  return (
    <>
      {account.kind === 'person' && (
        <Button onClick={() => ask(t('resetAsk', { name }), t('resetAbout'), reset)}>{t('reset')}</Button>
      )}
      {account.status === 'active' ? (
        <Button
          danger
          onClick={() =>
            ask(t('disableAsk', { name }), t('disableAbout'), () => switching.mutateAsync('disable'))
          }
        >
          {t('disable')}
        </Button>
      ) : (
        <Button loading={switching.isPending} onClick={() => switching.mutate('enable', { onError: sayWhy })}>
          {t('enable')}
        </Button>
      )}
      <SecretModal
        secret={password}
        title={t('password')}
        about={t('passwordAbout')}
        onClose={() => setPassword(undefined)}
      />
    </>
  );
}
