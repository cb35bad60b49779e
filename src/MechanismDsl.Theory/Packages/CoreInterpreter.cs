using Fractions;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Theory.Packages;

/// <summary>What a package auction with payments in the core decides.</summary>
/// <param name="Accepted">For each bidder the index of its accepted bid; −1: none.</param>
/// <param name="Payments">What each bidder pays, exactly.</param>
public sealed record CoreOutcome(EquatableArray<int> Accepted, EquatableArray<Fraction> Payments);

/// <summary>
/// Core payments by their definition: for every group of winners that stays away the lower bound on what it pays together, every corner of these bounds for the
/// lowest sum, and every face for the point nearest to Clarke's payments. Slow and obvious on purpose: it is what fast generated code is compared with.
/// </summary>
/// <remarks>A group S of winners pays at least what the others could have without it less what the other winners have (Day and Milgrom 2008).</remarks>
public static class CoreInterpreter
{
    /// <summary>The outcome.</summary>
    /// <param name="offers">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    public static CoreOutcome Run(IReadOnlyList<PackageOffer> offers, int bidders)
    {
        var accepted = PackageInterpreter.Run(offers, bidders).Accepted;
        return new CoreOutcome(accepted, Payments(offers, bidders, accepted));
    }

    /// <summary>The payments for accepted bids that are worth most: of several such sets each has its own.</summary>
    /// <param name="offers">The bids.</param>
    /// <param name="bidders">The number of bidders.</param>
    /// <param name="accepted">For each bidder the index of its accepted bid; −1: none.</param>
    public static EquatableArray<Fraction> Payments(IReadOnlyList<PackageOffer> offers, int bidders, EquatableArray<int> accepted)
    {
        var winners = Enumerable.Range(0, bidders).Where(bidder => accepted[bidder] >= 0).ToArray();
        var own = winners.Select(winner => Exact(offers[accepted[winner]].Value)).ToArray();
        var clarke = winners.Select((winner, index) => Exact(PackageInterpreter.Worth(offers, bidders, other => other == winner)) - Sum([.. own.Where((_, other) => other != index)]));
        var payments = Nearest([.. clarke], [.. Bounds(offers, bidders, winners, own)]);
        var all = Enumerable.Repeat(Fraction.Zero, bidders).ToArray();
        for (var index = 0; index < winners.Length; index++)
        {
            all[winners[index]] = payments[index];
        }

        return all.ToEquatableArray();
    }

    /// <summary>All constraints normal · payments ≥ bound: one a group of winners, and nobody pays more than its bid.</summary>
    private static IEnumerable<(int[] Normal, Fraction Bound)> Bounds(IReadOnlyList<PackageOffer> offers, int bidders, int[] winners, Fraction[] own)
    {
        for (var group = 1; group < 1 << winners.Length; group++)
        {
            bool IsAway(int index) => (group >> index & 1) != 0;
            var others = PackageInterpreter.Worth(offers, bidders, bidder => Array.IndexOf(winners, bidder) is >= 0 and var index && IsAway(index));
            var rest = own.Where((_, index) => !IsAway(index)).Aggregate(Fraction.Zero, (sum, value) => sum + value);
            yield return ([.. own.Select((_, index) => IsAway(index) ? 1 : 0)], Exact(others) - rest);
        }

        for (var index = 0; index < own.Length; index++)
        {
            yield return ([.. own.Select((_, other) => other == index ? -1 : 0)], -own[index]);
        }
    }

    private static Fraction[] Nearest(Fraction[] reference, (int[] Normal, Fraction Bound)[] bounds)
    {
        bool Holds(Fraction[] point) => bounds.All(bound => Dot(bound.Normal, point) >= bound.Bound);
        var corners = Choose(bounds, reference.Length).Select(face => Project(reference, face)).OfType<Fraction[]>().Where(Holds);
        var lowest = corners.Select(Sum).Min();
        (int[] Normal, Fraction Bound) total = ([.. reference.Select(_ => 1)], lowest);
        return Enumerable.Range(0, reference.Length)
            .SelectMany(size => Choose(bounds, size))
            .Select(face => Project(reference, [total, .. face]))
            .OfType<Fraction[]>()
            .Where(point => Holds(point) && Sum(point) == lowest)
            .OrderBy(point => Sum([.. point.Select((value, index) => (value - reference[index]) * (value - reference[index]))]))
            .First();
    }

    /// <summary>All choices of so many constraints, in order.</summary>
    private static IEnumerable<(int[] Normal, Fraction Bound)[]> Choose((int[] Normal, Fraction Bound)[] bounds, int count) =>
        count == 0 ? [[]] : Choose(bounds, count - 1).SelectMany(face => bounds
            .SkipWhile(bound => face.Length > 0 && !ReferenceEquals(bound.Normal, face[face.Length - 1].Normal))
            .Skip(face.Length > 0 ? 1 : 0)
            .Select(bound => ((int[], Fraction)[])[.. face, bound]));

    /// <summary>The nearest point at which all of some constraints hold with equality; null if they depend on each other.</summary>
    private static Fraction[]? Project(Fraction[] reference, (int[] Normal, Fraction Bound)[] face)
    {
        var size = face.Length;
        var rows = face.Select(one => (Fraction[])[
            .. face.Select(other => Dot(one.Normal, [.. other.Normal.Select(entry => (Fraction)entry)])),
            one.Bound - Dot(one.Normal, reference)]).ToArray();
        for (var pivot = 0; pivot < size; pivot++)
        {
            var row = Array.FindIndex(rows, pivot, candidate => !candidate[pivot].IsZero);
            if (row < 0)
            {
                return null;
            }

            (rows[pivot], rows[row]) = (rows[row], rows[pivot]);
            for (var other = 0; other < size; other++)
            {
                var factor = other == pivot ? Fraction.Zero : rows[other][pivot] / rows[pivot][pivot];
                rows[other] = [.. rows[other].Select((entry, column) => entry - (factor * rows[pivot][column]))];
            }
        }

        return [.. reference.Select((value, index) => Enumerable.Range(0, size).Aggregate(value, (sum, row) => sum + (rows[row][size] / rows[row][row] * face[row].Normal[index])))];
    }

    private static Fraction Dot(int[] normal, Fraction[] point) => Sum([.. point.Select((value, index) => value * normal[index])]);

    private static Fraction Sum(Fraction[] values) => values.Aggregate(Fraction.Zero, (sum, value) => sum + value);

    private static Fraction Exact(decimal value) => Fraction.FromDecimal(value);
}
