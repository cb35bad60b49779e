using MechanismDsl.Language.Declarations;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Language.Rules;

/// <summary>The rules of one mechanism, read; each is null if the mechanism does not have it.</summary>
/// <param name="Score">The method marked <c>[Score]</c>.</param>
/// <param name="Allocation">The method marked <c>[Allocation]</c>.</param>
/// <param name="Payment">The method marked <c>[Payment]</c>.</param>
public sealed record MechanismRules(RuleReading? Score, RuleReading? Allocation, RuleReading? Payment)
{
    /// <summary>Reads the rules of a type whose declaration was understood.</summary>
    /// <param name="type">The mechanism's type.</param>
    /// <param name="rules">What its agents report: the parameters of every rule but the agent and the output are these numbers, in order.</param>
    /// <param name="compilation">The compilation.</param>
    /// <param name="cancellation">Cancels the reading.</param>
    public static MechanismRules Read(INamedTypeSymbol type, OwnRules rules, Compilation compilation, CancellationToken cancellation)
    {
        RuleReading? Of(string attribute, Func<IMethodSymbol, EquatableArray<ReportField>, EquatableArray<ParameterRoles>> roles) =>
            type.GetMembers().OfType<IMethodSymbol>().FirstOrDefault(method => RuleMethodReader.IsMarked(method, attribute)) is { DeclaringSyntaxReferences: [var declaration, ..] } rule
                ? RuleReader.Read(rule, roles(rule, rules.Fields), compilation.GetSemanticModel(declaration.SyntaxTree), cancellation)
                : null;

        return new MechanismRules(Of("Score", ParameterRoles.OfScore), Of("Allocation", ParameterRoles.OfAll), Of("Payment", ParameterRoles.OfAll));
    }
}
