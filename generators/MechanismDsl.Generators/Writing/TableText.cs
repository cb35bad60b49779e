using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Tables of polynomials as data, and the calls that read them.</summary>
internal static class TableText
{
    /// <summary>The expression of a table's value.</summary>
    public static string Call(ChebyshevTable table, string argument, string name)
    {
        var domain = $"{argument}, {NumberText.Exact(table.Low)}, {NumberText.Exact(table.High)}, {NumberText.Exact(table.Shift)}";
        return table.Spacing == TableSpacing.Uniform
            ? $"PolynomialTable.Uniform({domain}, {NumberText.Exact(table.Scale)}, {table.Degree}, {name})"
            : $"PolynomialTable.Octaves({domain}, {table.SegmentBits}, {table.FirstSegment}, {table.Degree}, {name})";
    }

    /// <summary>Writes the coefficients, one segment a line; the compiler puts them into the assembly's data, not on the heap.</summary>
    public static void Write(SourceWriter writer, string name, ChebyshevTable table)
    {
        writer.Doc("summary", $"One polynomial of degree {table.Degree} a line; largest relative error {NumberText.Words(table.MaxError, 2)}.");
        writer.Line($"private static ReadOnlySpan<double> {name} =>");
        writer.Line("[");
        writer.Indented(() =>
        {
            for (var segment = 0; segment < table.Segments; segment++)
            {
                var row = Enumerable.Range(segment * (table.Degree + 1), table.Degree + 1).Select(index => NumberText.Exact(table.Coefficients[index]));
                writer.Line(string.Join(", ", row) + ",");
            }
        });
        writer.Line("];");
    }
}
