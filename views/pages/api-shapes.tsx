import type { VNode } from 'preact';
import type { Field, Range, Shape } from '../../src/contract/fields.ts';
import { usePageMessages } from '../messages/use-page-messages.ts';

/** What a field has beside what its schema says. */
type ShownField = Field & { readonly place?: 'path' | 'query' | 'header' };

interface Direction {
  /** They are answered: what is said of a field is that it may be absent, and not that it is required. */
  readonly answered?: boolean;
}

/** Fields with their types, ranges and meanings. */
export function FieldList({ fields, answered = false }: { readonly fields: readonly ShownField[] } & Direction): VNode {
  const { apiDocs: said } = usePageMessages();
  return (
    <dl class="api-fields">
      {fields.map(({ name, needed, shapes, usual, meaning, place }) => (
        <div key={`${place} ${name}`}>
          <dt>
            <code>{name}</code>
            {place && <span class="api-aside">{said.places[place]}</span>}
            {needed && !answered && <span class="api-needed">{said.needed}</span>}
            {!needed && answered && <span class="api-aside">{said.optional}</span>}
          </dt>
          <dd>
            {meaning && <p lang="en">{meaning}</p>}
            <Shapes shapes={shapes} answered={answered} />
            {usual !== undefined && (
              <p class="api-aside">
                {said.usual} <code>{usual}</code>
              </p>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The forms that a value may have: their types in a line, then the fields of those that are objects. */
export function Shapes({ shapes, answered = false }: { readonly shapes: readonly Shape[] } & Direction): VNode {
  return (
    <>
      <p class="api-type">
        <TypeLine shapes={shapes} />
      </p>
      {objectsIn(shapes).map((fields) => (
        <FieldList key={fields.map(({ name }) => name).join()} fields={fields} answered={answered} />
      ))}
    </>
  );
}

function TypeLine({ shapes }: { readonly shapes: readonly Shape[] }): VNode {
  const { apiDocs: said } = usePageMessages();
  // Objects that differ in their fields alone are one word here.
  const shown = shapes.filter(
    ({ kind }, at) => kind !== 'object' || shapes.findIndex((one) => one.kind === kind) === at,
  );
  return (
    <>
      {shown.map((shape, at) => (
        <span key={JSON.stringify(shape)}>
          {at > 0 && said.or}
          <Type shape={shape} />
        </span>
      ))}
    </>
  );
}

function Type({ shape }: { readonly shape: Shape }): VNode {
  const { apiDocs: said } = usePageMessages();
  switch (shape.kind) {
    case 'named':
      return <a href={`#form-${shape.name}`}>{shape.name}</a>;
    case 'values':
      return (
        <>
          {shape.values.map((value, at) => (
            <span key={value}>
              {at > 0 && said.or}
              <code>{value}</code>
            </span>
          ))}
        </>
      );
    case 'list':
      if (shape.items.length === 0) return <>{said.types.emptyList}</>;
      return (
        <>
          {said.types.list} <TypeLine shapes={shape.items} />
          {shape.range && <RangeNote range={shape.range} />}
        </>
      );
    case 'object':
      return <>{said.types.object}</>;
    default:
      return (
        <>
          {said.types[shape.kind]}
          {shape.range && <RangeNote range={shape.range} />}
        </>
      );
  }
}

function RangeNote({ range: { of, least, most } }: { readonly range: Range }): VNode {
  const say = usePageMessages().apiDocs.ranges[of];
  const text =
    most === undefined ? say.from(least ?? 0) : least === undefined ? say.upTo(most) : say.between(least, most);
  return <span class="api-range"> ({text})</span>;
}

/** The fields of each object among the forms, or among the entries of lists. */
function objectsIn(shapes: readonly Shape[]): readonly (readonly Field[])[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'list') return objectsIn(shape.items);
    return shape.kind === 'object' && shape.fields.length > 0 ? [shape.fields] : [];
  });
}
