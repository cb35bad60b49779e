using System.Collections.Immutable;
using Fractions;
using MechanismDsl.Auditing.Exact;

namespace MechanismDsl.Auditing;

/// <summary>An outcome as an audit sees it: for every agent what it gets and what it pays.</summary>
/// <param name="Lots">What every agent gets, in the order of the reports; empty where only a valuation of the user's own can tell.</param>
/// <param name="Payments">What every agent pays, all in all; negative: it is paid.</param>
/// <param name="Outcome">The outcome itself.</param>
public sealed record Settlement(ImmutableArray<Lot> Lots, ImmutableArray<Amount> Payments, object? Outcome)
{
    /// <summary>The outcome in words; its own unless set.</summary>
    public string Words { get; init; } = Outcome?.ToString() ?? "nothing";

    /// <summary>What everybody may get, each with its chance, where a lottery decides; empty where <see cref="Lots"/> says what everybody gets.</summary>
    internal ImmutableArray<(ImmutableArray<Lot> Lots, double Chance)> Draws { get; init; } = [];

    /// <summary>Whether somebody has a part of something or a chance of it: such quantities are doubles, and rounded, in any money.</summary>
    internal bool IsFractional
    {
        get
        {
            foreach (var lot in Lots)
            {
                if (lot.Quantity != Math.Floor(lot.Quantity))
                {
                    return true;
                }
            }

            return !Draws.IsEmpty;
        }
    }

    /// <summary>The expectation over the lottery of what is said of lots; without a lottery, what is said of them.</summary>
    internal Fraction Mean(Func<ImmutableArray<Lot>, Fraction> of) =>
        Draws.IsEmpty ? of(Lots) : Draws.Where(draw => draw.Chance != 0).Aggregate(Fraction.Zero, (sum, draw) => sum + (Rational.OfBits(draw.Chance) * of(draw.Lots)));

    /// <summary>The same in doubles.</summary>
    internal double Mean(Func<ImmutableArray<Lot>, double> of) => Draws.IsEmpty ? of(Lots) : Draws.Where(draw => draw.Chance != 0).Sum(draw => draw.Chance * of(draw.Lots));

    /// <summary>The outcome in words.</summary>
    public override string ToString() => Words;
}
