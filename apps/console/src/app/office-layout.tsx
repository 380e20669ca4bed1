import { LogoutOutlined, MenuOutlined } from '@ant-design/icons';
import { Alert, Button, Drawer, Flex, Grid, Layout, Menu, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, Outlet, useLocation, useNavigate } from 'react-router';
import { useSession } from '../lib/session/session-context';
import { LanguageSwitch } from './language-switch';
import { menuEntries } from './menu-entries';

const PASSWORD_PAGE = '/account/password';

/** The page; with a temporary password only that of changing it, since the server answers nothing else. */
function PasswordFirst() {
  const { session } = useSession();
  const { pathname } = useLocation();
  const forced = session?.account.mustChangePassword && pathname !== PASSWORD_PAGE;
  return forced ? <Navigate to={PASSWORD_PAGE} replace /> : <Outlet />;
}

/** Header, menu and the page between. */
export function OfficeLayout() {
  const { t } = useTranslation();
  const { session, signOut } = useSession();
  const wide = Grid.useBreakpoint().lg ?? true;
  const [open, setOpen] = useState(false);
  return (
    <Layout style={{ minHeight: '100vh' }}>
      <Layout.Header style={{ padding: '0 16px', borderBottom: '1px solid #e5e9e9' }}>
        <Flex align="center" gap={12} style={{ height: '100%' }}>
          {!wide && (
            <Button type="text" icon={<MenuOutlined />} aria-label="menu" onClick={() => setOpen(true)} />
          )}
          <Typography.Text strong style={{ fontSize: 18 }}>
            {t('app.title')}
          </Typography.Text>
          {wide && <Typography.Text type="secondary">{t('app.subtitle')}</Typography.Text>}
          <span style={{ flex: 1 }} />
          <Link
            to={PASSWORD_PAGE}
            title={t('action.password')}
            style={{ maxWidth: 160, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
          >
            {session?.account.displayName}
          </Link>
          <LanguageSwitch />
          <Button type="text" size="small" icon={<LogoutOutlined />} onClick={() => void signOut()}>
            {wide && t('action.signOut')}
          </Button>
        </Flex>
      </Layout.Header>
      {session?.demo && <Alert banner type="info" title={t('app.demo')} />}
      <Layout>
        {wide ? (
          <Layout.Sider width={184} style={{ borderRight: '1px solid #e5e9e9' }}>
            <OfficeMenu />
          </Layout.Sider>
        ) : (
          <Drawer
            open={open}
            onClose={() => setOpen(false)}
            placement="left"
            size={240}
            styles={{ body: { padding: 0 } }}
          >
            <OfficeMenu onPicked={() => setOpen(false)} />
          </Drawer>
        )}
        <Layout.Content style={{ padding: wide ? 20 : 10, minWidth: 0 }}>
          <PasswordFirst />
        </Layout.Content>
      </Layout>
    </Layout>
  );
}

function OfficeMenu({ onPicked }: { readonly onPicked?: () => void }) {
  const { t } = useTranslation();
  const { session } = useSession();
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const { permissions = [], mustChangePassword = true } = session?.account ?? {};
  const allowed = menuEntries.filter(
    ({ permission }) => !mustChangePassword && permissions.includes(permission),
  );
  const selected = allowed
    .map(({ path }) => path)
    .filter((path) => pathname.startsWith(path))
    .sort((a, b) => b.length - a.length)[0];
  return (
    <Menu
      mode="inline"
      style={{ borderInlineEnd: 0 }}
      selectedKeys={selected ? [selected] : []}
      items={allowed.map(({ path, label, icon }) => ({ key: path, label: t(label), icon }))}
      onClick={({ key }) => {
        void navigate(key);
        onPicked?.();
      }}
    />
  );
}
