using MechanismDsl.Tool.Mechanisms;

namespace MechanismDsl.Tool.Reports.Map;

/// <summary>What follows from what: the guarantees with the inheritance of their marker interfaces.</summary>
internal static class GuaranteeLattice
{
    /// <summary>All guarantees, in the order of the language.</summary>
    public static IReadOnlyList<Guarantee> All { get; } = Enum.GetValues<Guarantee>();

    /// <summary>Whether one follows from the other; every guarantee follows from itself.</summary>
    public static bool Implies(this Guarantee stronger, Guarantee weaker) => stronger.Marker().IsAssignableTo(weaker.Marker());

    /// <summary>What follows from a guarantee directly: not by way of a third.</summary>
    public static IReadOnlyList<Guarantee> Covers(this Guarantee stronger) =>
    [
        .. All.Where(weaker => weaker != stronger && stronger.Implies(weaker)
            && !All.Any(between => between != stronger && between != weaker && stronger.Implies(between) && between.Implies(weaker))),
    ];

    /// <summary>The guarantees that have to do with each other, strongest first; each family is a piece of the lattice that stands by itself.</summary>
    public static IReadOnlyList<IReadOnlyList<Guarantee>> Families { get; } = Split();

    /// <summary>How many steps a guarantee is below the strongest of its family.</summary>
    public static int Depth(this Guarantee guarantee) => All.Where(stronger => stronger != guarantee && stronger.Covers().Contains(guarantee)).Select(stronger => 1 + stronger.Depth()).DefaultIfEmpty().Max();

    private static Type Marker(this Guarantee guarantee) => GuaranteeWords.MarkerOf(guarantee);

    private static List<IReadOnlyList<Guarantee>> Split()
    {
        List<List<Guarantee>> families = [];
        foreach (var guarantee in All)
        {
            var mine = families.Where(family => family.Exists(other => other.Implies(guarantee) || guarantee.Implies(other))).ToList();
            families.RemoveAll(mine.Contains);
            families.Add([.. mine.SelectMany(family => family), guarantee]);
        }

        return [.. families.Select(family => (IReadOnlyList<Guarantee>)[.. family.OrderBy(one => one.Depth()).ThenBy(one => one)]).OrderBy(family => family.Min())];
    }
}
