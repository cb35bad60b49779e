using MechanismDsl.Generators.Planning;
using MechanismDsl.Theory.Numbers;

namespace MechanismDsl.Generators.Writing;

/// <summary>The explanation as an indented tree: for the eye that hovers over a name, and as a constant for programs.</summary>
internal static class Remarks
{
    /// <summary>Writes the <c>remarks</c> element.</summary>
    public static void Write(SourceWriter writer, EquatableArray<ExplanationLine> lines)
    {
        writer.Line("/// <remarks>");
        writer.Line("/// <code>");
        foreach (var line in lines)
        {
            writer.Line("/// " + XmlText.Encode(Indented(line)) + "<br/>");
        }

        writer.Line("/// </code>");
        writer.Line("/// </remarks>");
    }

    /// <summary>Writes the <c>remarks</c> element with the rule alone: what follows from it stands on the type.</summary>
    public static void WriteRule(SourceWriter writer, EquatableArray<ExplanationLine> lines) =>
        Write(writer, lines.Where(line => line.IsRule).ToEquatableArray());

    /// <summary>Writes the constant <c>Explanation</c>.</summary>
    public static void WriteConstant(SourceWriter writer, EquatableArray<ExplanationLine> lines)
    {
        // A raw literal needs more quotes than any run of them inside; a file name may hold some.
        var quotes = "\"\"\"";
        while (lines.Any(line => line.Text.Contains(quotes)))
        {
            quotes += "\"";
        }

        writer.Line("public const string Explanation =");
        writer.Indented(() =>
        {
            writer.Line(quotes);
            foreach (var line in lines)
            {
                writer.Line(Indented(line));
            }

            writer.Line(quotes + ";");
        });
    }

    /// <summary>The line as it is printed.</summary>
    public static string Indented(ExplanationLine line) =>
        line.Depth == 0 ? line.Text : new string(' ', 2 * (line.Depth - 1)) + "- " + line.Text;
}
