using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Bayesian;
using MechanismDsl.Theory.Exchange;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.Provision;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: the payments that are rebalanced run an expected deficit, so that every type is charged a part of it.</summary>
/// <remarks>Message arguments: the deficit; the part of every type.</remarks>
internal static class DeficitSharedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3016";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "A deficit is rebalanced",
        messageFormat: "The payments that [Rebalanced] balances run an expected deficit of {0}; balanced, they charge every type {1} more, and participation that they allowed may be lost",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "Rebalancing divides the expected surplus among the agents: if it is negative, every type pays for it.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Looks at the expected surplus before balancing.</summary>
    public static Finding? Examine(Declaration declaration, SolvedChoice choice) =>
        choice is { Derived: DerivedPayments.Balanced { Surplus.IsNegative: true } tables, Problem.Payments: PaymentRule.Balanced { Method: BalancingMethod.Rebalanced } }
            ? new Finding(Id, declaration.At("Rebalanced"), [RationalText.Of(-tables.Surplus), RationalText.Of(-tables.Surplus / tables.Exact.Tables.Count)], [])
            : null;

    /// <summary>Looks at what thresholds leave of a project or a trade.</summary>
    public static Finding? Examine(Declaration declaration, SolvedProvision solved)
    {
        if (solved.Balance is not { Divided: { Sign: -1 } left })
        {
            return null;
        }

        var each = left.Exact is { } exact ? RationalText.Of(-exact / solved.Agents.Count) : NumberText.Words(-left.Value / solved.Agents.Count, 10);
        return new Finding(Id, declaration.At("Rebalanced"), [(-left).Text, each], []);
    }

    /// <summary>Looks at what both sides of a trade gain with their worst types, which is the same for both.</summary>
    public static Finding? Examine(Declaration declaration, SolvedExchange exchange) =>
        exchange.Problem.Payments is PaymentRule.Balanced { Method: BalancingMethod.Rebalanced } && TradeAgva.Of(exchange.Problem) is { WorstBuyer.Gain: { IsNegative: true } gain }
            ? new Finding(Id, declaration.At("Rebalanced"), [RationalText.Of(-2 * gain), RationalText.Of(-gain)], [])
            : null;
}
