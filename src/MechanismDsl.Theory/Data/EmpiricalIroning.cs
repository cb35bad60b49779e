using System.Numerics;
using MechanismDsl.Theory.Numbers;
using MechanismDsl.Theory.SingleParameter;

namespace MechanismDsl.Theory.Data;

/// <summary>The ironed virtual values of a sample that is taken as the distribution itself.</summary>
internal static class EmpiricalIroning
{
    /// <summary>
    /// Slopes of the least concave majorant of the points (#{types ≥ t}, t·#{types ≥ t}) (Myerson 1981; for finite types Elkind 2007), by one
    /// scan from the highest type down (Andrew 1979). Only blocks whose slope reaches the cutoff are kept: the others are never served.
    /// </summary>
    /// <remarks>
    /// Counts and margins are integers, so which types share a block is decided without rounding. It finds the same blocks as
    /// <see cref="FiniteTypes"/> does with rational numbers, several times faster: every fold of a hold-out irons hundreds of types anew.
    /// </remarks>
    public static ScoreCurve Of(TypeGrid grid, int[] counts)
    {
        List<Point> hull = [new(0, BigInteger.Zero, double.PositiveInfinity)];
        var accepting = 0;
        for (var index = counts.Length - 1; index >= 0; index--)
        {
            if (counts[index] == 0)
            {
                continue;
            }

            accepting += counts[index];
            var point = new Point(accepting, grid.Margins[index] * accepting, grid.Types[index]);
            while (hull.Count > 1 && !IsConcave(hull[hull.Count - 2], hull[hull.Count - 1], point))
            {
                hull.RemoveAt(hull.Count - 1);
            }

            hull.Add(point);
        }

        List<ScorePiece> pieces = [];
        var (to, highest) = (double.PositiveInfinity, double.PositiveInfinity);
        for (var index = 1; index < hull.Count && hull[index].Gain >= hull[index - 1].Gain; index++)
        {
            var (before, after) = (hull[index - 1], hull[index]);
            var slope = Ratio(after.Gain - before.Gain, (after.Accepting - before.Accepting) * grid.Unit);

            // Slopes fall along the hull; two that differ by less than a double can hold must not come out in the wrong order.
            highest = Math.Min(highest, grid.Cutoff + slope);
            pieces.Add(new ConstantPiece(after.Type, to, highest));
            to = after.Type;
        }

        pieces.Reverse();
        return new ScoreCurve(pieces.ToEquatableArray());
    }

    /// <summary>True if the middle point lies strictly above the chord of its neighbours.</summary>
    private static bool IsConcave(Point left, Point middle, Point right) =>
        (middle.Gain - left.Gain) * (right.Accepting - middle.Accepting) > (right.Gain - middle.Gain) * (middle.Accepting - left.Accepting);

    /// <summary>The quotient of integers that may each exceed the range of a double.</summary>
    private static double Ratio(BigInteger numerator, BigInteger denominator)
    {
        const int MostBits = 900;
        var excess = Math.Max(0, (int)BigInteger.Log(denominator, 2) - MostBits);
        return (double)(numerator >> excess) / (double)(denominator >> excess);
    }

    /// <summary>So many of the sample accept the type as a price, and the gain is margin·accepting.</summary>
    private readonly record struct Point(int Accepting, BigInteger Gain, double Type);
}
