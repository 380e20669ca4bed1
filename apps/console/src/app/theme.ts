import type { ThemeConfig } from 'antd';

/** One calm green, dense tables: this is open all day. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5c56',
    colorLink: '#0b5c56',
    colorInfo: '#0b5c56',
    // Dark enough to be read as the text of a tag (WCAG AA, 4.5:1).
    colorSuccess: '#237804',
    colorWarning: '#945800',
    colorError: '#c21b1b',
    colorSuccessBg: '#eef8e8',
    colorSuccessBorder: '#b5dda0',
    colorWarningBg: '#fff6e0',
    colorWarningBorder: '#f0d08a',
    colorErrorBg: '#fff0ef',
    colorErrorBorder: '#f3b7b3',
    colorInfoBg: '#e3f1ef',
    colorInfoBorder: '#a9cfca',
    colorPrimaryBg: '#e3f1ef',
    colorPrimaryBgHover: '#d3e7e4',
    colorTextDescription: '#566363',
    colorTextPlaceholder: '#6b7878',
    borderRadius: 6,
    fontFamily: "'Noto Sans SC Variable', system-ui, sans-serif",
    fontSize: 14,
  },
  components: {
    Layout: { headerBg: '#ffffff', siderBg: '#ffffff', bodyBg: '#f4f6f6' },
    Menu: { itemSelectedBg: '#e3f1ef', itemSelectedColor: '#0b5c56' },
    Table: { cellPaddingBlock: 10 },
    Descriptions: { labelColor: '#566363' },
  },
};
