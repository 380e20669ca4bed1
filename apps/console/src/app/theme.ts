import type { ThemeConfig } from 'antd';

/** One calm green, dense tables: this is open all day. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5c56',
    colorLink: '#0b5c56',
    colorInfo: '#0b5c56',
    borderRadius: 6,
    fontFamily: "'Noto Sans SC Variable', system-ui, sans-serif",
    fontSize: 14,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f6' },
    Table: { cellPaddingBlock: 10 },
  },
};
