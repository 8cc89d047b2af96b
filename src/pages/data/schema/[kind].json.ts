import { recordSchema, schemaNames } from '../../../exports/record-schemas.ts';
import { answer } from '../../_answer.ts';

export function getStaticPaths() {
  return schemaNames.map((kind) => ({ params: { kind }, props: { kind } }));
}

export const GET = answer<{ kind: string }>(
  'application/schema+json',
  (_register, site, { props }) => recordSchema(props.kind, site),
);
