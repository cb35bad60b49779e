using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Proofs.Evaluation;

/// <summary>Which branches of the source decided two runs differently.</summary>
internal static class DecidingSites
{
    /// <summary>
    /// The branch at which the runs part, and the last other branch whose decisions differ; at most two. A branch inside a loop decides many times:
    /// its decisions are compared in order.
    /// </summary>
    public static EquatableArray<int> Of(IReadOnlyList<(int Site, bool Taken)> first, IReadOnlyList<(int Site, bool Taken)> second)
    {
        var parting = 0;
        while (parting < first.Count && parting < second.Count && first[parting] == second[parting])
        {
            parting++;
        }

        if (parting >= first.Count || parting >= second.Count)
        {
            return [];
        }

        var start = first[parting].Site;
        for (var position = Math.Min(first.Count, second.Count) - 1; position > parting; position--)
        {
            var site = second[position].Site;
            if (site != start && !Decisions(first, site).SequenceEqual(Decisions(second, site)))
            {
                return [start, site];
            }
        }

        return [start];
    }

    private static IEnumerable<bool> Decisions(IReadOnlyList<(int Site, bool Taken)> trace, int site) =>
        trace.Where(branch => branch.Site == site).Select(branch => branch.Taken);
}
