using MathNet.Numerics.RootFinding;

namespace MechanismDsl.Theory.SingleParameter;

/// <summary>Inverses of score curves where the last bits do not matter.</summary>
internal static class ScoreInverse
{
    /// <summary>inf{t : s(t) ≥ score}. Inside a smooth piece by Brent's method (1973): bisection to neighbouring doubles takes several times as long.</summary>
    public static double Meeting(ScoreCurve curve, double score)
    {
        var next = curve.FirstFrom(score, strictly: false);
        return next > 0 && curve.Pieces[next - 1] is VirtualPiece piece && !double.IsInfinity(piece.To) && !double.IsInfinity(piece.From)
            && piece.From + (1e-9 * (piece.To - piece.From)) is var start && piece.At(start) < score
            && Brent.TryFindRoot(type => piece.At(type) - score, start, piece.To, 1e-14, 100, out var root)
            ? root
            : curve.LowestMeeting(score);
    }

    /// <summary>The same, and inf{t : s(t) &gt; score}, which lies behind the ironed block of that score where there is one.</summary>
    public static (double Meeting, double Beating) Both(ScoreCurve curve, double score)
    {
        var meeting = Meeting(curve, score);
        var next = curve.FirstFrom(score, strictly: true);
        return (meeting, next > 0 && curve.Pieces[next - 1] is ConstantPiece block && block.Score == score ? block.To : meeting);
    }
}
