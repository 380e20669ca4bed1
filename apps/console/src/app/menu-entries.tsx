import {
  AuditOutlined,
  EyeOutlined,
  FileAddOutlined,
  FolderOpenOutlined,
  IdcardOutlined,
  SettingOutlined,
  TeamOutlined,
  UserDeleteOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';

export interface MenuEntry {
  readonly path: string;
  /** Key of its text. */
  readonly label: string;
  readonly icon: ReactNode;
  readonly permission: string;
}

/** The pages of the menu, in the order of a working day. */
export const menuEntries: readonly MenuEntry[] = [
  { path: '/reviews', label: 'menu.reviews', icon: <AuditOutlined />, permission: 'review:read' },
  { path: '/filings/new', label: 'menu.newFiling', icon: <FileAddOutlined />, permission: 'filing:register' },
  { path: '/filings', label: 'menu.filings', icon: <FolderOpenOutlined />, permission: 'filing:read' },
  { path: '/persons', label: 'menu.persons', icon: <IdcardOutlined />, permission: 'person:read' },
  { path: '/policies', label: 'menu.policies', icon: <SettingOutlined />, permission: 'policy:read' },
  { path: '/accounts', label: 'menu.accounts', icon: <TeamOutlined />, permission: 'account:read' },
  { path: '/access-log', label: 'menu.accessLog', icon: <EyeOutlined />, permission: 'access-log:read' },
  {
    path: '/persons/erasure',
    label: 'menu.erasure',
    icon: <UserDeleteOutlined />,
    permission: 'person:erase',
  },
];
