using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter.Curves;

/// <summary>The types over which curves are shown: the support, of which an unbounded tail with a probability of 1/200 is left out.</summary>
/// <param name="From">The lowest type.</param>
/// <param name="To">The highest type.</param>
public readonly record struct TypeRange(double From, double To)
{
    private const double Tail = 0.005;

    /// <summary>A panel's ends belong to its neighbours, too, where a curve jumps; it is looked at so close to them.</summary>
    private const double Inside = 1e-9;

    /// <summary>The range of a prior.</summary>
    public static TypeRange Of(Prior prior) => new(
        double.IsInfinity(prior.Lower) ? prior.Quantile(Tail) : prior.Lower,
        double.IsInfinity(prior.Upper) ? prior.UpperQuantile(Tail) : prior.Upper);

    /// <summary>
    /// Types between neighbouring kinks, evenly spaced, each panel by itself: from just above its lower to just below its upper end, so that a jump is seen as one.
    /// </summary>
    /// <param name="kinks">Where a curve jumps or is not smooth, in any order.</param>
    /// <param name="points">About how many types in all.</param>
    public EquatableArray<EquatableArray<double>> Panels(IEnumerable<double> kinks, int points)
    {
        var (low, high) = (From, To);
        List<double> ends = [low, .. kinks.Where(kink => kink > low && kink < high).Distinct().OrderBy(kink => kink), high];
        List<EquatableArray<double>> panels = [];
        for (var index = 0; index + 1 < ends.Count; index++)
        {
            var (from, width) = (ends[index], ends[index + 1] - ends[index]);
            var count = Math.Max(2, (int)Math.Round(points * width / (high - low)));
            panels.Add(Enumerable.Range(0, count + 1)
                .Select(step => from + (width * (step == 0 ? Inside : step == count ? 1 - Inside : (double)step / count)))
                .ToEquatableArray());
        }

        return panels.ToEquatableArray();
    }
}
