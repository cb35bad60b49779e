using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Bayesian;

/// <summary>A term of a sum of independent numbers. Equal terms are distributed alike.</summary>
internal abstract record Summand
{
    /// <summary>The probability of values that are not distinguished from none, where an end is infinite.</summary>
    protected const double HardlyAny = 1e-17;

    /// <summary>The lowest value, or one below which there are hardly any.</summary>
    public abstract double Low { get; }

    /// <summary>The highest value; may be infinite.</summary>
    public abstract double High { get; }

    /// <summary>Minus the term.</summary>
    public abstract Summand Mirrored();

    /// <summary>The distribution function.</summary>
    /// <param name="reach">How far above the lowest value it is wanted; above 0.</param>
    /// <param name="cancellation">Looked at between intervals.</param>
    public abstract SumTable Table(double reach, CancellationToken cancellation);
}

/// <summary>A type.</summary>
/// <param name="Prior">Its distribution, with a finite mean.</param>
internal sealed record TypeSummand(ContinuousPrior Prior) : Summand
{
    /// <inheritdoc/>
    public override double Low => double.IsInfinity(Prior.Lower) ? Prior.Quantile(HardlyAny) : Prior.Lower;

    /// <inheritdoc/>
    public override double High => Prior.Upper;

    /// <inheritdoc/>
    public override Summand Mirrored() => new TypeSummand(Prior.Mirrored());

    /// <inheritdoc/>
    public override SumTable Table(double reach, CancellationToken cancellation)
    {
        var low = Low;
        var below = double.IsInfinity(Prior.Lower) ? Integral.Of(Prior.Cdf, double.NegativeInfinity, low, [], cancellation) : Amount.Zero;
        return SumTable.Of(
            above => Prior.Cdf(low + above),
            Prior.Breakpoints.Select(point => point - low),
            low,
            Prior.Upper - low,
            reach,
            jumps: false,
            double.IsInfinity(Prior.Lower) ? (HardlyAny, below.Value + below.Error) : (0, 0),
            cancellation);
    }
}

/// <summary>The score of a type, or minus it. Types of one ironed block have one score, so that its distribution function jumps there.</summary>
/// <param name="Prior">The distribution of the type.</param>
/// <param name="Score">The score.</param>
/// <param name="IsMirrored">Whether minus the score is meant.</param>
internal sealed record ScoreSummand(ContinuousPrior Prior, ScoreCurve Score, bool IsMirrored = false) : Summand
{
    /// <inheritdoc/>
    public override double Low => IsMirrored ? -Highest(HardlyAny) : Lowest(HardlyAny);

    /// <inheritdoc/>
    public override double High => IsMirrored ? -Lowest(0) : Highest(0);

    /// <summary>Scores at which the distribution function is not smooth: those at the ends of pieces, and at the points where the density is not.</summary>
    private IEnumerable<double> Corners =>
        from piece in Score.Pieces
        from point in Prior.Breakpoints.Prepend(piece.From).Append(piece.To)
        where !double.IsInfinity(point) && piece.From <= point && point <= piece.To && Prior.Lower <= point && point <= Prior.Upper
        let score = piece.At(point)
        where !double.IsInfinity(score) && !double.IsNaN(score)
        select IsMirrored ? -score : score;

    /// <inheritdoc/>
    public override Summand Mirrored() => this with { IsMirrored = !IsMirrored };

    /// <inheritdoc/>
    public override SumTable Table(double reach, CancellationToken cancellation)
    {
        var low = Low;
        return SumTable.Of(above => AtMost(low + above), Corners.Distinct().Select(score => score - low), low, High - low, reach, Score.Pieces.Any(piece => piece is ConstantPiece), (HardlyAny, 0), cancellation);
    }

    private double AtMost(double score)
    {
        var type = IsMirrored ? ScoreInverse.Both(Score, -score).Meeting : ScoreInverse.Both(Score, score).Beating;
        return IsMirrored
            ? (double.IsPositiveInfinity(type) ? 0 : Prior.Survival(type))
            : double.IsPositiveInfinity(type) ? 1 : Prior.Cdf(type);
    }

    /// <summary>The lowest score; where it is infinite, that below which only so few types lie.</summary>
    private double Lowest(double few) =>
        double.IsInfinity(Prior.Lower) || double.IsInfinity(Score.Score(Prior.Lower))
            ? few == 0 ? double.NegativeInfinity : Score.Score(Prior.Quantile(few))
            : Score.Score(Prior.Lower);

    private double Highest(double few) =>
        !double.IsInfinity(Prior.Upper) ? Score.Score(Prior.Upper) : few == 0 ? double.PositiveInfinity : Score.Score(Prior.UpperQuantile(few));
}
