import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CursorPages } from '../lib/use-cursor-pages';

interface CursorPagerProps {
  readonly pages: CursorPages;
  /** Cursor of the next page; missing on the last. */
  readonly next: string | undefined;
}

/** Forward and back through a list that is read by cursors. */
export function CursorPager({ pages, next }: CursorPagerProps) {
  const { t } = useTranslation();
  if (pages.page === 1 && next === undefined) return null;
  return (
    <Flex component="nav" justify="end" align="center" gap={8} style={{ marginTop: 12 }}>
      <Button icon={<LeftOutlined />} disabled={pages.page === 1} onClick={pages.previous}>
        {t('action.previous')}
      </Button>
      <Typography.Text className="num">{pages.page}</Typography.Text>
      <Button
        icon={<RightOutlined />}
        iconPlacement="end"
        disabled={next === undefined}
        onClick={() => next !== undefined && pages.next(next)}
      >
        {t('action.next')}
      </Button>
    </Flex>
  );
}
