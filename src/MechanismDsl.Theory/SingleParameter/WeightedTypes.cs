using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>The scores between types and virtual types: t − α·(1 − F(t))/f(t), ironed where they fall.</summary>
internal static class WeightedTypes
{
    /// <summary>The score of a type.</summary>
    /// <param name="prior">The distribution of the type, with a finite mean; for a supplier that of minus its cost.</param>
    /// <param name="share">α from 0, the type itself, to 1, the virtual type.</param>
    /// <param name="cancellation">Checked between the steps of an analysis.</param>
    public static ScoreCurve Of(ContinuousPrior prior, double share, CancellationToken cancellation)
    {
        if (share == 0)
        {
            return ScoreCurve.Proportional(prior.Lower);
        }

        var types = VirtualTypes.Of(prior, cancellation);
        if (share == 1)
        {
            return types.Score;
        }

        // Where the virtual value rises, so does every mean of it and the type.
        var damped = new DampedPrior(prior, share);
        return types.Regularity.Class != RegularityClass.Irregular
            ? new ScoreCurve(types.Score.Pieces.Select(piece => Weigh(piece, damped)).ToEquatableArray())
            : Continued(Ironing.Join(damped, new VirtualValueScan(damped, cancellation).Runs, cancellation), damped);
    }

    private static ScorePiece Weigh(ScorePiece piece, DampedPrior damped) => piece switch
    {
        VirtualPiece => new VirtualPiece(piece.From, piece.To, damped),
        AffinePiece affine => affine with { Slope = 1 - damped.Share + (damped.Share * affine.Slope), Intercept = damped.Share * affine.Intercept },
        ConstantPiece flat => new AffinePiece(flat.From, flat.To, 1 - damped.Share, damped.Share * flat.Score),
        _ => throw new ArgumentException($"A piece of kind {piece.GetType().Name} is no virtual value.", nameof(piece)),
    };

    /// <summary>Formulas in the place of what the scan found, and the same formula, block or type above a bounded support.</summary>
    private static ScoreCurve Continued(ScoreCurve ironed, DampedPrior damped)
    {
        var formulas = damped.AffineVirtualValue;
        ScorePiece[] pieces =
        [
            .. ironed.Pieces.SelectMany(piece => piece is VirtualPiece && formulas.Count > 0
                ? formulas
                    .Where(formula => formula.To > piece.From && formula.From < piece.To)
                    .Select(formula => (ScorePiece)new AffinePiece(Math.Max(formula.From, piece.From), Math.Min(formula.To, piece.To), formula.Slope, formula.Intercept))
                : [piece]),
        ];
        if (!double.IsPositiveInfinity(damped.Upper))
        {
            pieces = pieces[^1] is VirtualPiece
                ? [.. pieces, new AffinePiece(damped.Upper, double.PositiveInfinity, 1, 0)]
                : [.. pieces.Take(pieces.Length - 1), pieces[^1] with { To = double.PositiveInfinity }];
        }

        return new ScoreCurve(pieces.ToEquatableArray()).Normalise();
    }
}
