import type { ReactNode } from 'react';

interface LabelledProps {
  readonly label: string;
  /** Width from which the field grows. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A filter with its name above it. */
export function Labelled({ label, width = 140, children }: LabelledProps) {
  return (
    <div style={{ flex: `1 1 ${width}px`, minWidth: 0, maxWidth: 280 }}>
      <div style={{ fontSize: 12, color: '#5a6666' }}>{label}</div>
      {children}
    </div>
  );
}
