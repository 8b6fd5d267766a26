import ts from 'typescript';

/** What TypeScript knows of a member, beyond what is written beside its name. */
export interface MemberType {
  /** What reading gives. */
  readonly type: string;
  /** What may be set, where it is not what reading gives; of a method, nothing. */
  readonly setType?: string;
  /** The literal values, when there is nothing else: `'a' | 'b'`. */
  readonly values?: string;
  readonly isReadOnly: boolean;
}

const flags: ts.TypeFormatFlags =
  ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType;

/** Reads the types of the public members of classes with the compiler: written, inferred and inherited ones alike. */
export function createTypeReader(entry: string): (className: string, member: string) => MemberType {
  const { config } = ts.readConfigFile('build/tsconfig.build.json', (path) => ts.sys.readFile(path)) as {
    config: { compilerOptions: object; extends: string };
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, 'build');
  const program = ts.createProgram([entry], { ...options, noEmit: true });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(entry);
  const module = source && checker.getSymbolAtLocation(source);
  if (!module) throw new Error(`${entry}: not a module`);
  const exports = new Map(checker.getExportsOfModule(module).map((symbol) => [symbol.name, symbol]));

  return (className, memberName) => {
    const exported = exports.get(className);
    if (!exported) throw new Error(`${entry} does not export ${className}`);
    const classSymbol = exported.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(exported) : exported;
    const isStatic = checker.getPropertyOfType(checker.getTypeOfSymbol(classSymbol), memberName);
    const member =
      checker.getPropertyOfType(checker.getDeclaredTypeOfSymbol(classSymbol), memberName) ?? isStatic;
    if (!member) throw new Error(`${className} has no member ${memberName}`);
    const type = checker.getTypeOfSymbol(member);
    const print = (each: ts.Type): string => checker.typeToString(each, undefined, flags);
    const declarations = member.declarations ?? [];
    const setter = declarations.find(ts.isSetAccessor);
    const setType = setter && print(checker.getTypeAtLocation(setter.parameters[0]!));
    const isReadOnly =
      declarations.some(
        (each) => !!(ts.getCombinedModifierFlags(each) & ts.ModifierFlags.Readonly) || ts.isGetAccessor(each),
      ) && !setter;
    const text = writtenType(declarations) ?? print(type);
    const values = literalsOf(type)?.map(print).join(' | ');
    return {
      type: text,
      isReadOnly,
      ...(setType && setType !== text && { setType }),
      ...(values && { values }),
    };
  };
}

/** The members of a union of literals, without `undefined`. */
function literalsOf(type: ts.Type): ts.Type[] | undefined {
  const members = (type.isUnion() ? type.types : [type]).filter(
    (each) => !(each.flags & ts.TypeFlags.Undefined),
  );
  return members.length > 0 && members.every((each) => each.isStringLiteral()) ? members : undefined;
}

/** The type as the source names it: a name says more to a reader than what it stands for. */
function writtenType(declarations: readonly ts.Declaration[]): string | undefined {
  for (const declaration of declarations) {
    if (!ts.isPropertyDeclaration(declaration) && !ts.isGetAccessor(declaration)) continue;
    const text = declaration.type?.getText();
    // Of a class with a parameter, the name of the parameter says nothing.
    if (!text || text === 'Detail') continue;
    const isOptional =
      ts.isPropertyDeclaration(declaration) && declaration.questionToken && text !== 'unknown';
    return isOptional ? `${text} | undefined` : text;
  }
  return undefined;
}
