import { Card } from 'antd';
import type { ReactNode } from 'react';

interface CaseCardProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the case page. */
export function CaseCard({ title, extra, children }: CaseCardProps) {
  return (
    <Card size="small" title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>} extra={extra}>
      {children}
    </Card>
  );
}
