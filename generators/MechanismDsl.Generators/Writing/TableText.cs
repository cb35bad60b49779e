using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Tables of polynomials as data of the library's <c>SmoothCurve</c>.</summary>
internal static class TableText
{
    /// <summary>The expression of a table's value.</summary>
    /// <param name="argument">An identifier.</param>
    /// <param name="name">What the table is called.</param>
    /// <param name="table">The table.</param>
    public static string Call(string argument, string name, ChebyshevTable table) => $"{name}.At({(table.IsTurned ? "-" : string.Empty)}{argument})";

    /// <summary>Writes a table, one segment a line; <paramref name="space"/> is the qualification of the library's namespace.</summary>
    public static void Write(SourceWriter writer, string name, ChebyshevTable table, string space = "")
    {
        var error = NumberText.Words(table.MaxError, 2);
        var warning = table.MaxError > Tabulation.Accuracy ? ", worse than the 1E-11 of other tables because the function is not smooth enough" : string.Empty;
        writer.Doc("summary", $"One polynomial a line, from u⁰ on; largest relative error {error}{warning}.");
        writer.Line($"private static readonly {space}SmoothCurve {name} = {Start(table)}");
        writer.Line("{");
        writer.Indented(() => WriteRows(writer, table));
        writer.Line("});");
    }

    /// <summary>Everything before the rows of coefficients: domain and segments.</summary>
    public static string Start(ChebyshevTable table) =>
        $"new({NumberText.Exact(table.Low)}, {NumberText.Exact(table.High)}, {NumberText.Exact(table.Shift)}, {NumberText.Exact(table.Scale)}, {table.SegmentBits}, {table.FirstSegment}, new double[]";

    /// <summary>The rows, eight coefficients each.</summary>
    public static void WriteRows(SourceWriter writer, ChebyshevTable table)
    {
        for (var segment = 0; segment < table.Segments; segment++)
        {
            var row = Enumerable.Range(segment * (table.Degree + 1), table.Degree + 1).Select(index => NumberText.Exact(table.Coefficients[index]));
            writer.Line(string.Join(", ", row) + ",");
        }
    }
}
