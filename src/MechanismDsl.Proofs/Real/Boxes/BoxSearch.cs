using MechanismDsl.Proofs.Real.Intervals;
using MechanismDsl.Proofs.Rules;
using MechanismDsl.Proofs.Stages;
using MechanismDsl.Proofs.Terms;

namespace MechanismDsl.Proofs.Real.Boxes;

/// <summary>Covers a box with smaller ones on each of which a statement is seen to hold, or is void because a fact excludes the box.</summary>
/// <param name="symbols">The symbols that may be halved.</param>
/// <param name="facts">Facts that hold all over the box.</param>
/// <param name="mostBoxes">The limit of boxes.</param>
internal sealed class BoxSearch(IReadOnlyList<Term.Symbol> symbols, IReadOnlyList<Fact> facts, int mostBoxes)
{
    private int _boxes;

    /// <summary>
    /// The cover as text: a leaf is a method or "void", a fork <c>(symbol at: left right)</c>; null if the limits are reached.
    /// </summary>
    /// <param name="box">The box.</param>
    /// <param name="decide">The method by which a box is seen to be good, or null.</param>
    /// <param name="refute">Asked of boxes that are not seen to be good; true ends the search, since a counterexample has been found.</param>
    /// <param name="budget">One step for every box.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public string? Cover(Box box, Func<Box, string?> decide, Func<Box, bool> refute, Budget budget, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (++_boxes > mostBoxes || !budget.TrySpend())
        {
            return null;
        }

        if (box.Excludes(facts))
        {
            return "void";
        }

        if (decide(box) is { } method)
        {
            return method;
        }

        if (refute(box) || Widest(box) is not { } symbol)
        {
            return null;
        }

        var range = box.RangeOf(symbol);
        var middle = Cut(symbol, range);
        var below = Cover(box.With(symbol, new Interval(range.Low, middle)), decide, refute, budget, cancellationToken);
        if (below is null)
        {
            return null;
        }

        // Whole numbers of the two halves do not overlap.
        var from = symbol.Kind is ScalarKind.Int32 or ScalarKind.Int64 ? middle + 1 : middle;
        var above = Cover(box.With(symbol, new Interval(from, range.High)), decide, refute, budget, cancellationToken);
        return above is null ? null : FormattableString.Invariant($"({symbol.Name} {middle:R}: {below} {above})");
    }

    // The symbol whose range is widest in relation to its domain.
    private Term.Symbol? Widest(Box box)
    {
        Term.Symbol? widest = null;
        var width = 0.0;
        foreach (var symbol in symbols)
        {
            var range = box.RangeOf(symbol);
            var domain = Forms.TermIntervals.DomainOf(symbol).Width;
            var share = domain > 0 ? range.Width / domain : 0;
            var isSplittable = symbol.Kind is ScalarKind.Int32 or ScalarKind.Int64 ? range.Width >= 1 : Cut(symbol, range) > range.Low && Cut(symbol, range) < range.High;
            if (isSplittable && share > width)
            {
                widest = symbol;
                width = share;
            }
        }

        return widest;
    }

    // The middle; rounded to few digits while that leaves it well inside, because rules have their corners at round numbers.
    private static double Cut(Term.Symbol symbol, Interval range)
    {
        if (symbol.Kind is ScalarKind.Int32 or ScalarKind.Int64)
        {
            return Math.Floor(range.Middle);
        }

        var middle = range.Middle;
        var width = range.High - range.Low;
        if (double.IsInfinity(width) || !(width > 0))
        {
            return middle;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(width)) - 1);
        var round = Math.Round(middle / unit) * unit;
        return Math.Abs(round - middle) < 0.05 * width && round > range.Low && round < range.High ? round : middle;
    }
}
