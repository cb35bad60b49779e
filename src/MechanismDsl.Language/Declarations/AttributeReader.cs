using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads one attribute: its arguments as plain values. Never throws while the user is still typing.</summary>
internal static class AttributeReader
{
    /// <summary>Reads a use of an attribute of this language.</summary>
    public static AttributeUse Read(string name, AttributeData data, Compilation compilation, CancellationToken cancellation)
    {
        var typeArgument = data.AttributeClass is { TypeArguments: [var argument] } ? argument : null;
        // An attribute of a referenced project has source too, but no semantic model here.
        var syntax = data.ApplicationSyntaxReference is { } reference && compilation.ContainsSyntaxTree(reference.SyntaxTree)
            ? reference.GetSyntax(cancellation) as AttributeSyntax
            : null;
        var divisions = Divisions.Of(syntax, data.AttributeConstructor, compilation, cancellation);
        List<Argument> arguments = [];
        var complete = data.AttributeConstructor is not null && typeArgument?.TypeKind != TypeKind.Error && !HasSyntaxErrors(syntax);
        foreach (var constant in data.ConstructorArguments)
        {
            var parameter = arguments.Count;
            arguments.Add(Read(constant, element => divisions?.InArgument(parameter, element), ref complete));
        }

        List<NamedArgument> properties = [];
        foreach (var property in data.NamedArguments)
        {
            properties.Add(new NamedArgument(property.Key, Read(property.Value, _ => divisions?.InProperty(property.Key), ref complete)));
        }

        var type = typeArgument is null ? null : TypeUseReader.Read(typeArgument, compilation, cancellation);
        return new AttributeUse(name, type, arguments.ToEquatableArray(), properties.ToEquatableArray()) { HasErrors = !complete };
    }

    private static bool HasSyntaxErrors(AttributeSyntax? syntax) =>
        syntax is { ContainsDiagnostics: true } && syntax.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static Argument Read(TypedConstant constant, Func<int, LostDivision?> division, ref bool complete, int element = AttributeSyntaxMap.Whole)
    {
        switch (constant.Kind)
        {
            case TypedConstantKind.Array when constant.IsNull:
                return new Argument.List(null);
            case TypedConstantKind.Array:
                List<Argument> items = [];
                foreach (var item in constant.Values)
                {
                    items.Add(Read(item, division, ref complete, items.Count));
                }

                return new Argument.List(items.ToEquatableArray());
            case TypedConstantKind.Primitive or TypedConstantKind.Enum when Number(constant.Value) is { } number:
                var lost = division(element);
                return new Argument.Number(number, lost is not null) { Division = lost };
            case TypedConstantKind.Primitive when constant.Value is null or string:
                return new Argument.Text((string?)constant.Value);
            default:
                complete = false;
                return new Argument.Text(null);
        }
    }

    private static double? Number(object? value) => value switch
    {
        double number => number,
        float number => number,
        bool flag => flag ? 1 : 0,
        int number => number,
        long number => number,
        uint number => number,
        ulong number => number,
        short number => number,
        ushort number => number,
        byte number => number,
        sbyte number => number,
        char number => number,
        _ => null,
    };

    /// <summary>Answers where an attribute divides whole numbers; made only for an attribute that divides at all.</summary>
    private sealed class Divisions
    {
        private readonly AttributeSyntax _syntax;
        private readonly IMethodSymbol? _constructor;
        private readonly SemanticModel _model;
        private readonly CancellationToken _cancellation;

        private Divisions(AttributeSyntax syntax, IMethodSymbol? constructor, SemanticModel model, CancellationToken cancellation)
        {
            _syntax = syntax;
            _constructor = constructor;
            _model = model;
            _cancellation = cancellation;
        }

        public static Divisions? Of(AttributeSyntax? syntax, IMethodSymbol? constructor, Compilation compilation, CancellationToken cancellation) =>
            syntax is not null && IntegerDivision.IsPossible(syntax)
                ? new Divisions(syntax, constructor, compilation.GetSemanticModel(syntax.SyntaxTree), cancellation)
                : null;

        public LostDivision? InArgument(int parameter, int element) =>
            IntegerDivision.Find(AttributeSyntaxMap.Argument(_syntax, _constructor, parameter, element), _model, _cancellation);

        public LostDivision? InProperty(string name) =>
            IntegerDivision.Find(AttributeSyntaxMap.Property(_syntax, name)?.Expression, _model, _cancellation);
    }
}
