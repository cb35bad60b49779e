using MechanismDsl.Language.Findings;
using MechanismDsl.Theory.Problems;

namespace MechanismDsl.Language.Normalization;

/// <summary>Reserves by agent: the own one before the one for all. Two for the same agents exclude each other (MECH0005).</summary>
internal static class ReserveReader
{
    /// <summary>The reserves of the agents in order; one entry for alike agents.</summary>
    public static IReadOnlyList<Reserve?> Read(Draft draft, Roster roster)
    {
        Dictionary<string, Reserve> own = new(StringComparer.Ordinal);
        Reserve? general = null;
        Use? generalUse = null;
        foreach (var use in draft.All("Reserve"))
        {
            var reserve = new Reserve(use.Number(0), use.NumberOf("Kind") == (int)ReserveKind.Lazy ? ReserveKind.Lazy : ReserveKind.Eager);
            if (use.TextOf("Agent") is not { } agent)
            {
                if (general is not null)
                {
                    Repeated(draft, use, "every agent");
                }

                (general, generalUse) = (reserve, use);
            }
            else if (own.ContainsKey(agent))
            {
                Repeated(draft, use, $"'{agent}'");
            }
            else
            {
                own.Add(agent, reserve);
            }
        }

        if (generalUse is { } unused && roster.IsNamed && roster.Names.All(own.ContainsKey))
        {
            draft.Report(Rule.WithoutEffect, unused.Place, "Reserve", "every agent has a reserve of its own");
        }

        return roster.IsNamed ? [.. roster.Names.Select(name => own.TryGetValue(name, out var reserve) ? reserve : general)] : [general];
    }

    private static void Repeated(Draft draft, Use use, string whom) =>
        draft.Report(Rule.AttributesExclude, use.Place, ["Reserve", "Reserve", $"both state the reserve of {whom}"], new FixProperty(FixData.Other, "Reserve"));
}
