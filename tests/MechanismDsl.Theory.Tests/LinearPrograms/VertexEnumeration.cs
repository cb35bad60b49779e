using Fractions;
using MechanismDsl.Theory.LinearPrograms;

namespace MechanismDsl.Theory.Tests.LinearPrograms;

/// <summary>
/// The oracle: in a program whose variables are all at least zero, an optimum is at a vertex, and a vertex is where as many of the constraints as there are
/// variables hold with equality. All subsets are tried.
/// </summary>
internal static class VertexEnumeration
{
    /// <summary>The vertices of the feasible set.</summary>
    public static List<Fraction[]> Vertices(LinearProgram program)
    {
        var count = program.Variables.Count;
        var planes = program.Constraints.Select(constraint => (Row: Enumerable.Range(0, count).Select(column => constraint.Form[column]).ToArray(), constraint.Bound))
            .Concat(Enumerable.Range(0, count).Select(column => (Row: Enumerable.Range(0, count).Select(other => other == column ? Fraction.One : Fraction.Zero).ToArray(), Bound: Fraction.Zero)))
            .ToList();
        return [.. Subsets(planes.Count, count)
            .Select(subset => Intersection([.. subset.Select(plane => planes[plane])], count))
            .OfType<Fraction[]>()
            .Where(point => IsFeasible(program, point))];
    }

    /// <summary>Whether a point satisfies every constraint.</summary>
    public static bool IsFeasible(LinearProgram program, IReadOnlyList<Fraction> point) =>
        Enumerable.Range(0, point.Count).All(index => program.Variables[index].IsFree || point[index] >= Fraction.Zero)
        && program.Constraints.All(constraint => constraint.Relation switch
        {
            Relation.AtMost => constraint.Form.At(point) <= constraint.Bound,
            Relation.AtLeast => constraint.Form.At(point) >= constraint.Bound,
            _ => constraint.Form.At(point) == constraint.Bound,
        });

    private static IEnumerable<List<int>> Subsets(int count, int size, int first = 0)
    {
        if (size == 0)
        {
            yield return [];
            yield break;
        }

        for (var index = first; index <= count - size; index++)
        {
            foreach (var rest in Subsets(count, size - 1, index + 1))
            {
                yield return [index, .. rest];
            }
        }
    }

    /// <summary>The one point on all planes; null if there is none or more than one.</summary>
    private static Fraction[]? Intersection(List<(Fraction[] Row, Fraction Bound)> planes, int count)
    {
        var rows = planes.Select(plane => plane.Row.Append(plane.Bound).ToArray()).ToArray();
        for (var column = 0; column < count; column++)
        {
            var pivot = Array.FindIndex(rows, column, row => !row[column].IsZero);
            if (pivot < 0)
            {
                return null;
            }

            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = 0; row < count; row++)
            {
                if (row != column)
                {
                    var factor = rows[row][column] / rows[column][column];
                    rows[row] = [.. rows[row].Select((entry, at) => entry - (factor * rows[column][at]))];
                }
            }
        }

        return [.. rows.Select((row, column) => row[count] / row[column])];
    }
}
