using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>Virtual types of priors with a density that is not piecewise constant: by theorem where one applies, otherwise by scan and ironing.</summary>
internal static class DensityTypes
{
    private const string Scanned = "the virtual value compared on a grid of quantiles and types";

    /// <summary>Analyses a prior whose optimal revenue is bounded.</summary>
    public static VirtualTypes Of(ContinuousPrior prior, CancellationToken cancellation)
    {
        var theorem = RegularityTheorems.Of(prior);
        if (theorem is { Class: not RegularityClass.Irregular })
        {
            var whole = Whole(prior);
            var flats = whole.Pieces.OfType<ConstantPiece>().Select(ToBlock).ToEquatableArray();
            return new VirtualTypes(prior, new Regularity(theorem.Class, RegularityBasis.Theorem, theorem.Reason, null, flats), whole);
        }

        var scan = new VirtualValueScan(prior, cancellation);
        var ironed = Ironing.Join(prior, scan.Runs, cancellation);
        var blocks = ironed.Pieces.OfType<ConstantPiece>().Select(ToBlock).ToEquatableArray();
        var scannedClass = scan.FirstFall is not null ? RegularityClass.Irregular
            : scan.IsHazardMonotone ? RegularityClass.MonotoneHazardRate
            : RegularityClass.Regular;
        var regularity = theorem is null
            ? new Regularity(scannedClass, RegularityBasis.Scan, Scanned, scan.FirstFall, blocks)
            : new Regularity(theorem.Class, RegularityBasis.Theorem, theorem.Reason, scan.FirstFall, blocks);
        return new VirtualTypes(prior, regularity, Continued(ironed, prior));
    }

    private static IronedBlock ToBlock(ConstantPiece piece) => new(piece.From, piece.To, piece.Score);

    /// <summary>The virtual value of a regular prior.</summary>
    private static ScoreCurve Whole(ContinuousPrior prior)
    {
        var affine = prior.AffineVirtualValue;
        return Continued(
            affine.Count == 0
                ? new ScoreCurve([new VirtualPiece(prior.Lower, prior.Upper, prior)])
                : new ScoreCurve(affine.Select(Piece).ToEquatableArray()).Normalise(),
            prior);

        static ScorePiece Piece(AffineInterval part) => part.Slope == 0
            ? new ConstantPiece(part.From, part.To, part.Intercept)
            : new AffinePiece(part.From, part.To, part.Slope, part.Intercept);
    }

    /// <summary>Above a bounded support a formula or a block goes on; a virtual value without a formula, which ends at ψ(b) = b, goes on as v.</summary>
    private static ScoreCurve Continued(ScoreCurve curve, ContinuousPrior prior)
    {
        if (double.IsPositiveInfinity(prior.Upper))
        {
            return curve;
        }

        ScorePiece[] pieces = [.. curve.Pieces];
        if (pieces[^1] is VirtualPiece)
        {
            return new ScoreCurve([.. pieces, new AffinePiece(prior.Upper, double.PositiveInfinity, 1, 0)]);
        }

        pieces[^1] = pieces[^1] with { To = double.PositiveInfinity };
        return new ScoreCurve(pieces.ToEquatableArray());
    }
}
