using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;
using MechanismDsl.Theory.SingleParameter;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Priors;

/// <summary>Fires when: the virtual value v − (1 − F(v))/f(v) of a prior falls somewhere, and the mechanism is revenue-optimal.</summary>
/// <remarks>Message arguments: the prior; value or cost; the ends of a fall; the ironed blocks.</remarks>
internal static class IrregularPriorRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH4007";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "The prior is irregular",
        messageFormat: "{0} is irregular: the virtual {1} falls between {2} and {3}, so the optimal auction treats all types of {4} alike",
        category: Categories.Priors,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        description: "The virtual value falls somewhere, so the optimal auction pools the types of an interval.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Reports the first fall of an agent's virtual value, where the goal is revenue and the prior is not a raw sample (whose steps are noise).</summary>
    public static IEnumerable<Finding> Examine(EquatableArray<Place> places, SolvedAuction auction)
    {
        if (auction.Problem.Objective != Objective.RevenueOptimal)
        {
            yield break;
        }

        for (var index = 0; index < auction.Agents.Count; index++)
        {
            if (auction.Agents[index] is { Regularity: { Class: RegularityClass.Irregular, Witness: { } fall, Ironed.Count: > 0 } shape, Agent: { Prior: not (null or EmpiricalPrior) } agent })
            {
                var isBuyer = agent.Side == Side.Buyer;
                var blocks = shape.Ironed.Take(MostBlocks).Select(block => Interval(block.From, block.To, isBuyer)).ToList();
                if (shape.Ironed.Count > MostBlocks)
                {
                    blocks.Add($"{shape.Ironed.Count - MostBlocks} more");
                }

                var (low, high) = isBuyer ? (fall.From, fall.To) : (-fall.To, -fall.From);
                yield return new(
                    Id,
                    places[index],
                    [agent.Prior.Describe(), isBuyer ? "value" : "cost", Wording.Number(low), Wording.Number(high), string.Join(", ", blocks)],
                    []);
            }
        }
    }

    private const int MostBlocks = 3;

    private static string Interval(double from, double to, bool isBuyer) =>
        isBuyer ? $"[{Wording.Number(from)}, {Wording.Number(to)}]" : $"[{Wording.Number(-to)}, {Wording.Number(-from)}]";
}
