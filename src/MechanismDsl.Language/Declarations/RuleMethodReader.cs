using MechanismDsl.Language.Memory;
using MechanismDsl.Theory.Numbers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.Language.Declarations;

/// <summary>Reads the signatures of the user's own rules. Only methods whose syntax shows an attribute of a rule are bound, and their bodies never.</summary>
internal static class RuleMethodReader
{
    /// <summary>The attributes of rules, without the suffix.</summary>
    public static readonly string[] Attributes = ["Score", "Allocation", "Payment", "Value", "Cost", "Boost", "Groves", "Feasible", "Decision", "Goal", "OutsideOption"];

    /// <summary>The rules whose bodies are part of the declaration: what they give for each outcome and type enters the problem as numbers.</summary>
    private static readonly string[] Tabulated = ["Value", "Cost", "Boost", "Groves", "Feasible", "Decision", "Goal", "OutsideOption"];

    private const int LongestFormula = 100;

    /// <summary>Reads the rules of a type, in source order.</summary>
    public static EquatableArray<RuleMethod> Read(
        INamedTypeSymbol type,
        List<TypeDeclarationSyntax> parts,
        Compilation compilation,
        FilesRead? seen,
        CancellationToken cancellation)
    {
        List<RuleMethod>? rules = null;
        foreach (var method in parts.SelectMany(part => part.Members).OfType<MethodDeclarationSyntax>())
        {
            foreach (var attribute in MarksOf(method))
            {
                cancellation.ThrowIfCancellationRequested();
                var symbol = compilation.GetSemanticModel(method.SyntaxTree).GetDeclaredSymbol(method, cancellation);
                if (symbol is IMethodSymbol rule && IsMarked(rule, attribute))
                {
                    rules ??= [];
                    rules.Add(Read(attribute, rules.Count(other => other.Attribute == attribute), rule, type, compilation, cancellation) with { Formula = Formula(method) });
                    if (Tabulated.Contains(attribute) && rules[rules.Count - 1] is { Obstacle: null, IsStatic: true, HasErrors: false })
                    {
                        rules[rules.Count - 1] = WithBody(rules[rules.Count - 1], rule, method, compilation, seen, cancellation);
                    }
                }
            }
        }

        return rules is null ? [] : rules.ToEquatableArray();
    }

    /// <summary>The attributes of rules that the syntax of a method shows.</summary>
    public static IEnumerable<string> MarksOf(MethodDeclarationSyntax method) =>
        method.AttributeLists.Count == 0 ? [] : Attributes.Where(attribute => UserParts.HasAttribute(method.AttributeLists, attribute));

    /// <summary>Whether an attribute of this language with this name marks the method.</summary>
    public static bool IsMarked(IMethodSymbol method, string attribute) =>
        method.GetAttributes().Any(use => LanguageAttributes.NameOf(use.AttributeClass) == attribute);

    /// <summary>Lowers the body: outcomes are public, the last parameter of a value is the report, the one of a Groves term the reports of the others, that of a limit who is served; a decision takes all reports, and may fill an output.</summary>
    private static RuleMethod WithBody(RuleMethod rule, IMethodSymbol method, MethodDeclarationSyntax syntax, Compilation compilation, FilesRead? seen, CancellationToken cancellation)
    {
        var roles = method.Parameters
            .Select((_, index) => Rules.ParameterRoles.Of(
                rule.Attribute == "Decision" && index > 0 ? Proofs.Rules.ParameterRole.Output
                : rule.Attribute is "Groves" or "Decision" ? Proofs.Rules.ParameterRole.Reports
                : rule.Attribute == "Goal" ? (index > 0 ? Proofs.Rules.ParameterRole.Reports : rule.Parameters[0].Type is RuleType.Sequence ? Proofs.Rules.ParameterRole.PublicOfAgents : Proofs.Rules.ParameterRole.Public)
                : rule.Attribute == "Feasible" ? Proofs.Rules.ParameterRole.PublicOfAgents
                : rule.Attribute == "OutsideOption" ? Proofs.Rules.ParameterRole.Report
                : index == 0 ? Proofs.Rules.ParameterRole.Public : Proofs.Rules.ParameterRole.Report))
            .ToEquatableArray();
        var reading = Rules.RuleReader.Read(method, roles, compilation.GetSemanticModel(syntax.SyntaxTree), cancellation, seen: seen);
        return rule with { Body = reading.Rule, NotUnderstood = reading.Refusal?.Words };
    }

    /// <summary>The expression of a method that is one, on one line, unless it is too long to be read as a formula.</summary>
    private static string? Formula(MethodDeclarationSyntax method)
    {
        // Comments are the author's, not the rule's.
        var expression = method.ExpressionBody?.Expression;
        var text = expression?.ReplaceTrivia(expression.DescendantTrivia(), static (_, _) => default).NormalizeWhitespace(indentation: " ", eol: " ").ToString();
        return text is { Length: <= LongestFormula } ? text : null;
    }

    private static RuleMethod Read(string attribute, int ordinal, IMethodSymbol method, INamedTypeSymbol type, Compilation compilation, CancellationToken cancellation)
    {
        var types = new RuleTypeReader(type, compilation, cancellation);
        var parameters = method.Parameters.Select(types.Parameter).ToEquatableArray();
        var returns = types.Read(method.ReturnType);
        return new RuleMethod(attribute, ordinal, method.Name, parameters, returns)
        {
            IsStatic = method.IsStatic,
            Obstacle = Obstacle(method),
            HasErrors = types.SawErrors,
        };
    }

    private static string? Obstacle(IMethodSymbol method) => method switch
    {
        { Arity: > 0 } => "it is generic",
        { IsAsync: true } => "it is asynchronous",
        { IsExtern: true } or { IsAbstract: true } or { IsPartialDefinition: true, PartialImplementationPart: null } => "it has no body",
        { ReturnsByRef: true } or { ReturnsByRefReadonly: true } => "it returns a reference",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.RefKind is not (RefKind.None or RefKind.In or RefKind.RefReadOnlyParameter)) is { } parameter =>
            $"its parameter '{parameter.Name}' is passed by reference",
        _ when method.Parameters.FirstOrDefault(parameter => parameter.IsParams) is { } parameter => $"its parameter '{parameter.Name}' is params",
        _ => null,
    };
}
