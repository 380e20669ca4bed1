import { Card, Col, Row } from 'antd';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** One part of the form. */
export function Section({ title, extra, children }: SectionProps) {
  return (
    <Card
      size="small"
      title={<h2 style={{ fontSize: 15, margin: 0 }}>{title}</h2>}
      extra={extra}
      style={{ marginBottom: 12 }}
    >
      {children}
    </Card>
  );
}

/** Fields beside each other where there is room. */
export function Fields({ children }: { readonly children: ReactNode }) {
  return <Row gutter={16}>{children}</Row>;
}

/** One field of a row; `wide` takes a line of its own. */
export function Cell({ wide = false, children }: { readonly wide?: boolean; readonly children: ReactNode }) {
  return wide ? (
    <Col span={24}>{children}</Col>
  ) : (
    <Col xs={24} sm={12} xxl={8}>
      {children}
    </Col>
  );
}
