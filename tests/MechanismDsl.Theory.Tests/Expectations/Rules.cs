using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.Priors;
using MechanismDsl.Theory.SingleParameter;
using MechanismDsl.Theory.SingleParameter.Expectations;

namespace MechanismDsl.Theory.Tests.Expectations;

/// <summary>Allocation rules written down by hand, so that expectations are tested apart from the solver.</summary>
internal static class Rules
{
    /// <summary>The agent of an optimal auction with a regular prior: score = virtual type, served where it reaches the cutoff.</summary>
    public static RuleAgent Optimal(ContinuousPrior types, double cutoff = 0)
    {
        var curve = VirtualCurve(types);
        return new(types, curve, curve.LowestMeeting(cutoff));
    }

    /// <summary>The agent of a second-price auction.</summary>
    public static RuleAgent Bidder(Prior types, double reserve = 0, bool lazy = false) => new(types, ScoreCurve.Proportional(0), reserve, lazy);

    /// <summary>Numbers for n alike agents.</summary>
    public static AuctionNumbers Alike(RuleAgent agent, int agents, double cost = 0) => Known(AuctionExpectations.Alike(agent, [agents], cost)).Numbers[0];

    /// <summary>Numbers for different agents.</summary>
    public static AuctionNumbers Named(params RuleAgent[] agents) => Known(AuctionExpectations.Named(agents.ToEquatableArray())).Numbers[0];

    /// <summary>The known result; fails with the reason otherwise.</summary>
    public static ExpectationResult.Known Known(ExpectationResult result)
    {
        Assert.True(result is ExpectationResult.Known, (result as ExpectationResult.Unknown)?.Reason);
        return (ExpectationResult.Known)result;
    }

    /// <summary>Equal to 1e-12 relative.</summary>
    public static void Equal(double expected, double actual, double tolerance = 1e-12) =>
        Assert.True(Math.Abs(expected - actual) <= tolerance * Math.Max(1, Math.Abs(expected)), FormattableString.Invariant($"expected {expected:R}, actual {actual:R}, difference {actual - expected:E2}"));

    private static ScoreCurve VirtualCurve(ContinuousPrior types)
    {
        var affine = types.AffineVirtualValue;
        if (affine.Count > 0)
        {
            var last = affine.Count - 1;
            return new(affine.Select((piece, index) =>
                (ScorePiece)new AffinePiece(piece.From, index == last ? double.PositiveInfinity : piece.To, piece.Slope, piece.Intercept)).ToEquatableArray());
        }

        return double.IsPositiveInfinity(types.Upper)
            ? new([new VirtualPiece(types.Lower, types.Upper, types)])
            : new([new VirtualPiece(types.Lower, types.Upper, types), new AffinePiece(types.Upper, double.PositiveInfinity, 1, 0)]);
    }
}
