using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Claims;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.Problems;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: an exchange is `[Efficient]`, so that its market maker adds money.</summary>
/// <remarks>Message arguments: the profile and what is added there; the expected subsidy where it is known; what needs no money.</remarks>
internal static class EfficientTradeCostsRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3022";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Efficient trade costs money",
        messageFormat: "An exchange that is efficient and truthful costs its market maker money: {0}{1}; {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "Each trading agent is left with what its presence adds, and on two sides of a market these shares add up to more than all gains (Vickrey 1961).",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks for a profile at which money is added.</summary>
    public static Finding? Examine(Declaration declaration, SolvedExchange exchange, CancellationToken cancellation)
    {
        if (exchange.Problem is not { Objective: Objective.Efficient } problem || new ExchangeRefuter(exchange, cancellation).Refute(Guarantee.NoDeficit) is not { } profile)
        {
            return null;
        }

        var expected = exchange.Numbers is { } numbers ? $"; {Wording.Number(numbers.Subsidy)} in expectation, as much as all gains from trade" : string.Empty;
        var instead = problem.Environment.Name == EnvironmentName.BilateralTrade
            ? "[PostedPrice(p)] needs none, and loses the trades whose reports lie on one side of p"
            : "[TradeReduction] needs none, and loses at most the least valuable trade";
        return new Finding(Id, declaration.At("Efficient"), [profile, expected, instead], []);
    }
}
