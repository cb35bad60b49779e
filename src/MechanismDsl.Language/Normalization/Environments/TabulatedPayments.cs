using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.MultiParameter;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>
/// Payments that are made of tables of all types: balanced in expectation of the others (<c>[ExpectedExternality]</c>, <c>[DAgva]</c>, <c>[Rebalanced]</c>,
/// <c>[IndividuallyRationalVcg(Interim = true)]</c>), or Groves payments that balance (<c>[BalancedGroves]</c>). They need finitely many types of a fixed number of
/// agents, the former also independent priors on them (MECH0005, MECH0006, MECH0009, MECH0020).
/// </summary>
internal static class TabulatedPayments
{
    private const string Groves = "BalancedGroves";

    private static readonly (string Attribute, BalancingMethod Method)[] Methods =
    [
        ("ExpectedExternality", BalancingMethod.ExpectedExternality),
        ("DAgva", BalancingMethod.DAgva),
        ("Rebalanced", BalancingMethod.Rebalanced),
    ];

    /// <summary>The attributes that state such payments by themselves.</summary>
    public static readonly EquatableArray<string> Attributes = [.. Methods.Select(method => method.Attribute), Groves];

    /// <summary>Whether payments are made of tables.</summary>
    public static bool Applies(Draft draft) => Stating(draft) is not null;

    /// <summary>The attribute whose payments are expectations; null where none are.</summary>
    public static string? NeedingPriors(Draft draft) => Stating(draft) is { } use && use.Name != Groves && (ChoiceReader.Applies(draft) || IsTrade(draft)) ? use.Name : null;

    /// <summary>The payment rule.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="rule">What it says without these attributes.</param>
    public static PaymentRule Of(Draft draft, PaymentRule rule) =>
        draft.Has(Groves) ? new PaymentRule.BalancedGroves()
        : Array.Find(Methods, method => draft.Has(method.Attribute)) is { Attribute: not null } balanced ? new PaymentRule.Balanced(balanced.Method, rule)
        : rule;

    /// <summary>Runs the check.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="roster">The agents.</param>
    /// <param name="tables">Their types with values, as far as they are finitely many.</param>
    /// <param name="priors">Their priors.</param>
    /// <param name="outcomes">The number of outcomes.</param>
    public static void Check(Draft draft, Roster roster, EquatableArray<TypeTable> tables, IReadOnlyList<StatedPrior?> priors, int outcomes)
    {
        if (Stating(draft) is not { } use)
        {
            return;
        }

        CheckCompanions(draft, use);
        if (draft.HasErrors)
        {
            return;
        }

        if (tables.Count == 0 || tables.Any(table => table.Types.Count == 0))
        {
            draft.Report(Rule.TablesUnknown, use.Place, use.Name, "types must be finitely many: a [Value] method, with [Types], [TypeRange] or finite priors");
        }
        else if (roster.Count is not { } agents)
        {
            draft.Report(Rule.AgentCountMissing, use.Place, $"[{use.Name}]", "[Agents(n)]");
        }
        else if (!Candidates.CanEnumerate(Enumerable.Range(0, agents).Select(agent => tables[tables.Count == 1 ? 0 : agent].Types.Count), outcomes))
        {
            var profiles = Enumerable.Range(0, agents).Aggregate(1.0, (count, agent) => count * tables[tables.Count == 1 ? 0 : agent].Types.Count);
            draft.Report(Rule.TablesUnknown, use.Place, use.Name, $"the mechanism is run at every profile of types while the program compiles, and {Words.Of(profiles)} profiles of {Words.Of(agents)} agents are too many");
        }
        else if (use.Name != Groves)
        {
            CheckPriors(draft, use, roster, tables, priors);
        }
    }

    /// <summary>Whether the payments of a bilateral trade balance.</summary>
    private static bool IsTrade(Draft draft) => draft.Has("BilateralTrade") && (draft.Has("DAgva") || draft.Has("Rebalanced"));

    private static Use? Stating(Draft draft) => Attributes.Select(draft.First).FirstOrDefault(use => use is not null)
        ?? (draft.First(RationalPaymentCheck.Attribute) is { } rational && rational.NumberOf("Interim") is 1 ? rational : null);

    /// <summary>What the priors give probability to must be types.</summary>
    private static void CheckPriors(Draft draft, Use use, Roster roster, EquatableArray<TypeTable> tables, IReadOnlyList<StatedPrior?> priors)
    {
        for (var agent = 0; agent < priors.Count; agent++)
        {
            var types = tables[tables.Count == 1 ? 0 : agent].Types;
            if (priors[agent] is { } stated && !(stated.Prior is AtomicPrior atoms && atoms.Values.All(value => types.AsSpan().BinarySearch(value) >= 0)))
            {
                var whose = roster.IsNamed ? $"the prior of '{roster.Names[agent]}'" : "the prior";
                draft.Report(Rule.TablesUnknown, stated.Place, use.Name, $"{whose} gives probability to numbers that are no types");
            }
        }
    }

    private static void CheckCompanions(Draft draft, Use use)
    {
        var isGroves = use.Name == Groves;
        if (isGroves && draft.Rule("Boost") is not null)
        {
            Exclude(draft, use, use.Place, "Boost", "payments that balance are known for the efficient choice, and a boost makes it another one");
        }

        if (draft.Rule(GrovesReader.Attribute) is not null && use.Name is not "Rebalanced" and not RationalPaymentCheck.Attribute)
        {
            Exclude(draft, use, use.Place, GrovesReader.Attribute, "each of them says what is paid; [Rebalanced] balances a rule of one's own");
        }

        foreach (var agent in draft.All("Agent").Where(agent => agent.NumberOf("Weight") is not (null or 1)))
        {
            if (isGroves)
            {
                Exclude(draft, agent, agent.At("Weight"), use.Name, "payments that balance are known for the efficient choice, and weights make it another one");
            }
            else if (draft.Rule("Cost") is not null && use.Name is ("ExpectedExternality" or "DAgva"))
            {
                Exclude(draft, agent, agent.At("Weight"), use.Name, "an agent bears its share of the cost unweighted, and would no longer report the truth");
            }
        }
    }

    private static void Exclude(Draft draft, Use use, Place place, string other, string because) =>
        draft.Report(Rule.AttributesExclude, place, [use.Name, other, because], new FixProperty(FixData.Other, other));
}
