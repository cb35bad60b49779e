using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a revenue-optimal auction with alike buyers whose prior and number are declared earns more than the second-price auction without a reserve.</summary>
/// <remarks>Message arguments: the reserve; n; revenue without it; revenue with it; the gain in per cent, or nothing.</remarks>
internal static class ReserveWorthRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3001";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "What the reserve is worth",
        messageFormat: "The reserve {0} raises the expected revenue of a second-price auction with {1} from {2} to {3}{4}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Expected revenue of the declared optimal auction and of the plain second-price auction, by exact integration.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares the second-price auction with and without the reserve of the optimal auction.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve)
    {
        if (ReserveWorth.Of(auction, solve) is not { } worth)
        {
            return null;
        }

        var gain = worth.Without > 0 ? $" (+{Wording.Percent((worth.With / worth.Without) - 1)} %)" : string.Empty;
        return new(
            Id,
            declaration.At("RevenueOptimal"),
            [Wording.Number(worth.Reserve), Wording.Agents(worth.Agents), Wording.Number(worth.Without), Wording.Number(worth.With), gain],
            []);
    }
}
