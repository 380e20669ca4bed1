import { Flex, Typography } from 'antd';
import type { ReactNode } from 'react';

interface PageHeaderProps {
  readonly title: ReactNode;
  /** Status tags, beside the title. */
  readonly tags?: ReactNode;
  /** Secondary line under the title. */
  readonly about?: ReactNode;
  /** Actions, at the end of the line. */
  readonly actions?: ReactNode;
}

/** Title, state and actions of a page; wraps where the page is narrow. */
export function PageHeader({ title, tags, about, actions }: PageHeaderProps) {
  return (
    <Flex component="header" gap={12} wrap align="start" style={{ marginBottom: 16 }}>
      <div style={{ flex: '1 1 320px', minWidth: 0 }}>
        <Flex gap={8} wrap align="center">
          <Typography.Title level={4} style={{ margin: 0, overflowWrap: 'anywhere' }}>
            {title}
          </Typography.Title>
          {tags}
        </Flex>
        {about && <Typography.Text type="secondary">{about}</Typography.Text>}
      </div>
      {actions && (
        <Flex gap={8} wrap>
          {actions}
        </Flex>
      )}
    </Flex>
  );
}
