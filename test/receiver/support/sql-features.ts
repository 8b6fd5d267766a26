import { loadModule, parseSync } from 'libpg-query';

await loadModule();

/**
 * What a text of SQL is made of, as the parser of PostgreSQL itself sees it: `function unnest`, `type uuid`, `operator <>`,
 * `catalog pg_class`, nodes of its tree (`InsertStmt`), their parts (`SelectStmt.distinctClause`) and kinds
 * (`onConflictClause.action ONCONFLICT_NOTHING`).
 *
 * @throws Error when it is not SQL.
 */
export function featuresOf(sql: string): Set<string> {
  const features = new Set<string>();
  visit(parseSync(sql).stmts, '', features);
  return features;
}

type Fields = Record<string, unknown>;

/** What the tree says where the text said nothing. */
const unsaid =
  /^(SORTBY|SORTBY_NULLS|LIMIT_OPTION)_DEFAULT$|^(SETOP_NONE|OVERRIDING_NOT_SET|ONCOMMIT_NOOP|COERCE_EXPLICIT_CALL|inh|is_local|initially_valid|is_enforced)$/;

/** Nodes whose name says what is asked for; the name is the last of these strings. */
const named: Readonly<Record<string, readonly [kind: string, part: string]>> = {
  FuncCall: ['function', 'funcname'],
  A_Expr: ['operator', 'name'],
};

function visit(value: unknown, owner: string, features: Set<string>): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, owner, features);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, child] of Object.entries(value)) {
      if (/^[A-Z]/.test(key)) visitNode(key, child as Fields, features);
      else visitPart(owner, key, child, features);
    }
  }
}

function visitNode(tag: string, node: Fields, features: Set<string>): void {
  const [kind, part] = named[tag] ?? [];
  if (kind !== undefined && part !== undefined) {
    features.add(`${kind} ${namesOf(node[part]).at(-1)}`);
    visit({ ...node, [part]: undefined }, tag, features);
    return;
  }
  features.add(tag);
  if (tag === 'RangeVar' && typeof node['schemaname'] === 'string')
    features.add(`catalog ${String(node['relname'])}`);
  visit(node, tag, features);
}

function visitPart(owner: string, key: string, child: unknown, features: Set<string>): void {
  if (key === 'typeName') {
    const { names, ...others } = child as Fields;
    // With its schema: `int` is read as `pg_catalog.int4`, and `int4` as it is written.
    features.add(`type ${namesOf(names).join('.')}`);
    visit(others, 'TypeName', features);
  } else if (typeof child === 'string') {
    if (/^[A-Z][A-Z_]+$/.test(child) && !unsaid.test(child)) features.add(`${owner}.${key} ${child}`);
  } else if (child === true) {
    if (!unsaid.test(key)) features.add(`${owner}.${key}`);
  } else if (typeof child === 'object' && child !== null) {
    if (owner) features.add(`${owner}.${key}`);
    visit(child, isNode(child) ? owner : key, features);
  }
}

function isNode(child: object): boolean {
  return Array.isArray(child) || Object.keys(child).some((key) => /^[A-Z]/.test(key));
}

function namesOf(names: unknown): string[] {
  return (names as { String: { sval: string } }[]).map(({ String: { sval } }) => sval);
}
