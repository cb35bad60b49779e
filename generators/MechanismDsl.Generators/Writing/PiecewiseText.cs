using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>Writes a function of one number that is tabulated piece by piece.</summary>
internal static class PiecewiseText
{
    /// <summary>Writes the method, and the tables that it reads.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="method">The method's name.</param>
    /// <param name="argument">Its parameter.</param>
    /// <param name="curve">How the tables are called, before their number.</param>
    /// <param name="pieces">The tables, one after the other.</param>
    /// <param name="below">The value up to the first of them; null: that of its lower end.</param>
    /// <param name="above">The value above the last of them; null: that of its upper end.</param>
    public static void Write(SourceWriter writer, string method, string argument, string curve, EquatableArray<ChebyshevTable> pieces, string? below = null, string? above = null)
    {
        writer.Block($"public static double {method}(double {argument}) => {argument} switch", () =>
        {
            if (below is not null)
            {
                writer.Line($"<= {NumberText.Exact(pieces[0].Low)} => {below},");
            }

            for (var piece = 0; piece < pieces.Count; piece++)
            {
                var isLast = piece == pieces.Count - 1 && above is null;
                writer.Line($"{(isLast ? "_" : $"<= {NumberText.Exact(pieces[piece].High)}")} => {TableText.Call(argument, Name(piece), pieces[piece])},");
            }

            if (above is not null)
            {
                writer.Line($"_ => {above},");
            }
        });
        writer.EndStatement();
        for (var piece = 0; piece < pieces.Count; piece++)
        {
            writer.Line();
            TableText.Write(writer, Name(piece), pieces[piece], "global::MechanismDsl.Kernels.");
        }

        string Name(int piece) => FormattableString.Invariant($"{curve}{piece}");
    }
}
