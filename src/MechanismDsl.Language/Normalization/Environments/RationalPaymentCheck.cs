using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>Whether payments up to the limit of participation are defined: the least welfare is taken over finitely many types, and nothing bends the choice (MECH0005, MECH0013).</summary>
internal static class RationalPaymentCheck
{
    /// <summary>The attribute.</summary>
    public const string Attribute = "IndividuallyRationalVcg";

    /// <summary>Runs the check.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="money">Its money.</param>
    /// <param name="tables">The types of the agents with their values, as far as they are finitely many.</param>
    public static void Run(Draft draft, Money money, EquatableArray<TypeTable> tables)
    {
        if (draft.First(Attribute) is not { } use)
        {
            return;
        }

        if (!draft.HasErrors && (tables.Count == 0 || tables.Any(table => table.Types.Count == 0)))
        {
            Exclude(draft, use.Place, OutcomesEnvironment.Attribute, "the most that an agent can always be charged is known where its types are finitely many: a [Value] method, with [Types], [TypeRange] or finite priors");
        }

        if (draft.Rule("Boost") is not null)
        {
            Exclude(draft, use.Place, "Boost", "what an agent can be charged is the efficient welfare less its outside option, and a boost makes the choice inefficient");
        }

        if (draft.Rule(OutsideOptionReader.Attribute) is { } method && tables.SelectMany(table => table.Options).Where(option => money.RoundDown(option) != option).ToList() is [var off, ..])
        {
            draft.Report(Rule.NoResult, new Place.Rule(OutsideOptionReader.Attribute, method.Ordinal), method.Name, $"it gives {Words.Of(off)}, which is no multiple of the money's step, and it is deducted from payments");
        }

        foreach (var agent in draft.All("Agent"))
        {
            if (agent.NumberOf("Weight") is not (null or 1))
            {
                Exclude(draft, agent.At("Weight"), Attribute, "what an agent can be charged is the efficient welfare less its outside option, and weights make the choice inefficient");
            }

            if (agent.NumberOf("OutsideOption") is { } option && money.RoundDown(option) != option)
            {
                draft.Report(Rule.NumberOutsideDomain, agent.At("OutsideOption"), "the outside option", Words.Of(option), "a multiple of the money's step, because it is deducted from payments");
            }
        }
    }

    private static void Exclude(Draft draft, Place place, string other, string because) =>
        draft.Report(Rule.AttributesExclude, place, [other == Attribute ? "Agent" : Attribute, other, because], new FixProperty(FixData.Other, other));
}
