using MechanismDsl.Analyzers.Infrastructure;
using MechanismDsl.Language.Declarations;
using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Insights;
using Microsoft.CodeAnalysis;

namespace MechanismDsl.Analyzers.Rules.Theorems;

/// <summary>Fires when: a reserve, the seller's value, a posted price or an entry fee lies above the support of every buyer, or a ceiling or the buyer's value below that of every supplier.</summary>
/// <remarks>Message arguments: the type; what never happens; the limits and the ends of the supports.</remarks>
internal static class NeverServedRule
{
    /// <summary>The rule's id.</summary>
    public const string Id = "MECH3012";

    /// <summary>What the compiler shows.</summary>
    public static readonly DiagnosticDescriptor Descriptor = new(
        Id,
        title: "Nothing is ever sold or bought",
        messageFormat: "Under its priors '{0}' never {1}: {2}",
        category: Categories.Theorems,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        description: "The limit lies outside of what the priors admit, so with probability one nobody is served.",
        helpLinkUri: HelpLink.Base + Id + HelpLink.Extension);

    /// <summary>Compares every agent's limit with the end of its support.</summary>
    public static Finding? Examine(Declaration declaration, SolvedAuction auction, Solve solve)
    {
        if (NeverServed.Of(auction, solve) is not { } never)
        {
            return null;
        }

        var isProcurement = auction.Agents[0].Agent.Side == Theory.Problems.Side.Supplier;
        var attributes = never.Agents.Select(agent => Attribute(agent.Kind, isProcurement)).Distinct().ToArray();
        var facts = never.Agents.Select(agent => Fact(agent, isProcurement)).Distinct().ToArray();

        return new(
            Id,
            declaration.At(attributes),
            [declaration.Type.Name, isProcurement ? "buys" : "sells", string.Join(", and ", facts)],
            never.SellsWithoutReserves ? [new FixProperty(FixData.Remove, "Reserve")] : []);
    }

    private static string Attribute(LimitKind kind, bool isProcurement) => kind switch
    {
        LimitKind.Reserve => "Reserve",
        LimitKind.PostedPrice => "PostedPrice",
        LimitKind.EntryFee => "EntryFee",
        _ => isProcurement ? "BuyerValue" : "SellerValue",
    };

    private static string Fact(MissedLimit agent, bool isProcurement)
    {
        var limit = agent.Kind switch
        {
            LimitKind.Reserve => isProcurement ? "the ceiling" : "the reserve",
            LimitKind.PostedPrice => "the posted price",
            LimitKind.EntryFee => "the entry fee",
            _ => isProcurement ? "the buyer's value" : "the seller's value",
        };
        var whose = agent.Name is { } name ? name + "'s " : string.Empty;
        return $"{limit} is {Wording.Number(agent.Limit)} and {whose}{(isProcurement ? "costs start" : "values end")} at {Wording.Number(agent.End)}";
    }
}
