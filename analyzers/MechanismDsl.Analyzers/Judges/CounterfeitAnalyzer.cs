using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Analyzers.Rules.Claims;
using MechanismDsl.Analyzers.Solving;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace MechanismDsl.Analyzers.Judges;

/// <summary>
/// Refuses guarantees that are written by hand (MECH2003). A type of this compilation has a guarantee only through the generated part of a
/// mechanism whose declaration gives it, and only the generated part says what such a mechanism does.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CounterfeitAnalyzer() : MechanismAnalyzer([CounterfeitGuaranteeRule.Descriptor])
{
    private protected override void Start(CompilationStartAnalysisContext context)
    {
        ForEachNode(context, ExamineBase, SyntaxKind.SimpleBaseType, SyntaxKind.PrimaryConstructorBaseType);
        ForEachNode(context, ExamineExplicitMember, SyntaxKind.ExplicitInterfaceSpecifier);
        ForEachNode(context, ExamineStamp, SyntaxKind.Attribute);
        ForEachType(context, type => IsMechanism(type) && Guarantees.HasGuarantee(type), ExamineGuarantees);
    }

    private static void ForEachNode(CompilationStartAnalysisContext context, Action<SyntaxNodeAnalysisContext> examine, params SyntaxKind[] kinds) =>
        context.RegisterSyntaxNodeAction(
            action => Guard.Run(action.Node.ToString(), action.Node.GetLocation(), action.ReportDiagnostic, () => examine(action)), kinds);

    /// <summary>A base that brings a guarantee along, on any type; a base that brings the contract of mechanisms along, on a mechanism.</summary>
    private static void ExamineBase(SyntaxNodeAnalysisContext action)
    {
        var written = ((BaseTypeSyntax)action.Node).Type;
        if (action.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } part
            || action.SemanticModel.GetDeclaredSymbol(part, action.CancellationToken) is not { } type
            || action.SemanticModel.GetTypeInfo(written, action.CancellationToken).Type is not { TypeKind: not TypeKind.Error } contract
            || !(IsMechanism(type) ? Guarantees.HasContract(contract) : Guarantees.HasGuarantee(contract))
            || (IsMechanism(type) && GeneratedPart.IsGenuine(part, action.CancellationToken)))
        {
            return;
        }

        var name = contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
        Report(action, written.GetLocation(), type, (type.TypeKind, contract.TypeKind) switch
        {
            (TypeKind.Interface, _) => $"derives from {name}: a type with such an interface would have the guarantee without a theorem or a proof",
            (_, not TypeKind.Interface) => $"inherits guarantees from {name}, but nothing says that they hold for it",
            _ when Guarantees.HasGuarantee(contract) => $"implements {name} by hand; only the compiler writes guarantees, into the generated part of a [Mechanism]",
            _ => $"implements {name} beside its generated part, so generic code would run something else than the mechanism that has the guarantees",
        });
    }

    /// <summary>An explicit implementation takes the place of the generated one wherever a mechanism is called through its interface.</summary>
    private static void ExamineExplicitMember(SyntaxNodeAnalysisContext action)
    {
        var written = ((ExplicitInterfaceSpecifierSyntax)action.Node).Name;
        if (action.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } part
            && action.SemanticModel.GetDeclaredSymbol(part, action.CancellationToken) is { } type
            && IsMechanism(type)
            && action.SemanticModel.GetTypeInfo(written, action.CancellationToken).Type is { } contract
            && Guarantees.HasContract(contract)
            && !GeneratedPart.IsGenuine(part, action.CancellationToken))
        {
            var name = contract.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);
            Report(action, written.GetLocation(), type, $"implements a member of {name} itself, so generic code would run something else than the mechanism that has the guarantees");
        }
    }

    /// <summary>The stamp of generated code on a part that the generator did not write.</summary>
    private static void ExamineStamp(SyntaxNodeAnalysisContext action)
    {
        var attribute = (AttributeSyntax)action.Node;
        if (attribute.Parent?.Parent is TypeDeclarationSyntax part
            && action.SemanticModel.GetSymbolInfo(attribute, action.CancellationToken).Symbol is { } constructor
            && Guarantees.IsStamp(constructor.ContainingType)
            && action.SemanticModel.GetDeclaredSymbol(part, action.CancellationToken) is { } type
            && !(IsMechanism(type) && GeneratedPart.IsGenuine(part, action.CancellationToken)))
        {
            Report(action, attribute.GetLocation(), type, "carries the stamp of generated code, but the generator did not write this part as it stands");
        }
    }

    /// <summary>Whoever wrote the interfaces: the declaration must give each of these guarantees.</summary>
    private static void ExamineGuarantees(SymbolAnalysisContext action, INamedTypeSymbol type)
    {
        var reading = MechanismReading.Of(type, action.Compilation, action.Options.AdditionalFiles, action.CancellationToken);
        string[] given = reading.Meaning.Problem is { } problem
            ? [.. (problem.Own is null ? Solutions.Of(problem, action.CancellationToken).Evidence : OwnRuleGuarantees.Of(problem)).Select(evidence => evidence.Guarantee.ToString())]
            : [];
        foreach (var name in Guarantees.NamesOf(type).Except(given, StringComparer.Ordinal))
        {
            action.ReportDiagnostic(Diagnostic.Create(
                CounterfeitGuaranteeRule.Descriptor, type.Locations[0], type.Name, $"has the guarantee {name}, which its declaration does not give"));
        }
    }

    private static void Report(SyntaxNodeAnalysisContext action, Location location, INamedTypeSymbol type, string what) =>
        action.ReportDiagnostic(Diagnostic.Create(CounterfeitGuaranteeRule.Descriptor, location, type.Name, what));
}
