using MechanismDsl.Language.Formulas;
using MechanismDsl.Theory.Priors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads a prior that the user wrote: its support, distribution function and density as formulas of the value and the constructor's parameters.</summary>
internal static class OwnPriorReader
{
    /// <summary>Reads the prior; the first thing that is missing or not understood stands in <see cref="OwnPrior.NotUnderstood"/>.</summary>
    public static OwnPrior Read(INamedTypeSymbol type, IMethodSymbol? constructor, Compilation compilation, CancellationToken cancellation)
    {
        IReadOnlyList<string> names = constructor is null ? [] : [.. constructor.Parameters.Select(parameter => parameter.Name)];
        if (constructor?.Parameters.FirstOrDefault(parameter => parameter.Type.SpecialType != SpecialType.System_Double) is { } other)
        {
            return Refused($"its parameter '{other.Name}' is not a double");
        }

        List<MethodDeclarationSyntax> methods = [.. UserParts.Of(type, cancellation).SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>()];
        if (type.DeclaringSyntaxReferences.IsEmpty)
        {
            return Refused("its source is in another assembly");
        }

        var (low, high, support) = Support(type, names);
        var distribution = Method("Distribution", "distribution function");
        var density = methods.Exists(method => UserParts.HasAttribute(method.AttributeLists, "Density")) ? Method("Density", "density") : default;
        return new OwnPrior(distribution.Formula, density.Formula, low, high, support ?? distribution.NotUnderstood ?? density.NotUnderstood);

        FormulaReading Method(string attribute, string meaning)
        {
            List<MethodDeclarationSyntax> marked = [.. methods.Where(method => UserParts.HasAttribute(method.AttributeLists, attribute))];
            if (marked is not [var only])
            {
                return new FormulaReading(null, marked.Count == 0 ? $"no method is marked [{attribute}]" : $"more than one method is marked [{attribute}]");
            }

            var model = compilation.GetSemanticModel(only.SyntaxTree);
            var reading = FormulaReader.Read(only, names, model, cancellation);
            var obstacle = reading.NotUnderstood
                ?? (IntegerDivision.Find(only, model, cancellation) is { } lost ? $"{lost.Source} is the integer {lost.Quotient}; write {lost.Repair}" : null);
            return obstacle is null ? reading : new FormulaReading(null, $"its {meaning} '{only.Identifier.ValueText}' cannot be read: {obstacle}");
        }
    }

    private static OwnPrior Refused(string words) => new(null, null, null, null, words);

    private static (Formula? Low, Formula? High, string? NotUnderstood) Support(INamedTypeSymbol type, IReadOnlyList<string> names)
    {
        var attribute = type.GetAttributes().FirstOrDefault(use => LanguageAttributes.NameOf(use.AttributeClass) == "Support");
        if (attribute is not { ConstructorArguments: [var first, var second] })
        {
            return (null, null, "it has no [Support(low, high)]");
        }

        var (low, high) = (End(first, names), End(second, names));
        var unknown = low is null ? first : second;
        return low is null || high is null
            ? (low, high, $"[Support] names '{unknown.Value}', which is not a parameter of its constructor")
            : (low, high, null);
    }

    private static Formula? End(TypedConstant end, IReadOnlyList<string> names) => end switch
    {
        { Kind: TypedConstantKind.Primitive, Value: double number } => new Formula.Constant(number),
        { Kind: TypedConstantKind.Primitive, Value: string name } when names.Contains(name) => new Formula.Parameter(name),
        _ => null,
    };
}
