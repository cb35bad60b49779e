using MechanismDsl.Language.Formulas;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads the methods that refine a declaration. A type without one costs a walk over its members' attribute lists, no binding.</summary>
internal static class StrategyReader
{
    /// <summary>The name of the attribute without its suffix.</summary>
    public const string Attribute = "Strategy";

    /// <summary>Reads the methods marked <c>[Strategy]</c>, in source order.</summary>
    public static EquatableArray<MethodUse> Read(List<TypeDeclarationSyntax> parts, Compilation compilation, CancellationToken cancellation)
    {
        if (parts.TrueForAll(part => part.Members.Count == 0))
        {
            return [];
        }

        List<MethodUse> methods = [];
        foreach (var method in parts.SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>())
        {
            if (UserParts.HasAttribute(method.AttributeLists, Attribute) && Marked(method, compilation, cancellation) is { } model)
            {
                var reading = method.Modifiers.Any(SyntaxKind.StaticKeyword)
                    ? FormulaReader.Read(method, [], model, cancellation)
                    : new FormulaReading(null, "it must be static");
                methods.Add(new MethodUse(Attribute, method.Identifier.ValueText, reading.Formula, reading.NotUnderstood)
                {
                    Division = IntegerDivision.Find(method, model, cancellation),
                });
            }
        }

        return methods.ToEquatableArray();
    }

    private static SemanticModel? Marked(MethodDeclarationSyntax method, Compilation compilation, CancellationToken cancellation)
    {
        var model = compilation.GetSemanticModel(method.SyntaxTree);
        return model.GetDeclaredSymbol(method, cancellation)?.GetAttributes().Any(use => LanguageAttributes.NameOf(use.AttributeClass) == Attribute) == true ? model : null;
    }
}
