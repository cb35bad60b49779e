using System.Composition;
using MechanismDsl.CodeFixes.Infrastructure;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace MechanismDsl.CodeFixes.Theorems;

/// <summary>Keeps balance and gives up truth as a dominant strategy, or keeps that and gives up balance.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(GiveUpOneOfThree)), Shared]
public sealed class GiveUpOneOfThree() : DeclarationFix("MECH3017")
{
    private const string Balanced = "ExPostBudgetBalanced";
    private const string Dominant = "DominantStrategyIncentiveCompatible";

    /// <inheritdoc/>
    private protected override IEnumerable<Offer> Offers(FixTarget target)
    {
        const string InExpectation = "Balance in expectation of the others' types ([ExpectedExternality])";
        if (target.Type.Find("BalancedGroves") is { } groves)
        {
            yield return target.OnType(InExpectation, type => type.Replace(groves, "ExpectedExternality"));
            yield return target.Removing(groves);
        }
        else if (Claim(target.Type, Balanced) is { } balanced && Claim(target.Type, Dominant) is { } dominant)
        {
            yield return target.OnType(InExpectation, type => type.ReplaceNode(dominant, Renamed(dominant, "BayesianIncentiveCompatible")).AddBeside("ExpectedExternality"));
            yield return target.OnType("Promise that there is no deficit, instead of balance", type => type.ReplaceNode(balanced, Renamed(balanced, "NoDeficit")));
        }
    }

    private static SimpleNameSyntax? Claim(TypeDeclarationSyntax type, string guarantee) => type.Find("Guarantees")?.ArgumentList?.Arguments
        .Select(argument => argument.Expression is MemberAccessExpressionSyntax member ? member.Name : argument.Expression as SimpleNameSyntax)
        .FirstOrDefault(name => name?.Identifier.ValueText == guarantee);

    private static SimpleNameSyntax Renamed(SimpleNameSyntax name, string guarantee) => SyntaxFactory.IdentifierName(guarantee).WithTriviaFrom(name);
}
