/**
 * What the receiver may ask of its database, in the words of `featuresOf`: what PostgreSQL 14 and PGlite, CockroachDB 25,
 * YugabyteDB 2025 and Citus 13 all document. A statement that needs more fails a test: write it otherwise, or add what it
 * needs here once their documentation has it, and say in docs/scaling.md what differs.
 *
 * - CockroachDB: https://www.cockroachlabs.com/docs/stable/sql-feature-support and …/functions-and-operators; what it has not
 *   is in …/postgresql-compatibility and …/known-limitations. Its `int` has 64 bits, and comes back as text: write `int4`.
 * - YugabyteDB: https://docs.yugabyte.com/stable/api/ysql/sql-feature-support; what it has not is in
 *   https://docs.yugabyte.com/stable/explore/ysql-language-features/postgresql-compatibility.
 * - Citus is PostgreSQL; what it has not on distributed tables is in
 *   https://docs.citusdata.com/en/stable/develop/reference_workarounds.html.
 */
export const portableSQL: ReadonlySet<string> = new Set([
  // Names, values and parameters.
  ...['A_Const', 'A_Const.ival', 'A_Const.sval', 'String', 'Integer', 'ParamRef'],
  ...['ColumnRef', 'ColumnRef.fields', 'ResTarget', 'ResTarget.val', 'List', 'List.items'],

  // Tables. Of constraints those alone that need one row: no foreign key, and none that is deferred.
  ...['CreateStmt', 'CreateStmt.if_not_exists', 'CreateStmt.relation', 'CreateStmt.tableElts'],
  ...['ColumnDef', 'ColumnDef.constraints', 'Constraint', 'Constraint.raw_expr'],
  ...['CONSTR_CHECK', 'CONSTR_DEFAULT', 'CONSTR_IDENTITY', 'CONSTR_NOTNULL', 'CONSTR_PRIMARY'].map(
    (kind) => `Constraint.contype ${kind}`,
  ),

  // Adding rows, and leaving those that are there. Nothing is changed, deleted or locked.
  ...['InsertStmt', 'InsertStmt.cols', 'InsertStmt.relation', 'InsertStmt.selectStmt'],
  ...['InsertStmt.onConflictClause', 'onConflictClause.action ONCONFLICT_NOTHING'],
  ...['InsertStmt.returningClause', 'returningClause.exprs', 'SelectStmt.valuesLists'],

  // Reading them.
  ...['SelectStmt', 'SelectStmt.targetList', 'SelectStmt.fromClause', 'SelectStmt.whereClause'],
  ...['SelectStmt.groupClause', 'SelectStmt.havingClause', 'SelectStmt.distinctClause'],
  ...['SelectStmt.sortClause', 'SortBy', 'SortBy.node', 'SortBy.sortby_dir SORTBY_DESC'],
  ...['SelectStmt.limitCount', 'SelectStmt.limitOption LIMIT_OPTION_COUNT'],
  ...['RangeVar', 'RangeVar.alias', 'RangeFunction', 'RangeFunction.functions', 'RangeFunction.alias'],
  ...['RangeSubselect', 'RangeSubselect.subquery', 'RangeSubselect.alias', 'alias.colnames'],

  // Expressions.
  ...['A_Expr.kind AEXPR_OP', 'A_Expr.kind AEXPR_IN', 'A_Expr.lexpr', 'A_Expr.rexpr'],
  ...['=', '<>', '>=', '*', '+'].map((operator) => `operator ${operator}`),
  ...[
    'BoolExpr',
    'BoolExpr.args',
    'BoolExpr.boolop AND_EXPR',
    'BoolExpr.boolop OR_EXPR',
    'BoolExpr.boolop NOT_EXPR',
  ],
  // A value that a statement within the statement reads.
  ...['SubLink', 'SubLink.subLinkType EXPR_SUBLINK', 'SubLink.subselect'],
  ...['NullTest', 'NullTest.arg', 'NullTest.nulltesttype IS_NULL'],
  ...['CaseExpr', 'CaseExpr.args', 'CaseExpr.defresult', 'CaseWhen', 'CaseWhen.expr', 'CaseWhen.result'],
  ...['TypeCast', 'TypeCast.arg', 'TypeName.arrayBounds'],
  ...['int4', 'pg_catalog.int8', 'text', 'timestamptz', 'uuid'].map((type) => `type ${type}`),

  // Functions.
  // Over all rows of the answer, for a sum beside its parts.
  'FuncCall.over',
  ...['FuncCall.args', 'FuncCall.agg_star', 'FuncCall.funcformat COERCE_SQL_SYNTAX'],
  ...['count', 'extract', 'now', 'sum', 'unnest'].map((name) => `function ${name}`),

  // What the start looks up: the encoding, the tables, the triggers, a right.
  ...['current_setting', 'to_regclass', 'has_table_privilege'].map((name) => `function ${name}`),
  ...['catalog pg_attribute', 'catalog pg_class', 'catalog pg_trigger'],
]);

/** Scripts that an engine may refuse, and what the receiver then does without. */
export const optionalScripts: ReadonlyMap<string, string> = new Map([
  ['position.sql', 'Only for tables of a version before 1: new ones have the column.'],
  [
    'append-only.sql',
    'Triggers that refuse changes: ALLOW_MUTABLE_TABLE=true, and a role that may only add and read.',
  ],
  ['coverage.sql', 'Triggers that count: coverage is counted from the rows at each request.'],
]);
