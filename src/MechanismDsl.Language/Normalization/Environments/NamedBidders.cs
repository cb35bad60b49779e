using MechanismDsl.Language.Findings;

namespace MechanismDsl.Language.Normalization.Environments;

/// <summary>Named agents who report values for several things: they have a name and nothing else (MECH0005).</summary>
internal static class NamedBidders
{
    private static readonly (string Property, string Because)[] Unknown =
    [
        ("Weight", "payments divided by weights are known for one number a report"),
        ("OutsideOption", "nobody loses by staying away, whose value would have to be compared with every report"),
        ("Priority", "which of several equally good allocations is found is not a question of agents"),
    ];

    /// <summary>Reports what an agent states beyond its name.</summary>
    /// <param name="draft">The declaration.</param>
    /// <param name="environment">The attribute of the environment.</param>
    public static void Check(Draft draft, string environment)
    {
        foreach (var use in draft.All("Agent"))
        {
            if (use.Attribute.TypeArgument is not null)
            {
                Exclude(use.Place, "neither the allocation nor the payments depend on what values are likely: [Agent(name)]");
            }

            foreach (var (property, because) in Unknown.Where(one => use.Property(one.Property) is not null))
            {
                Exclude(use.At(property), because);
            }
        }

        void Exclude(Place place, string because) =>
            draft.Report(Rule.AttributesExclude, place, ["Agent", environment, because], new FixProperty(FixData.Other, environment));
    }
}
