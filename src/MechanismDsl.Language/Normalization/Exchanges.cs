using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Who takes part in an exchange: sellers and buyers, named or alike (MECH0027).</summary>
internal static class Exchanges
{
    private static readonly string[] Sides = ["Seller", "Buyer"];

    /// <summary>The attributes of alike agents, the sellers' first.</summary>
    public static readonly string[] AlikeSides = ["Sellers", "Buyers"];

    /// <summary>The property that states how many agents of a side there are.</summary>
    private const string CountProperty = "Count";

    /// <summary>Whether the declaration is one of an exchange.</summary>
    public static bool IsExchange(Draft draft) => Environments.EnvironmentTable.Of(draft)?.Attribute is "DoubleAuction" or "BilateralTrade";

    /// <summary>Whether exactly one seller meets one buyer.</summary>
    public static bool IsTrade(Draft draft) => Environments.EnvironmentTable.Of(draft)?.Attribute == "BilateralTrade";

    /// <summary>The seller and the buyer of a bilateral trade, in this order. Where the declaration does not name them they are called so.</summary>
    public static Roster OneOfEach(Draft draft)
    {
        List<string> names = [];
        List<Use> uses = [];
        foreach (var side in Sides)
        {
            // Without an attribute of its own the agent is declared by the environment.
            var use = draft.First(side) ?? draft.First("BilateralTrade")!.Value;
            var stated = use.Name == side ? use.Text(0) : null;
            if (stated is not null && (Roster.NameObstacle(stated) ?? (names.Contains(stated, StringComparer.OrdinalIgnoreCase) ? "another agent has it; names differ in more than the case of letters" : null)) is { } obstacle)
            {
                draft.Report(Rule.AgentName, use.At(0), stated, obstacle);
            }

            names.Add(stated ?? side);
            uses.Add(use);
        }

        var roster = new Roster(names, uses, 2, 2);
        roster.CheckReferences(draft);
        return roster;
    }

    /// <summary>Says what is wrong with the sides: two sellers in a bilateral trade, named sellers without buyers.</summary>
    public static void Check(Draft draft)
    {
        if (!IsTrade(draft))
        {
            CheckCounts(draft);
        }

        foreach (var (side, other) in new[] { ("Seller", "Buyer"), ("Buyer", "Seller") })
        {
            List<Use> named = [.. draft.All(side)];
            if (IsTrade(draft))
            {
                foreach (var extra in named.Skip(1))
                {
                    draft.Report(Rule.ExchangeSides, extra.Place, [draft.TypeName, $"a trade between two, and this is a second {side.ToLowerInvariant()}; more agents meet in a [DoubleAuction]"], new FixProperty(FixData.Other, "BilateralTrade"));
                }
            }
            else if (named.Count > 0 && !draft.Has(other))
            {
                draft.Report(Rule.ExchangeSides, named[0].Place, [draft.TypeName, $"an exchange with a named {side.ToLowerInvariant()}, but no {other.ToLowerInvariant()} is named"], new FixProperty(FixData.Missing, other));
            }
        }
    }

    /// <summary>The sellers and buyers as the theory knows them.</summary>
    public static Population PopulationOf(Draft draft, Roster roster, IReadOnlyList<StatedPrior?> priors, IReadOnlyList<EquatableArray<double>> types) => roster.IsNamed
        ? new Population.Named(roster.Names.Select((name, index) => new Agent(name, SideOf(roster, index), priors[index]?.Prior) { Data = priors[index]?.Data, Types = types[index] }).ToEquatableArray())
        : new Population.TwoSided(new Agent(null, Side.Supplier, priors[0]?.Prior) { Data = priors[0]?.Data }, new Agent(null, Side.Buyer, priors[1]?.Prior) { Data = priors[1]?.Data })
        {
            Sellers = CountOf(draft, AlikeSides[0]),
            Buyers = CountOf(draft, AlikeSides[1]),
        };

    /// <summary>The number of alike agents of a side; null where it is left to the run, on both sides unless both state one.</summary>
    private static int? CountOf(Draft draft, string side) => Array.TrueForAll(AlikeSides, other => Stated(draft, other) is not null) ? Stated(draft, side) : null;

    private static int? Stated(Draft draft, string side) => draft.First(side)?.NumberOf(CountProperty) is >= 1 and var count ? (int)count : null;

    /// <summary>A number of one side means nothing without the other (MECH0012), and the second best depends on both (MECH0009).</summary>
    private static void CheckCounts(Draft draft)
    {
        List<Use> stating = [.. AlikeSides.Select(draft.First).OfType<Use>().Where(use => use.NumberOf(CountProperty) is >= 1)];
        if (stating.Count == 1)
        {
            draft.Report(Rule.WithoutEffect, stating[0].At(CountProperty), stating[0].Name, "the number of one side counts only together with that of the other");
        }

        if (stating.Count < AlikeSides.Length && !draft.Has("Seller") && !draft.Has("Buyer") && draft.First("SecondBest") is { } goal)
        {
            draft.Report(Rule.AgentCountMissing, goal.Place, "[SecondBest]", "[Sellers(Count = n), Buyers(Count = m)]");
        }
    }

    // In a bilateral trade an agent may be declared by the environment; the seller is the first.
    private static Side SideOf(Roster roster, int agent) => roster.Uses[agent].Name switch
    {
        "Seller" => Side.Supplier,
        "Buyer" => Side.Buyer,
        _ => agent == 0 ? Side.Supplier : Side.Buyer,
    };
}
